/** Nodes that die, hang and come back, each a real process; see refusals.test.ts for those that refuse. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256Of } from '../../src/corpus/hash.js';
import {
  ChangePendingError,
  type LocalLibrary,
  type ReindexReport,
  SearchEngineError,
} from '../../src/library.js';
import { openStore } from '../../src/store/store.js';
import { faults, leader, untouchable, WITH_OUR_NODES } from './cluster-faults.js';
import { fillers, openingFiles, openings } from './openings.js';
import { NONE, Questioners } from './questioner.js';
import { type SharedCorpus, sharedCorpus } from './shared-corpus.js';

const NODES = [0, 1, 2];
const PEOPLE = 4;
/** Enough that indexing takes several requests. */
const FILLERS = 1500;
/** A hung node is dropped after some 3 s; it comes back a little later than that. */
const HANG_MS = 5000;
/** After 30 s the bot says that it no longer waits; the engine has said before then what is wrong. */
const PATIENCE_MS = 25_000;
const WITHIN = { timeout: 60_000, interval: 200 };

let shared: SharedCorpus;
let library: LocalLibrary;
const down = new Set<number>();

async function kill(node: number): Promise<void> {
  down.add(node);
  await faults.kill(node);
}

async function restart(...nodes: readonly number[]): Promise<void> {
  await Promise.all(nodes.map(faults.restart));
  for (const node of nodes) down.delete(node);
  await faults.green();
}

/** Starts to index more articles; resolves when the first of them are written, with the end of it. */
function indexingMore(): Promise<{ readonly done: Promise<ReindexReport> }> {
  return new Promise((resolve, reject) => {
    const done = shared.write('fillers.jsonl', fillers(FILLERS)).then(() =>
      library.reindex(({ phase }) => {
        if (phase === 'saving') resolve({ done });
      }),
    );
    done.catch(reject);
  });
}

/** Documents of passages that the cluster has of this corpus. */
async function passagesThere(): Promise<number> {
  const { body } = await shared.client.request(
    { method: 'POST', path: `/${shared.prefix}/_count`, body: { query: { exists: { field: 'terms' } } } },
    { wholeMs: PATIENCE_MS, attemptMs: PATIENCE_MS, unreachableMs: PATIENCE_MS },
  );
  return (body as { readonly count: number }).count;
}

describe.skipIf(untouchable !== null)(`with nodes that fail, ${WITH_OUR_NODES}`, () => {
  beforeEach(async () => {
    shared = await sharedCorpus(openingFiles());
    library = await shared.open();
    for (const { question, answer } of openings) expect((await library.ask(question)).answer).toBe(answer);
  });

  afterEach(async () => {
    for (const node of NODES) await faults.resume(node);
    await restart(...down);
    await shared.close();
  });

  it('loses no question and gives no wrong answer when the node that leads is killed and comes back', async () => {
    const questioners = new Questioners(library, PEOPLE);
    await questioners.more(20);
    const node = await leader();
    await kill(node);
    await questioners.more(100);
    await restart(node);
    await questioners.more(20);
    expect(await questioners.stop('kill -9 of the leading node')).toMatchObject(NONE);
  });

  it('loses no question and gives no wrong answer when the node that leads hangs and goes on', async () => {
    const questioners = new Questioners(library, PEOPLE);
    await questioners.more(20);
    const node = await leader();
    await faults.pause(node);
    await wait(HANG_MS);
    await faults.resume(node);
    await questioners.more(20);
    await faults.green();
    expect(await questioners.stop('SIGSTOP of the leading node')).toMatchObject(NONE);
  });

  it.each([
    ['is killed', kill, restart],
    [
      'hangs',
      faults.pause,
      async (node: number) => {
        await wait(HANG_MS);
        await faults.resume(node);
        await faults.green();
      },
    ],
  ])('finishes a reindex while a node %s, and answers meanwhile', async (what, harm, mend) => {
    const questioners = new Questioners(library, PEOPLE);
    const { done } = await indexingMore();
    const node = ((await leader()) + 1) % NODES.length;
    await harm(node);
    const [report] = await Promise.all([done, mend(node)]);
    expect(report.added.count).toBe(FILLERS);
    expect(await questioners.stop(`a node ${what} in a reindex`)).toMatchObject(NONE);
    expect(await passagesThere()).toBe((await library.size()).passages);
  });

  it('says that the cluster is gone, keeps a change meanwhile, and is whole again when it is back', async () => {
    const [first] = openings;
    await Promise.all(NODES.map(kill));
    const asked = performance.now();
    await expect(library.ask(first?.question ?? '')).rejects.toThrow(SearchEngineError);
    expect(performance.now() - asked).toBeLessThan(PATIENCE_MS);
    const store = await openStore({ dataDir: shared.machine().dataDir.replace(/\d+$/, '0') });
    const bytes = Buffer.from('鹤浦大桥通车\n\n3月1日，鹤浦大桥通车仪式举行。何知远主持了通车仪式。');
    await store.uploads.put({ name: 'bridge.txt', bytes, sha256: sha256Of(bytes), addedBy: 'u', at: 1 });
    await store.close();
    await expect(library.refresh()).rejects.toThrow(ChangePendingError);
    await restart(...NODES);
    await vi.waitFor(
      async () => expect((await library.ask('谁主持了鹤浦大桥的通车仪式？')).answer).toBe('何知远'),
      WITHIN,
    );
    const questioners = new Questioners(library, PEOPLE);
    await questioners.more(openings.length);
    expect(await questioners.stop('after all nodes were gone')).toMatchObject(NONE);
  });
});
