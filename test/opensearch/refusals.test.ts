/** A cluster that refuses, loses a part, is too busy, or is written to by a process that dies. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LocalLibrary, SearchEngineError } from '../../src/library.js';
import { SearchEngine } from '../../src/search-engine/search-engine.js';
import { openRemoteLibrary } from '../../src/search-process/remote-library.js';
import { faults, untouchable, WITH_OUR_NODES } from './cluster-faults.js';
import { fillers, openingFiles, openings } from './openings.js';
import { NONE, Questioners } from './questioner.js';
import { type SharedCorpus, sharedCorpus } from './shared-corpus.js';
import { type Fate, type UnreliableNode, unreliableNode } from './unreliable-node.js';

const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url));
const PEOPLE = 4;
const FILLERS = 500;
/** After 30 s the bot says that it no longer waits; the engine has said before then what is wrong. */
const PATIENCE = { wholeMs: 25_000, attemptMs: 25_000, unreachableMs: 25_000 };
const WITHIN = { timeout: 60_000, interval: 200 };
/** A minute later nobody searches what was replaced any more, and it may be taken away. */
const LATER_MS = 61_000;

const TOO_BUSY: Fate = {
  status: 429,
  body: { error: { type: 'rejected_execution_exception', reason: 'too much to do, on purpose' } },
};
const FAILED: Fate = { status: 500, body: { error: { type: 'some_exception', reason: 'on purpose' } } };

let shared: SharedCorpus;
let proxies: UnreliableNode[];
const [first = { question: '', answer: '' }] = openings;

/** A line to every node, and a machine that has no other. */
async function machineByLines(): Promise<ReturnType<SharedCorpus['machine']>> {
  proxies = await Promise.all((shared.machine().engine?.nodes ?? []).map(unreliableNode));
  return shared.machine({ nodes: proxies.map(({ url }) => url) });
}

function decide(fate: (seen: string) => Fate): void {
  for (const proxy of proxies) proxy.decide(fate);
}

async function send(method: 'PUT' | 'POST', path: string, body: unknown): Promise<void> {
  await shared.client.request({ method, path, body }, PATIENCE);
}

/** Where the shards of segments are: the number of the node, by index. */
async function shardsOf(alias: string): Promise<ReadonlyMap<string, number>> {
  const path = `/_cat/shards/${(await shared.behind(alias)).join()}`;
  const { body } = await shared.client.request({ method: 'GET', path, query: { format: 'json' } }, PATIENCE);
  const rows = body as readonly { readonly index: string; readonly node: string | null }[];
  return new Map(rows.map(({ index, node }) => [index, Number(node?.replace('node-', ''))]));
}

/** Passages that the cluster has of this corpus. */
async function passagesThere(): Promise<number> {
  const body = { query: { exists: { field: 'terms' } } };
  const { body: answer } = await shared.client.request(
    { method: 'POST', path: `/${shared.prefix}/_count`, body },
    PATIENCE,
  );
  return (answer as { readonly count: number }).count;
}

async function everyAnswerOf(library: LocalLibrary): Promise<void> {
  for (const { question, answer } of openings) expect((await library.ask(question)).answer).toBe(answer);
}

describe.skipIf(untouchable !== null)(`with a cluster that refuses, ${WITH_OUR_NODES}`, () => {
  beforeEach(async () => {
    proxies = [];
    shared = await sharedCorpus(openingFiles());
  });

  afterEach(async () => {
    await shared.close();
    for (const proxy of proxies) await proxy.close();
  });

  it('answers rightly and indexes everything while many requests are turned away, fail, hang or are cut off', async () => {
    const library = await shared.open(await machineByLines());
    decide(() => {
      const chance = Math.random();
      if (chance < 0.1) return TOO_BUSY;
      if (chance < 0.2) return FAILED;
      if (chance < 0.3) return 'cut';
      return chance < 0.32 ? 'hang' : 'pass';
    });
    const questioners = new Questioners(library, PEOPLE);
    await questioners.more(openings.length);
    await shared.write('fillers.jsonl', fillers(FILLERS));
    expect((await library.reindex()).added.count).toBe(FILLERS);
    await questioners.more(openings.length);
    decide(() => 'pass');
    expect(await questioners.stop('every third request fails')).toMatchObject(NONE);
    expect(await passagesThere()).toBe((await library.size()).passages);
  });

  it.each<readonly [string, Fate, RegExp]>([
    ['has too much to do', TOO_BUSY, /429/],
    ['fails', FAILED, /500/],
    ['hangs', 'hang', /in time/],
    ['cuts every connection', 'cut', /reached/],
    ['breaks off in the middle of its answers', { change: (body) => body.slice(0, 9) }, /not be read/],
  ])(
    'says why within the time that somebody waits when it %s, and answers as soon as it can',
    async (_, fate, why) => {
      const library = await shared.open(await machineByLines());
      decide(() => fate);
      const asked = performance.now();
      const error = await library.ask(first.question).catch((thrown: unknown) => thrown);
      expect(performance.now() - asked).toBeLessThan(PATIENCE.wholeMs);
      expect(error).toBeInstanceOf(SearchEngineError);
      expect(String(error)).toMatch(why);
      decide(() => 'pass');
      expect((await library.ask(first.question)).answer).toBe(first.answer);
    },
  );

  it('starts where nothing is known while the cluster is away, says so, and answers when it is there', async () => {
    const here = await machineByLines();
    for (const proxy of proxies) await proxy.fall();
    const library = await openRemoteLibrary(here);
    try {
      await expect(library.ask(first.question)).rejects.toThrow(SearchEngineError);
      for (const proxy of proxies) await proxy.rise();
      await vi.waitFor(
        async () => expect(await library.size()).toMatchObject({ articles: openings.length }),
        WITHIN,
      );
      expect((await library.ask(first.question)).answer).toBe(first.answer);
    } finally {
      await library.close();
    }
  });

  it('asks again rather than to pass a part off as the whole', async () => {
    const library = await shared.open(await machineByLines());
    const part = (body: string): string => {
      const { responses, ...rest } = JSON.parse(body);
      const [{ _shards: shards, hits, ...other }] = responses;
      return JSON.stringify({
        ...rest,
        responses: [{ ...other, _shards: { ...shards, failed: 1 }, hits: { ...hits, hits: [] } }],
      });
    };
    let parts = 2;
    decide((seen) => (seen.includes('_msearch') && parts-- > 0 ? { change: part } : 'pass'));
    expect((await library.ask(first.question)).answer).toBe(first.answer);
    expect(parts).toBeLessThan(0);
    decide((seen) => (seen.includes('_msearch') ? { change: part } : 'pass'));
    await expect(library.ask(first.question)).rejects.toThrow('a part of the articles only');
  });

  it('sends again the single passages that are turned away', async () => {
    const library = await shared.open(await machineByLines());
    const oneTurnedAway = (body: string): string => {
      const answer = JSON.parse(body);
      answer.items[0].index = { status: 429, error: { type: 'rejected', reason: 'on purpose' } };
      return JSON.stringify(answer);
    };
    const bulks: string[] = [];
    decide((seen) => {
      if (!seen.endsWith('_bulk')) return 'pass';
      bulks.push(seen);
      return bulks.filter((one) => one === seen).length === 1 ? { change: oneTurnedAway } : 'pass';
    });
    await shared.write('fillers.jsonl', fillers(FILLERS));
    await library.reindex();
    for (const index of new Set(bulks))
      expect(bulks.filter((one) => one === index).length).toBeGreaterThan(1);
    expect(await passagesThere()).toBe((await library.size()).passages);
    await everyAnswerOf(library);
  });

  it('refuses rather than to answer from the shards that are left, and answers when the node is back', async () => {
    const { engine, ...place } = shared.machine();
    const library = await shared.open({
      ...place,
      engine: { nodes: [], prefix: '', ...engine, replicas: 0 },
    });
    const [whole = ''] = await shared.behind(shared.prefix);
    await shared.write('fillers.jsonl', fillers(1));
    await library.reindex();
    const shards = await shardsOf(shared.prefix);
    expect(shards.size).toBe(2);
    const victim = shards.get(whole) === 0 ? 1 : 0;
    const [other = ''] = [...shards.keys()].filter((index) => index !== whole);
    const from = shards.get(other) ?? 0;
    if (from !== victim) {
      const move = { index: other, shard: 0, from_node: `node-${from}`, to_node: `node-${victim}` };
      await send('POST', '/_cluster/reroute', { commands: [{ move }] });
    }
    await vi.waitFor(async () => expect((await shardsOf(shared.prefix)).get(other)).toBe(victim), WITHIN);
    await faults.green();
    await everyAnswerOf(library);
    await faults.kill(victim);
    // What answers this question is on another node.
    await expect(library.ask(first.question)).rejects.toThrow(SearchEngineError);
    await faults.restart(victim);
    await faults.green();
    await everyAnswerOf(library);
  });

  it.each([
    ['is read-only', '/_cluster/settings', 'cluster.blocks.read_only'],
    ['has no room left on its disks', '', 'index.blocks.read_only_allow_delete'],
  ])(
    'goes on answering when it %s, says that it cannot index, and can when it can',
    async (_, path, setting) => {
      const library = await shared.open();
      const set = (value: true | null) =>
        path === ''
          ? send('PUT', `/${shared.prefix}-*/_settings`, { [setting]: value })
          : send('PUT', path, { transient: { [setting]: value } });
      const before = await shared.behind(shared.prefix);
      await shared.write('fillers.jsonl', fillers(1));
      await set(true);
      try {
        await expect(library.reindex()).rejects.toThrow(SearchEngineError);
        expect(await shared.behind(shared.prefix)).toEqual(before);
        await everyAnswerOf(library);
      } finally {
        await set(null);
      }
      expect((await library.reindex()).added.count).toBe(1);
    },
  );

  it('takes over from a process that was killed while it indexed, and takes away what that has left', async () => {
    const here = shared.machine();
    const library = await shared.open(here);
    const counting = await shared.behind(shared.prefix);
    await shared.write('fillers.jsonl', fillers(FILLERS));
    const elsewhere = shared.machine();
    const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, JSON.stringify(elsewhere)], {
      stdio: 'ignore',
    });
    const ended = once(writer, 'exit');
    const before = await shared.indices();
    await vi.waitFor(async () => expect((await shared.indices()).length).toBeGreaterThan(before.length), {
      ...WITHIN,
      interval: 5,
    });
    writer.kill('SIGKILL');
    await ended;
    await everyAnswerOf(library);
    expect(await shared.behind(shared.prefix)).toEqual(counting);
    expect((await library.reindex()).added.count).toBe(FILLERS);
    await everyAnswerOf(library);
    const engine = new SearchEngine(here.engine ?? { nodes: [], prefix: '', replicas: 0 });
    vi.useFakeTimers({ now: Date.now() + LATER_MS, toFake: ['Date'] });
    await engine.sweep().finally(() => vi.useRealTimers());
    await engine.close();
    const counts = [
      ...(await shared.behind(shared.prefix)),
      ...(await shared.behind(`${shared.prefix}-current1`)),
    ];
    const rest = (await shared.indices()).filter((index) => !counts.includes(index));
    expect(rest).toEqual([expect.stringContaining('lock')]);
  });
});
