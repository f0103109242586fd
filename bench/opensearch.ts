/**
 * The second engine at several sizes: what indexing into a cluster of three nodes on this machine takes, how large it
 * becomes there, how long the engine's search and a whole answer take, and how many answers a second.
 * Usage: npm run bench:opensearch [-- [FOLDER] [--json] [--paragraphs N,N] [--questions N] [--heap MB] [--replicas N]]
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { missingForCluster, startCluster } from '../opensearch/cluster.js';
import { table } from '../src/evaluation/report.js';
import { percentile } from '../src/evaluation/scores.js';
import { LocalLibrary, type ReindexProgress } from '../src/library.js';
import { analyse } from '../src/retrieval/analysis.js';
import { queryTerms } from '../src/retrieval/query.js';
import { loadBenchData, sample } from './data.js';
import type { PoolParagraph } from './peers/engine.js';
import { writeRecombined } from './recombine.js';

const NODES = 3;
const WARM_UP = 30;
/** Candidates that the engine is asked for. */
const CANDIDATES = 100;
/** People who ask at once, for the rate. */
const PEOPLE = 4;
const PREFIX = 'bench';
/** Paragraphs; a file much larger than this many is not read. */
const IN_A_FILE = 100_000;

/** Seconds, milliseconds, megabytes. */
interface Figures {
  readonly passages: number;
  /** Reading, cutting and mining the articles, here. */
  readonly buildSeconds: number;
  /** Writing passages and files into the cluster, until they are found. */
  readonly writeSeconds: number;
  readonly documentsPerSecond: number;
  /** Of one copy of everything in the cluster, the files that machines share included. */
  readonly clusterMb: number;
  readonly searchP50: number;
  readonly searchP99: number;
  readonly answerP50: number;
  readonly answerP99: number;
  /** Answers a second with several people asking. */
  readonly answersPerSecond: number;
  /** A machine that has nothing takes over what is shared, until it answers. */
  readonly joinSeconds: number;
  /** Resident memory of the process that answers. */
  readonly residentMb: number;
}

const COLUMNS: readonly (readonly [string, (figures: Figures) => number, number])[] = [
  ['passages', ({ passages }) => passages, 0],
  ['build s', ({ buildSeconds }) => buildSeconds, 1],
  ['write s', ({ writeSeconds }) => writeSeconds, 1],
  ['documents/s', ({ documentsPerSecond }) => documentsPerSecond, 0],
  ['MB in cluster', ({ clusterMb }) => clusterMb, 0],
  ['search p50 ms', ({ searchP50 }) => searchP50, 1],
  ['search p99', ({ searchP99 }) => searchP99, 1],
  ['answer p50 ms', ({ answerP50 }) => answerP50, 1],
  ['answer p99', ({ answerP99 }) => answerP99, 1],
  [`answers/s of ${PEOPLE}`, ({ answersPerSecond }) => answersPerSecond, 1],
  ['join s', ({ joinSeconds }) => joinSeconds, 1],
  ['resident MB', ({ residentMb }) => residentMb, 0],
];

async function timed(
  questions: readonly string[],
  ask: (question: string) => Promise<unknown>,
): Promise<readonly number[]> {
  for (const question of questions.slice(0, WARM_UP)) await ask(question);
  const times: number[] = [];
  for (const question of questions) {
    const started = performance.now();
    await ask(question);
    times.push(performance.now() - started);
  }
  return times;
}

/** All questions, asked by several people at once: answers a second. */
async function rate(
  questions: readonly string[],
  ask: (question: string) => Promise<unknown>,
): Promise<number> {
  const started = performance.now();
  const left = questions.values();
  const person = async () => {
    for (const question of left) await ask(question);
  };
  await Promise.all(Array.from({ length: PEOPLE }, person));
  return questions.length / ((performance.now() - started) / 1000);
}

async function megabytesIn(url: string): Promise<number> {
  const response = await fetch(`${url}/${PREFIX}-*/_stats/store`);
  const { _all: all } = (await response.json()) as {
    readonly _all: { readonly primaries: { readonly store: { readonly size_in_bytes: number } } };
  };
  return all.primaries.store.size_in_bytes / 1e6;
}

async function measure(
  corpus: string,
  folder: string,
  questions: readonly string[],
  { urls, replicas }: { readonly urls: readonly string[]; readonly replicas: number },
): Promise<Figures> {
  const engine = { nodes: urls, prefix: PREFIX, replicas };
  const machine = (name: string) => new LocalLibrary({ corpus, dataDir: join(folder, name), engine });
  const started = performance.now();
  let savingAt = started;
  const library = machine('first');
  await library.open(({ phase }: ReindexProgress) => {
    if (phase !== 'saving') savingAt = performance.now();
  });
  const opened = performance.now();
  const index = library.index();
  const search = await timed(questions, (question) =>
    index.retriever.search(queryTerms(analyse(question, index), index.statistics), CANDIDATES),
  );
  const ask = (question: string) => library.ask(question);
  const answer = await timed(questions, ask);
  const answersPerSecond = await rate(questions, ask);
  const { passages } = await library.size();
  if (passages === 0) throw new Error('Nothing of the corpus could be read.');
  const residentMb = process.memoryUsage().rss / 1e6;
  const joining = performance.now();
  const second = machine('second');
  await second.open(() => {});
  await second.ask(questions[0] ?? '');
  const joinSeconds = (performance.now() - joining) / 1000;
  await second.close();
  await library.close();
  const ms = (times: readonly number[], share: number) => percentile(times, share) ?? 0;
  const writeSeconds = (opened - savingAt) / 1000;
  return {
    passages,
    buildSeconds: (savingAt - started) / 1000,
    writeSeconds,
    documentsPerSecond: passages / writeSeconds,
    clusterMb: await megabytesIn(urls[0] ?? ''),
    searchP50: ms(search, 0.5),
    searchP99: ms(search, 0.99),
    answerP50: ms(answer, 0.5),
    answerP99: ms(answer, 0.99),
    answersPerSecond,
    joinSeconds,
    residentMb,
  };
}

/** One size in a cluster of its own, so that none has another's leftovers. */
async function measured(
  pool: readonly PoolParagraph[],
  count: number,
  questions: readonly string[],
  { heapMb, replicas }: { readonly heapMb: number; readonly replicas: number },
): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'wenju-bench-'));
  try {
    const corpus = join(folder, 'corpus');
    mkdirSync(corpus);
    const files = Math.ceil(count / IN_A_FILE);
    const names = Array.from({ length: files }, (_, i) => join(corpus, `recombined-${i}.jsonl`));
    writeRecombined(pool, Math.ceil(count / files), ...names);
    const cluster = await startCluster(NODES, heapMb);
    try {
      return await measure(corpus, folder, questions, { urls: cluster.urls, replicas });
    } finally {
      await cluster.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function circumstances(): string {
  const [minute = 0] = loadavg();
  return `${availableParallelism()} processors, load ${minute.toFixed(1)}`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      paragraphs: { type: 'string', default: '10000,100000' },
      questions: { type: 'string', default: '200' },
      heap: { type: 'string', default: '1024' },
      replicas: { type: 'string', default: '1' },
    },
  });
  const missing = missingForCluster();
  if (missing !== null) {
    console.log(`Nothing is measured: ${missing}.`);
    return;
  }
  const data = loadBenchData(positionals[0]);
  if (data === null) return;
  const questions = sample(data.chinese, Number(values.questions)).map(({ question }) => question);
  const settings = { heapMb: Number(values.heap), replicas: Number(values.replicas) };
  console.log(
    `${NODES} nodes of ${values.heap} MB on this machine, ${values.replicas} replicas, ${questions.length} questions`,
  );
  const sizes: Record<string, Figures> = {};
  for (const count of values.paragraphs.split(',')) {
    const before = circumstances();
    const figures = await measured(data.pool, Number(count), questions, settings);
    sizes[count] = figures;
    const row = COLUMNS.map(([, pick, decimals]) => pick(figures).toFixed(decimals));
    console.log(`${count} paragraphs (${before} before, ${circumstances()} after)`);
    console.log(`${table([COLUMNS.map(([head]) => head), row])}\n`);
  }
  if (values.json) console.log(JSON.stringify({ settings, sizes }));
}

await main();
