import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256Of } from '../../src/corpus/hash.js';
import { CorpusError } from '../../src/library/corpus-error.js';
import { listed } from '../../src/library/listed.js';
import { SnapshotFolder } from '../../src/library/snapshots.js';
import { openLibrary, type ReindexProgress, ReindexRunningError } from '../../src/library.js';
import { openRemoteLibrary, RemoteLibrary } from '../../src/search-process/remote-library.js';
import { openStore } from '../../src/store/store.js';
import { newestArticles } from '../newest-articles.js';
import { withoutTexts } from '../retrieval/plain.js';
import { smallCorpus, WHO_CHAIRED } from '../small-corpus.js';

const PATIENCE = { timeout: 180_000, interval: 100 };
/** For tests in which several processes start, on a busy machine. */
const STARTS_TIMEOUT_MS = 600_000;

const FIRST = { page: 1, perPage: 5 };

let folder: string;
let corpus: string;
let dataDir: string;
let warnings: string[];
let library: RemoteLibrary;

beforeEach(async () => {
  ({ folder, corpus, dataDir } = await smallCorpus());
  warnings = [];
  library = await openRemoteLibrary({ corpus, dataDir, warn: (message) => warnings.push(message) });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

async function upload(name: string, text: string): Promise<void> {
  const store = await openStore({ dataDir });
  const bytes = Buffer.from(text);
  await store.uploads.put({ name, bytes, sha256: sha256Of(bytes), addedBy: 'somebody', at: 1 });
  await store.close();
}

function childrenOf(pid: number): readonly number[] {
  if (process.platform !== 'linux') return [];
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

/** 0 is normal, more lets others go first. */
function priorityOf(pid: number): number {
  try {
    return getPriority(pid);
  } catch {
    return 0;
  }
}

function isRunning(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('a library in a process of its own', () => {
  it('answers and lists as one in this process does', async () => {
    const answer = await library.ask(WHO_CHAIRED, { limit: 1 });
    expect(answer).toMatchObject({ status: 'answered', answer: '林远山' });
    expect(answer.passages).toHaveLength(1);
    expect((await newestArticles(library)).map(({ file }) => file).sort()).toEqual(['bridge.txt', 'dam.txt']);
    expect(await library.pid()).not.toBe(process.pid);
  });

  it('answers many questions at once, each with its own answer', async () => {
    const questions = [WHO_CHAIRED, '石门古桥有多少个桥孔？', '谁赢了世界杯？'];
    const answers = await Promise.all(questions.map((question) => library.ask(question)));
    expect(answers.map(({ question }) => question)).toEqual(questions);
  });

  it('starts again when its process is killed, and answers the next question', async () => {
    const pid = await library.pid();
    process.kill(pid ?? 0, 'SIGKILL');
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
    await expect.poll(() => library.pid(), PATIENCE).not.toBe(pid);
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
    expect(warnings).toEqual(['The search process ended and is started again.']);
  });

  it('asks again what was under way when its process was killed', async () => {
    const asked = library.ask(WHO_CHAIRED);
    process.kill((await library.pid()) ?? 0, 'SIGKILL');
    expect(await asked).toMatchObject({ answer: '林远山' });
  });

  it(
    'asks again once only what its process dies of, and says so then',
    async () => {
      const asked = library.ask(WHO_CHAIRED).then(
        ({ answer }) => answer,
        (error: Error) => error.message,
      );
      process.kill((await library.pid()) ?? 0, 'SIGKILL');
      await expect.poll(() => warnings.length, PATIENCE).toBe(1);
      // The successor, in the moment in which it is asked.
      process.kill((await library.pid()) ?? 0, 'SIGKILL');
      expect(await asked).toMatch(/search process/iu);
      expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
    },
    STARTS_TIMEOUT_MS,
  );

  it(
    'stays away when it keeps dying, says so once, and comes back for the next question',
    async () => {
      // All within a minute, however long the starts take.
      vi.spyOn(Date, 'now').mockReturnValue(Date.now());
      for (let ends = 0; ends < 4; ends++) {
        process.kill((await library.pid()) ?? 0, 'SIGKILL');
        await expect.poll(() => warnings.length, PATIENCE).toBe(ends + 1);
        if (ends < 3)
          await expect
            .poll(
              () =>
                library.size().then(
                  () => true,
                  () => false,
                ),
              PATIENCE,
            )
            .toBe(true);
      }
      expect(warnings.slice(0, 3)).toEqual(Array(3).fill('The search process ended and is started again.'));
      expect(warnings[3]).toContain('keeps ending');
      const ended = await library.pid();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect(await library.pid()).toBe(ended);
      expect(isRunning(ended)).toBe(false);
      expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
    },
    STARTS_TIMEOUT_MS,
  );

  it('survives many questions that meet a process in the moment of its death', async () => {
    const pid = (await library.pid()) ?? 0;
    const asked: Promise<unknown>[] = [];
    process.kill(pid, 'SIGKILL');
    for (let n = 0; n < 200; n++) {
      asked.push(library.ask(WHO_CHAIRED));
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ answer: '林远山' });
  });

  it('leaves it to its parent when to end: whoever stops the bot at a terminal signals them both', async () => {
    const pid = (await library.pid()) ?? 0;
    const asked = library.ask(WHO_CHAIRED);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.kill(pid, signal);
    expect(await asked).toMatchObject({ answer: '林远山' });
    expect(warnings).toEqual([]);
    await library.close();
    expect(isRunning(pid)).toBe(false);
  });

  it('throws a CorpusError when there is no corpus, and leaves no process behind', async () => {
    const missing = openRemoteLibrary({ corpus: join(folder, 'nowhere'), dataDir });
    await expect(missing).rejects.toThrow(CorpusError);
  });

  it('answers nothing more when it is closed', async () => {
    const pid = await library.pid();
    await library.close();
    expect(isRunning(pid)).toBe(false);
    await expect(library.ask(WHO_CHAIRED)).rejects.toThrow();
  });
});

describe('what else it is asked', () => {
  it('gives articles, checks, timelines, starters and previews as one in this process does', async () => {
    const local = await openLibrary({ corpus, dataDir });
    expect(await library.article('dam.txt')).toEqual(await local.article('dam.txt'));
    expect(await library.check('dam.txt', 1)).toEqual(await local.check('dam.txt', 1));
    expect(withoutTexts(await library.timeline('清河水库', FIRST))).toEqual(
      withoutTexts(await local.timeline('清河水库', FIRST)),
    );
    expect(await library.starters('zh-Hans')).toEqual(await local.starters('zh-Hans'));
    const bytes = Buffer.from('植树\n\n云岭县今年种了一万棵树。');
    expect(await library.preview('note.txt', bytes)).toEqual(await local.preview('note.txt', bytes));
  });

  it('asks with a filter and with what was said before', async () => {
    const answer = await library.ask(WHO_CHAIRED, { filter: { source: 'bridge.txt' } });
    expect(answer.passages.map(({ article }) => article.id)).not.toContain('dam.txt');
    const turn = { question: WHO_CHAIRED, answer: '林远山', articles: ['dam.txt'] };
    expect((await library.ask('那县长呢？', { turns: [turn] })).asked).not.toBe('那县长呢？');
  });
});

describe('its refresh', () => {
  it('takes an upload into use at once, in the process that answers', async () => {
    const before = await library.pid();
    await upload('airport.txt', '云岭机场通航\n\n副县长何知远主持了通航仪式。');
    expect(await library.refresh()).toMatchObject({ added: listed(['uploads/airport.txt']) });
    expect(await library.ask('谁主持了通航仪式？')).toMatchObject({ answer: '何知远' });
    expect(await library.pid()).toBe(before);
  });

  it('is not lost in a reindex that is under way', async () => {
    const running = library.reindex();
    await upload('airport.txt', '云岭机场通航\n\n副县长何知远主持了通航仪式。');
    await library.refresh();
    await running;
    expect(await library.ask('谁主持了通航仪式？')).toMatchObject({ answer: '何知远' });
  });
});

describe('its reindex', () => {
  it('takes over in a new process with progress, while questions run', async () => {
    const before = await library.pid();
    await writeFile(join(corpus, 'dam.txt'), '清河水库竣工\n\n白知秋主持了清河水库的竣工仪式。');
    const progress: ReindexProgress[] = [];
    const running = library.reindex((step) => progress.push(step));
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
    expect(await running).toMatchObject({ articles: 2, changed: listed(['dam.txt']) });
    expect([...new Set(progress.map(({ phase }) => phase))]).toEqual(['reading', 'indexing', 'saving']);
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '白知秋' });
    expect(await library.pid()).not.toBe(before);
    await expect.poll(() => isRunning(before), PATIENCE).toBe(false);
  });

  it('runs one at a time, and says so with its own error', async () => {
    const running = library.reindex();
    await expect(library.reindex()).rejects.toThrow(ReindexRunningError);
    await running;
  });

  it('is refused with the same error while a process elsewhere writes', async () => {
    await new SnapshotFolder(dataDir, corpus).locked(async () => {
      await expect(library.reindex()).rejects.toThrow(ReindexRunningError);
    });
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
  });

  it('leaves the old process answering when it fails', async () => {
    const before = await library.pid();
    await rm(corpus, { recursive: true });
    await expect(library.reindex()).rejects.toThrow(CorpusError);
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
    expect(await library.pid()).toBe(before);
  });

  it('lets questions go first when it takes long, and has what it saved loaded by a process that has not built', async () => {
    const before = await library.pid();
    const polite = new RemoteLibrary({ corpus, dataDir, warn: (message) => warnings.push(message) }, 0);
    try {
      await polite.open(() => {});
      const answering = await polite.pid();
      await writeFile(join(corpus, 'dam.txt'), '清河水库竣工\n\n白知秋主持了清河水库的竣工仪式。');
      const low = new Set<number>();
      const watch = setInterval(() => {
        for (const pid of childrenOf(process.pid)) if (priorityOf(pid) > 0) low.add(pid);
      }, 5);
      expect(await polite.reindex()).toMatchObject({ changed: listed(['dam.txt']), saved: true });
      clearInterval(watch);
      const successor = (await polite.pid()) ?? 0;
      expect(await polite.ask(WHO_CHAIRED)).toMatchObject({ answer: '白知秋' });
      expect(priorityOf(successor)).toBe(0);
      expect([before, answering]).not.toContain(successor);
      if (process.platform === 'linux') expect(low.size).toBe(1);
      expect(low.has(successor)).toBe(false);
      for (const pid of low) expect(isRunning(pid)).toBe(false);
      expect(warnings).toEqual([]);
    } finally {
      await polite.close();
    }
  });

  it('ends with the library', async () => {
    const running = library.reindex();
    const refused = expect(running).rejects.toThrow();
    await library.close();
    await refused;
  });
});
