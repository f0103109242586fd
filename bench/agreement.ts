/**
 * Whether it matters which engine finds the candidates: the same questions over the same paragraphs by the embedded
 * engine and by a cluster of three nodes on this machine, in one run, beside the cluster's own analyzer for Chinese with
 * a plain match. Prints how often the first citation is the same, and what is found and how fast.
 * Usage: npm run bench:agreement [-- [FOLDER] [--json] [--questions N]]
 */
import { parseArgs } from 'node:util';
import { missingForCluster, startCluster } from '../opensearch/cluster.js';
import type { JudgedQuestion } from '../src/evaluation/questions.js';
import { percent, table } from '../src/evaluation/report.js';
import { askAll } from '../src/evaluation/run.js';
import { percentile } from '../src/evaluation/scores.js';
import { listCorpus, readCorpus } from '../src/library/contents.js';
import { readWholeLexicons } from '../src/library.js';
import type { Answer } from '../src/reading/answer.js';
import { assemble, buildParts, type IndexParts } from '../src/retrieval/build-index.js';
import type { CorpusIndex } from '../src/retrieval/corpus-index.js';
import { connect } from '../src/search-engine/client.js';
import { namesUnder } from '../src/search-engine/names.js';
import { openSearchRetriever } from '../src/search-engine/retriever.js';
import { fillSegmentIndex } from '../src/search-engine/segment-indices.js';
import { loadBenchData, sample } from './data.js';
import type { PoolParagraph } from './peers/engine.js';
import { lucene } from './peers/lucene.js';

const NODES = 3;
const PREFIX = 'agreement';
const QUESTIONS = 500;
/** Passages that count. */
const DEPTH = 10;

/** One engine's part of a run: places of the right passages from 0, null when missed; milliseconds. */
interface Run {
  readonly places: readonly (number | null)[];
  readonly took: readonly number[];
}

async function answersOf(
  questions: readonly JudgedQuestion[],
  index: CorpusIndex,
): Promise<Run & { readonly answers: readonly Answer[] }> {
  const outcomes = await askAll(questions, index);
  return {
    places: outcomes.map(({ rank }) => (typeof rank === 'number' ? rank : null)),
    took: outcomes.map(({ took }) => took),
    answers: outcomes.map(({ answer }) => answer),
  };
}

/** The same with the cluster's candidates. */
async function answersByCluster(questions: readonly JudgedQuestion[], parts: IndexParts) {
  const cluster = await startCluster(NODES);
  const client = connect({ nodes: cluster.urls, prefix: PREFIX, replicas: 1 });
  try {
    const names = namesUnder(PREFIX);
    for (const segment of parts.segments)
      await fillSegmentIndex(client, names.segment(segment.id), segment, 1);
    const index = assemble(parts, null, (postings, segments) =>
      openSearchRetriever(client, names, segments, postings),
    );
    return await answersOf(questions, index);
  } finally {
    await client.close();
    await cluster.stop();
  }
}

async function plainMatch(
  pool: readonly PoolParagraph[],
  questions: readonly JudgedQuestion[],
): Promise<Run> {
  const index = await lucene.build(pool);
  const places: (number | null)[] = [];
  const took: number[] = [];
  for (const { question, place } of questions) {
    const started = performance.now();
    const found = (await index.search(question, DEPTH)).findIndex((id) => place.articleIds.includes(id));
    took.push(performance.now() - started);
    places.push(found < 0 ? null : found);
  }
  await index.close?.();
  return { places, took };
}

/** Where an answer's first citation stands; what it says instead, without one. */
function firstCitation({ citations: [first], status }: Answer): string {
  return first === undefined ? status : JSON.stringify([first.article.id, first.paragraph, first.quote]);
}

function rowOf(name: string, run: Run, isOne: (question: number) => boolean): readonly string[] {
  const places = run.places.filter((_, i) => isOne(i));
  const took = run.took.filter((_, i) => isOne(i));
  const within = (depth: number) =>
    places.filter((place) => place !== null && place < depth).length / places.length;
  const ms = (share: number) => percentile(took, share)?.toFixed(1) ?? '';
  return [name, percent(within(1)), percent(within(5)), percent(within(DEPTH)), ms(0.5), ms(0.99)];
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, questions: { type: 'string' } },
  });
  const missing = missingForCluster();
  if (missing !== null) throw new Error(`No cluster can be started: ${missing}`);
  const data = loadBenchData(positionals[0]);
  if (data === null) return;
  const all = [...data.chinese, ...data.english];
  const questions = sample(all, Number(values.questions ?? QUESTIONS));
  const { articles } = await readCorpus(await listCorpus(data.poolFile), () => {});
  const parts = buildParts(articles, await readWholeLexicons());
  const embedded = await answersOf(questions, assemble(parts));
  const byCluster = await answersByCluster(questions, parts);
  const same = questions.filter((_, i) => {
    const [one, other] = [embedded.answers[i], byCluster.answers[i]];
    return one !== undefined && other !== undefined && firstCitation(one) === firstCitation(other);
  }).length;
  const plain = await plainMatch(data.pool, questions);
  for (const [language, isOne] of [
    ['Chinese', (i: number) => questions[i]?.lang !== 'en'],
    ['English', (i: number) => questions[i]?.lang === 'en'],
  ] as const) {
    const rows = [
      rowOf('wenju, whole answers', embedded, isOne),
      rowOf('wenju on OpenSearch, whole answers', byCluster, isOne),
      rowOf('OpenSearch cjk, plain match', plain, isOne),
    ];
    console.log(`${table([[language, 'R@1, %', 'R@5, %', 'R@10, %', 'p50 ms', 'p99 ms'], ...rows])}\n`);
  }
  console.log(
    `The first citation is the same for ${same} of ${questions.length} questions (${percent(same / questions.length)} %).`,
  );
  if (values.json) console.log(JSON.stringify({ questions: questions.length, same }));
}

await main();
