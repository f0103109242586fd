import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALL } from '../../src/library/catalogue-types.js';
import { previewOf } from '../../src/library/preview.js';
import { ReindexRunningError } from '../../src/library.js';
import { FrameError, FrameReader, frameOf } from '../../src/search-process/frames.js';
import { type LibraryServer, serveLibrary } from '../../src/search-process/library-server.js';
import { LibraryLostError, SocketLibrary } from '../../src/search-process/socket-library.js';
import { type LibraryDouble, libraryDouble, REPORT } from '../discord/library-double.js';

describe('frames', () => {
  it('bring every value back, however the bytes are cut', () => {
    const values = fc.array(
      fc.anything({ withDate: true, withMap: true, withSet: true, withTypedArray: true }),
      {
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(values, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sent, cuts) => {
        const bytes = Buffer.concat(sent.map(frameOf));
        const reader = new FrameReader();
        const got: unknown[] = [];
        for (let at = 0, cut = 0; at < bytes.length; cut += 1) {
          const size = cuts[cut % cuts.length] ?? 1;
          got.push(...reader.push(bytes.subarray(at, at + size)));
          at += size;
        }
        expect(got).toEqual(sent);
      }),
      { numRuns: 200 },
    );
  });

  it('refuse what is larger than anything that is sent', () => {
    expect(() => new FrameReader().push(Buffer.from([255, 0, 0, 0]))).toThrow(FrameError);
  });
});

describe.skipIf(process.platform === 'win32')('a shared library', () => {
  let double: LibraryDouble & { size: () => Promise<never>; catchUp: () => Promise<void> };
  let server: LibraryServer;
  let clients: SocketLibrary[];
  let looked: number;

  beforeEach(async () => {
    looked = 0;
    double = {
      ...libraryDouble(),
      size: async () => {
        throw new TypeError('there is none');
      },
      catchUp: async () => {
        looked += 1;
      },
    };
    server = await serveLibrary(double);
    clients = [new SocketLibrary(server.address), new SocketLibrary(server.address)];
  });

  afterEach(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await server.close();
  });

  it('answers several processes at once, each its own questions', async () => {
    double.ask = async (question) => {
      await pause(question.length);
      return { ...(await libraryDouble().ask(question)), question };
    };
    const questions = Array.from({ length: 60 }, (_, n) => '问'.repeat((n * 7) % 23));
    const answers = await Promise.all(questions.map((question, n) => clients[n % 2]?.ask(question)));
    expect(answers.map((answer) => answer?.question)).toEqual(questions);
  });

  it('hands on everything that a library gives, as it is', async () => {
    const [client] = clients;
    const view = { page: 1, perPage: 10, source: ALL, year: ALL };
    expect(await client?.browse(view)).toEqual(await double.browse(view));
    expect(await client?.suggest('会议')).toEqual(await double.suggest('会议'));
    expect(await client?.find('会议')).toEqual(await double.find('会议'));
    expect(await client?.findSource('会议')).toEqual(await double.findSource('会议'));
    expect(await client?.entry('i=a1')).toEqual(await double.entry('i=a1'));
    expect(await client?.idsIn('a.txt', new Uint8Array(), ['a1'])).toEqual([]);
    expect(await client?.ids(null)).toEqual(['a1']);
    expect(await client?.article('nothing')).toEqual(await double.article('nothing'));
    expect(await client?.timeline('林远山', view)).toEqual(await double.timeline('林远山', view));
    expect(await client?.starters('en')).toEqual(await double.starters('en'));
    expect(await client?.refresh()).toEqual(REPORT);
    await client?.catchUp();
    expect(looked).toBe(1);
  });

  it('takes files over with all their bytes', async () => {
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, n) => n % 251);
    let got: Uint8Array = new Uint8Array();
    double.preview = async (_, read) => {
      got = read;
      return previewOf([], []);
    };
    await clients[0]?.preview('a.txt', bytes);
    expect(Buffer.compare(got, bytes)).toBe(0);
  });

  it('tells how far a reindex is, to whoever asked for it alone', async () => {
    const progress = { filesRead: 1, filesTotal: 2, passagesIndexed: 3, seconds: 4 };
    double.reindex = async (onProgress = () => {}) => {
      onProgress({ phase: 'reading', ...progress });
      onProgress({ phase: 'saving', ...progress });
      return REPORT;
    };
    const heard: string[] = [];
    expect(await clients[0]?.reindex(({ phase }) => heard.push(phase))).toEqual(REPORT);
    expect(heard).toEqual(['reading', 'saving']);
  });

  it('throws what the library threw, with its class where callers tell it apart', async () => {
    double.reindex = async () => {
      throw new ReindexRunningError('one runs');
    };
    await expect(clients[0]?.reindex()).rejects.toThrow(ReindexRunningError);
    await expect(clients[0]?.size()).rejects.toMatchObject({ name: 'TypeError', message: 'there is none' });
  });

  it('can be opened by this user alone', async () => {
    expect((await stat(server.address)).mode & 0o777).toBe(0o600);
  });

  it('cuts off whoever sends nonsense, and goes on answering the others', async () => {
    const stranger = connect(server.address);
    stranger.on('error', () => {});
    stranger.write(Buffer.from([0, 0, 0, 3, 1, 2, 3]));
    await once(stranger, 'close');
    expect(await clients[0]?.refresh()).toEqual(REPORT);
  });

  it('lets nobody wait for a process that has ended', async () => {
    double.ask = () => new Promise(() => {});
    const asked = clients[0]?.ask('林远山是谁？');
    await expect.poll(() => clients[0]?.refresh()).toEqual(REPORT);
    const lost = expect(asked).rejects.toThrow(LibraryLostError);
    await server.close();
    await lost;
    await expect(clients[0]?.refresh()).rejects.toThrow();
    server = await serveLibrary(double);
  });
});
