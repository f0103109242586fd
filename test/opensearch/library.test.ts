import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256Of } from '../../src/corpus/hash.js';
import { listed } from '../../src/library/listed.js';
import { ChangePendingError, LocalLibrary, SearchEngineError } from '../../src/library.js';
import { openStore } from '../../src/store/store.js';
import { newestArticles } from '../newest-articles.js';
import { WHO_CHAIRED } from '../small-corpus.js';
import { missing, ON_A_CLUSTER, type SharedCorpus, sharedCorpus } from './shared-corpus.js';
import { type UnreliableNode, unreliableNode } from './unreliable-node.js';

const WITHIN = { timeout: 60_000, interval: 200 };
const AIRPORT = '云岭机场通航\n\n3月1日，云岭机场通航仪式举行。副县长何知远主持了通航仪式。';
const NONE = listed<string>([]);
const WHO_OPENED = '谁主持了通航仪式？';
const DELETE_ALL = { method: 'DELETE', path: '' } as const;

let shared: SharedCorpus;
let proxies: UnreliableNode[];

/** A line to the cluster that can be made to fail. */
async function line(): Promise<UnreliableNode> {
  const [node = ''] = shared.machine().engine?.nodes ?? [];
  const proxy = await unreliableNode(node);
  proxies.push(proxy);
  return proxy;
}

async function upload(dataDir: string, name: string, text: string): Promise<void> {
  const store = await openStore({ dataDir });
  const bytes = Buffer.from(text);
  await store.uploads.put({ name, bytes, sha256: sha256Of(bytes), addedBy: 'somebody', at: 1 });
  await store.close();
}

const answerOf = async (library: LocalLibrary, question: string) => (await library.ask(question)).answer;

describe.skipIf(missing !== null)(`a library ${ON_A_CLUSTER}`, () => {
  beforeEach(async () => {
    shared = await sharedCorpus();
    proxies = [];
  });

  afterEach(async () => {
    await shared.close();
    for (const proxy of proxies) await proxy.close();
  });

  it('answers as the embedded engine does', async () => {
    const here = shared.machine();
    const { engine: _, ...embedded } = here;
    const plain = new LocalLibrary({ ...embedded, dataDir: `${here.dataDir}-embedded` });
    await plain.open(() => {});
    const { tookMs: _1, ...expected } = await plain.ask(WHO_CHAIRED);
    expect(await (await shared.open(here)).ask(WHO_CHAIRED)).toMatchObject(expected);
    await plain.close();
  });

  it('is had by another machine as it is, without its articles and without indexing', async () => {
    await shared.open();
    const before = await shared.indices();
    const elsewhere = await shared.open(shared.machine({ corpus: join(shared.corpus, 'missing') }));
    expect(await answerOf(elsewhere, WHO_CHAIRED)).toBe('林远山');
    expect((await elsewhere.timeline('清河水库', { page: 1, perPage: 5 })).count).toBeGreaterThan(0);
    expect(await shared.indices()).toEqual(before);
  });

  it('sends only what has changed, and other machines have it within seconds', async () => {
    const one = await shared.open();
    const other = await shared.open();
    const [first = ''] = await shared.behind(shared.prefix);
    await shared.write('airport.txt', AIRPORT);
    await one.reindex();
    const now = await shared.behind(shared.prefix);
    expect(now).toHaveLength(2);
    expect(now).toContain(first);
    const added = now.find((index) => index !== first);
    const { body } = await shared.client.request(
      { method: 'POST', path: `/${added}/_count`, body: { query: { term: { file: 'airport.txt' } } } },
      { wholeMs: 5000, attemptMs: 5000, unreachableMs: 5000 },
    );
    const { passages } = await one.size();
    expect(body).toMatchObject({ count: passages - (await countIn(first)) });
    await vi.waitFor(async () => expect(await answerOf(other, WHO_OPENED)).toBe('何知远'), WITHIN);
  });

  it('takes up a machine that was off as files of it have changed since', async () => {
    const here = shared.machine();
    await (await shared.open(here)).close();
    await shared.write('airport.txt', AIRPORT);
    expect(await answerOf(await shared.open(here), WHO_OPENED)).toBe('何知远');
  });

  it('publishes nothing when a machine with the same articles reindexes', async () => {
    await shared.open();
    const elsewhere = shared.machine();
    const copy = join(elsewhere.dataDir, 'corpus');
    await cp(shared.corpus, copy, { recursive: true });
    const before = await shared.indices();
    const report = await (await shared.open({ ...elsewhere, corpus: copy })).reindex();
    expect(report).toMatchObject({ articles: 2, added: NONE, changed: NONE, removed: NONE, saved: true });
    expect(await shared.indices()).toEqual(before);
  });

  it('keeps files and uploads that only another machine has', async () => {
    const here = shared.machine();
    const library = await shared.open(here);
    await upload(here.dataDir, 'airport.txt', AIRPORT);
    await library.refresh();
    const without = await shared.open(shared.machine({ corpus: join(shared.corpus, 'missing') }));
    await without.refresh();
    await without.catchUp();
    expect((await newestArticles(without)).map(({ file }) => file).toSorted()).toEqual([
      'bridge.txt',
      'dam.txt',
      'uploads/airport.txt',
    ]);
    const [name] = await shared.behind(`${shared.prefix}-current1`);
    await expect(without.ask(WHO_OPENED)).resolves.toMatchObject({ answer: '何知远' });
    expect(await shared.behind(`${shared.prefix}-current1`)).toEqual([name]);
  });

  it('answers every question whole while indices are swapped', async () => {
    const one = await shared.open();
    const other = await shared.open();
    let isOver = false;
    const answers: (string | null)[] = [];
    const asking = (async () => {
      while (!isOver) {
        const both = await Promise.all([answerOf(one, WHO_CHAIRED), answerOf(other, WHO_CHAIRED)]);
        answers.push(...both);
      }
    })();
    for (const number of [1, 2, 3]) {
      await shared.write('airport.txt', `${AIRPORT}\n\n第${number}版。`);
      await one.reindex();
    }
    isOver = true;
    await asking;
    expect(answers.length).toBeGreaterThan(6);
    expect(new Set(answers)).toEqual(new Set(['林远山']));
  });

  it('takes away what a writer that died has left', async () => {
    const here = shared.machine();
    await shared.open(here);
    const left = `${shared.prefix}-segment1-left`;
    await shared.client.request(
      { method: 'PUT', path: `/${left}`, body: {} },
      { wholeMs: 9000, attemptMs: 9000, unreachableMs: 9000 },
    );
    expect(await shared.indices()).toContain(left);
    const { SearchEngine } = await import('../../src/search-engine/search-engine.js');
    const engine = new SearchEngine(here.engine ?? { nodes: [], prefix: '', replicas: 0 });
    // A minute later than now, when nobody searches what was replaced any more.
    expect(await engine.sweep()).toEqual([]);
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] });
    expect(await engine.sweep()).toEqual([left]);
    vi.useRealTimers();
    expect(await shared.indices()).not.toContain(left);
    await engine.close();
  });

  it('goes on with the old index when a reindex fails, and leaves nothing behind', async () => {
    const proxy = await line();
    const library = await shared.open(shared.machine({ nodes: [proxy.url] }));
    const before = await shared.indices();
    await shared.write('airport.txt', AIRPORT);
    const refused = { error: { type: 'mapper_parsing_exception', reason: 'refused on purpose' } };
    proxy.decide((seen) =>
      seen.includes('snapshot1') && seen.startsWith('PUT') ? { status: 403, body: refused } : 'pass',
    );
    await expect(library.reindex()).rejects.toThrow(SearchEngineError);
    proxy.decide(() => 'pass');
    expect(await shared.indices()).toEqual(before);
    expect(await answerOf(library, WHO_CHAIRED)).toBe('林远山');
    expect((await library.reindex()).added).toEqual(listed(['airport.txt']));
    expect(await answerOf(library, WHO_OPENED)).toBe('何知远');
  });

  it('keeps a change that the cluster cannot take, says so, and applies it by itself', async () => {
    const proxy = await line();
    const here = shared.machine({ nodes: [proxy.url] });
    const library = await shared.open(here);
    await proxy.fall();
    await upload(here.dataDir, 'airport.txt', AIRPORT);
    await expect(library.refresh()).rejects.toThrow(ChangePendingError);
    await proxy.rise();
    await vi.waitFor(async () => expect(await answerOf(library, WHO_OPENED)).toBe('何知远'), WITHIN);
  });

  it('starts from its copy while the cluster is away, says so, and answers when it is back', async () => {
    const proxy = await line();
    const here = shared.machine({ nodes: [proxy.url] });
    await (await shared.open(here)).close();
    await proxy.fall();
    const library = await shared.open(here);
    await expect(library.ask(WHO_CHAIRED)).rejects.toThrow(SearchEngineError);
    expect(await newestArticles(library)).toHaveLength(2);
    await proxy.rise();
    expect(await answerOf(library, WHO_CHAIRED)).toBe('林远山');
  });

  it('does not start where nothing is known and the cluster is away', async () => {
    const proxy = await line();
    const here = shared.machine({ nodes: [proxy.url] });
    await proxy.fall();
    await expect(shared.open(here)).rejects.toThrow(SearchEngineError);
  });

  it('gives a cluster that has lost everything what it lacks', async () => {
    const library = await shared.open();
    for (const index of await shared.indices()) {
      await shared.client.request(
        { ...DELETE_ALL, path: `/${index}` },
        { wholeMs: 9000, attemptMs: 9000, unreachableMs: 9000 },
      );
    }
    // What it lacks is given to it while somebody waits, or else they hear why there is no answer.
    const outcome = await library.ask(WHO_CHAIRED).catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(SearchEngineError);
    else expect(outcome).toMatchObject({ answer: '林远山' });
    await vi.waitFor(async () => expect(await answerOf(library, WHO_CHAIRED)).toBe('林远山'), WITHIN);
  });

  it('fetches again what is damaged or gone on this machine', async () => {
    const here = shared.machine();
    await (await shared.open(here)).close();
    await rm(join(here.dataDir, 'snapshots'), { recursive: true });
    expect(await answerOf(await shared.open(here), WHO_CHAIRED)).toBe('林远山');
  });

  it('has one first index when two machines start at once', async () => {
    const [one, other] = await Promise.all([shared.open(), shared.open()]);
    expect(await answerOf(one, WHO_CHAIRED)).toBe('林远山');
    expect(await answerOf(other, WHO_CHAIRED)).toBe('林远山');
    expect(await shared.behind(`${shared.prefix}-current1`)).toHaveLength(1);
  });
});

async function countIn(index: string): Promise<number> {
  const { body } = await shared.client.request(
    { method: 'POST', path: `/${index}/_count`, body: { query: { exists: { field: 'terms' } } } },
    { wholeMs: 5000, attemptMs: 5000, unreachableMs: 5000 },
  );
  return (body as { readonly count: number }).count;
}
