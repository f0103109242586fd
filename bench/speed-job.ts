/** One engine over one pool in this process: what bench/speed.ts starts. Prints its figures as JSON, the last line. */
import { pathToFileURL } from 'node:url';
import nodejieba from 'nodejieba';
import { percentile } from '../src/evaluation/scores.js';
import { type Contents, type Listing, listCorpus, readCorpus } from '../src/library/contents.js';
import { annexesOf, type LibraryState, nextState, stateFrom } from '../src/library/state.js';
import { answerFrom, readWholeLexicons } from '../src/library.js';
import { analyse } from '../src/retrieval/analysis.js';
import type { CorpusIndex } from '../src/retrieval/corpus-index.js';
import { queryTerms } from '../src/retrieval/query.js';
import { loadSnapshot, saveSnapshot } from '../src/retrieval/snapshot.js';
import { readPool } from './data.js';
import type { Peer } from './peers/engine.js';
import { flexSearch } from './peers/flexsearch.js';
import { miniSearchWithJieba } from './peers/minisearch.js';
import { sqlite } from './peers/sqlite.js';

export const OURS = 'wenju';
export const SPEED_PEERS: readonly Peer[] = [miniSearchWithJieba, flexSearch, sqlite];
/** The peer that the ratios are against. */
export const PEER = miniSearchWithJieba.name;

const WARM_UP = 30;
/** Each question is asked so often and its best time counts, so that other work on the machine tells less. */
const REPEATS = 2;
/** As many results as a peer's search returns. */
const LIMIT = 10;
/** Candidates of our bare retrieval. */
const CANDIDATES = 100;

export interface SpeedJob {
  readonly engine: string;
  readonly poolFile: string;
  readonly questions: { readonly chinese: readonly string[]; readonly english: readonly string[] };
  /** Folder of our snapshot: written by a build, read by a restart. */
  readonly snapshot: string;
  readonly restart: boolean;
}

interface Times {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

export interface SpeedFigures {
  readonly chinese: Times;
  readonly english: Times;
  /** Milliseconds of our analysis and candidates alone, without ranking and reading, over the Chinese questions. */
  readonly retrievalP50: number | null;
  /** From the file to an index that answers; ours with its snapshot written. */
  readonly buildSeconds: number | null;
  /** The processor's seconds of it: other work on the machine tells less. */
  readonly buildCpuSeconds: number | null;
  /** From the snapshot to an index that answers. */
  readonly restartSeconds: number | null;
  /** From one changed article to an index that answers, its snapshot written. */
  readonly reindexSeconds: number | null;
  /** Memory of V8 (heap and buffers) a paragraph: the index alone, and with the texts that it shows; null where the engine keeps it elsewhere. */
  readonly indexKb: number | null;
  readonly totalKb: number | null;
  /** The process's resident memory beyond what it had before the data. */
  readonly residentMb: number;
}

function memory(): { readonly used: number; readonly resident: number } {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { used: heapUsed + external, resident: rss };
}

/** The processor's seconds since then, collecting garbage for a figure included. */
function cpuSince(then: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(then);
  return (user + system) / 1e6;
}

async function timed(
  questions: readonly string[],
  ask: (question: string) => Promise<unknown>,
): Promise<Times> {
  for (const question of questions.slice(0, WARM_UP)) await ask(question);
  const times: number[] = questions.map(() => Number.POSITIVE_INFINITY);
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    for (const [i, question] of questions.entries()) {
      const started = performance.now();
      await ask(question);
      times[i] = Math.min(times[i] ?? 0, performance.now() - started);
    }
  }
  return { p50: percentile(times, 0.5) ?? 0, p99: percentile(times, 0.99) ?? 0 };
}

async function measurePeer(peer: Peer, { poolFile, questions }: SpeedJob): Promise<SpeedFigures> {
  const before = memory();
  const cpu = process.cpuUsage();
  const started = performance.now();
  const pool = readPool(poolFile);
  const reading = performance.now() - started;
  const withTexts = memory();
  const building = performance.now();
  const index = await peer.build(pool);
  const buildSeconds = (reading + performance.now() - building) / 1000;
  const buildCpuSeconds = cpuSince(cpu);
  const after = memory();
  const inV8 = peer !== sqlite;
  return {
    chinese: await timed(questions.chinese, (question) => index.search(question, LIMIT)),
    english: await timed(questions.english, (question) => index.search(question, LIMIT)),
    retrievalP50: null,
    buildSeconds,
    buildCpuSeconds,
    restartSeconds: null,
    reindexSeconds: null,
    indexKb: inV8 ? (after.used - withTexts.used) / pool.length / 1000 : null,
    totalKb: inV8 ? (after.used - before.used) / pool.length / 1000 : null,
    residentMb: (after.resident - before.resident) / 1e6,
  };
}

async function measureOurs(job: SpeedJob): Promise<SpeedFigures> {
  const before = memory();
  const { index, textsUsed, buildSeconds, buildCpuSeconds, restartSeconds, reindex } = job.restart
    ? await restarted(job)
    : await built(job);
  const after = memory();
  const { chinese, english } = job.questions;
  const paragraphs = index.articles.length;
  const retrieval = await timed(chinese, (question) => {
    const understood = analyse(question, index);
    return index.retriever.search(queryTerms(understood, index.statistics), CANDIDATES);
  });
  return {
    chinese: await timed(chinese, (question) => answerFrom(index, question)),
    english: await timed(english, (question) => answerFrom(index, question)),
    retrievalP50: retrieval.p50,
    buildSeconds,
    buildCpuSeconds,
    restartSeconds,
    reindexSeconds: await reindex(),
    indexKb: textsUsed === null ? null : (after.used - textsUsed) / paragraphs / 1000,
    totalKb: (after.used - before.used) / paragraphs / 1000,
    residentMb: (after.resident - before.resident) / 1e6,
  };
}

interface Opened {
  readonly index: CorpusIndex;
  /** V8's memory once the texts were there; null when they came with the index. */
  readonly textsUsed: number | null;
  readonly buildSeconds: number | null;
  readonly buildCpuSeconds: number | null;
  readonly restartSeconds: number | null;
  /** Seconds that one changed article takes; null where that was not measured. */
  reindex(): Promise<number | null>;
}

async function built({ poolFile, snapshot }: SpeedJob): Promise<Opened> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const listing = await listCorpus(poolFile);
  const contents = await readCorpus(listing, () => {});
  const reading = performance.now() - started;
  const textsUsed = memory().used;
  const building = performance.now();
  const state = nextState(contents, listing, null, await readWholeLexicons(), () => {});
  await saveSnapshot(snapshot, state.parts, state.fingerprint, { annexes: annexesOf(state) });
  const buildSeconds = (reading + performance.now() - building) / 1000;
  const reindex = () => oneChanged(contents, listing, state, snapshot);
  return {
    index: state.index,
    textsUsed,
    buildSeconds,
    buildCpuSeconds: cpuSince(cpu),
    restartSeconds: null,
    reindex,
  };
}

async function oneChanged(
  contents: Contents,
  listing: Listing,
  state: LibraryState,
  snapshot: string,
): Promise<number> {
  // Another object counts as another article.
  const articles = contents.articles.map((article, i) => (i === 0 ? { ...article } : article));
  const started = performance.now();
  const next = nextState({ ...contents, articles }, listing, state, await readWholeLexicons(), () => {});
  const annexes = annexesOf(next);
  await saveSnapshot(`${snapshot}-later`, next.parts, next.fingerprint, { annexes, earlier: snapshot });
  return (performance.now() - started) / 1000;
}

async function restarted({ snapshot }: SpeedJob): Promise<Opened> {
  const started = performance.now();
  const { index } = stateFrom(await loadSnapshot(snapshot), await readWholeLexicons());
  const restartSeconds = (performance.now() - started) / 1000;
  return {
    index,
    textsUsed: null,
    buildSeconds: null,
    buildCpuSeconds: null,
    restartSeconds,
    reindex: async () => null,
  };
}

async function main(argument: string): Promise<void> {
  const job: SpeedJob = JSON.parse(argument);
  // The dictionary is the same for all and counts for none.
  nodejieba.cut('词典', true);
  const peer = SPEED_PEERS.find(({ name }) => name === job.engine);
  const figures = peer === undefined ? await measureOurs(job) : await measurePeer(peer, job);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv[2] ?? '');
