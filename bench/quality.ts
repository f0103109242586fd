/**
 * Who finds the right paragraph: wenju beside engines off the shelf, over the same paragraphs and questions in one run,
 * and whether wenju refuses what the corpus does not hold.
 * Usage: npm run bench:quality [-- [FOLDER] [--json] [--questions N a set] [--only NAME,NAME]]
 */
import { parseArgs } from 'node:util';
import type { Article } from '../src/corpus/article.js';
import type { JudgedQuestion } from '../src/evaluation/questions.js';
import { evaluationText, percent, table } from '../src/evaluation/report.js';
import { askAll } from '../src/evaluation/run.js';
import { type Evaluation, evaluationOf } from '../src/evaluation/scores.js';
import { withoutLeftOut } from '../src/evaluation/subject.js';
import { listCorpus, readCorpus } from '../src/library/contents.js';
import { readWholeLexicons } from '../src/library.js';
import { assemble, buildParts } from '../src/retrieval/build-index.js';
import type { WholeLexicons } from '../src/retrieval/lexicons-of-corpus.js';
import { type BenchData, loadBenchData, sample } from './data.js';
import type { Peer } from './peers/engine.js';
import { flexSearch } from './peers/flexsearch.js';
import { lucene } from './peers/lucene.js';
import { miniSearch, miniSearchWithJieba } from './peers/minisearch.js';
import { orama } from './peers/orama.js';
import { sqlite } from './peers/sqlite.js';

const PEERS: readonly Peer[] = [miniSearch, miniSearchWithJieba, flexSearch, sqlite, orama, lucene];
const OURS = 'wenju';
/** Passages that count, as for the mean reciprocal rank. */
const DEPTH = 10;
/** Questions of each set that are asked when its paragraphs are left out. */
const OFF_CORPUS_QUESTIONS = 150;

interface Ranking {
  readonly questions: number;
  readonly recallAt1: number;
  readonly recallAt5: number;
  readonly mrrAt10: number;
}

/** Figures of one engine by group of questions. */
type EngineScores = Readonly<Record<string, Ranking>>;

interface Refusals {
  readonly questions: number;
  readonly refused: number;
}

/** Names of the groups that a question counts in. */
function groupsOf({ set, lang }: JudgedQuestion): readonly string[] {
  return lang === 'en' ? ['English'] : ['Chinese', set];
}

/** Adds up the places (from 0, null when missed) of the right paragraphs by group. */
function rankings(questions: readonly JudgedQuestion[], places: readonly (number | null)[]): EngineScores {
  const sums = new Map<string, { questions: number; first: number; five: number; reciprocal: number }>();
  questions.forEach((question, i) => {
    const place = places[i] ?? null;
    for (const name of groupsOf(question)) {
      const sum = sums.get(name) ?? { questions: 0, first: 0, five: 0, reciprocal: 0 };
      sums.set(name, sum);
      sum.questions++;
      if (place === 0) sum.first++;
      if (place !== null && place < 5) sum.five++;
      if (place !== null && place < DEPTH) sum.reciprocal += 1 / (place + 1);
    }
  });
  const entries = [...sums].map(([name, { questions: count, first, five, reciprocal }]) => [
    name,
    { questions: count, recallAt1: first / count, recallAt5: five / count, mrrAt10: reciprocal / count },
  ]);
  return Object.fromEntries(entries);
}

async function scorePeer(peer: Peer, { pool }: BenchData, questions: readonly JudgedQuestion[]) {
  const index = await peer.build(pool);
  const places: (number | null)[] = [];
  for (const { question, place } of questions) {
    const found = (await index.search(question, DEPTH)).findIndex((id) => place.articleIds.includes(id));
    places.push(found < 0 ? null : found);
  }
  await index.close?.();
  return rankings(questions, places);
}

async function indexWithout(articles: readonly Article[], set: string | null, lexicons: WholeLexicons) {
  const kept = set === null ? articles : articles.filter(({ id }) => !id.startsWith(`${set}:`));
  return assemble(buildParts(kept, lexicons));
}

/** Each set left out in turn, and its questions asked: the right answer is a refusal. */
async function offCorpus(
  articles: readonly Article[],
  questions: readonly JudgedQuestion[],
  lexicons: WholeLexicons,
  most: number,
): Promise<Readonly<Record<string, Refusals>>> {
  const results: Record<string, Refusals> = {};
  for (const set of new Set(questions.map((question) => question.set))) {
    const index = await indexWithout(articles, set, lexicons);
    const ofSet = questions.filter((question) => question.set === set);
    for (const isEnglish of [false, true]) {
      const asked = sample(
        ofSet.filter(({ lang }) => (lang === 'en') === isEnglish),
        most,
      ).map((question) => withoutLeftOut(question, `${set}:`));
      if (asked.length === 0) continue;
      const outcomes = await askAll(asked, index);
      const refused = outcomes.filter(({ answer }) => answer.status === 'no-answer').length;
      results[isEnglish ? `${set} (English)` : set] = { questions: asked.length, refused };
    }
  }
  return results;
}

function rankingTable(engines: Readonly<Record<string, EngineScores>>): string {
  const names = Object.keys(Object.values(engines)[0] ?? {});
  const rows = Object.entries(engines).map(([engine, scores]) => [
    engine,
    ...names.map((name) => {
      const { recallAt1, recallAt5, mrrAt10 } = scores[name] ?? {
        recallAt1: null,
        recallAt5: null,
        mrrAt10: null,
      };
      return [recallAt1, recallAt5, mrrAt10].map(percent).join(' / ');
    }),
  ]);
  return table([['R@1 / R@5 / MRR@10, %', ...names], ...rows]);
}

function refusalTable(refusals: Readonly<Record<string, Refusals>>, evaluation: Evaluation): string {
  const all = Object.values(refusals);
  const sum = (pick: (one: Refusals) => number) => all.reduce((total, one) => total + pick(one), 0);
  const total = { questions: sum(({ questions }) => questions), refused: sum(({ refused }) => refused) };
  const rows = [...Object.entries(refusals), ['all', total] as const].map(
    ([name, { questions, refused }]) => [name, String(questions), percent(refused / questions)],
  );
  const wrongly = Object.entries(evaluation.byLanguage).map(
    ([language, scores]) => `${language} ${percent(scores.wronglyRefused)}`,
  );
  return [
    table([['left out', 'questions', 'refused, %'], ...rows]),
    `Answerable questions wrongly refused, %: ${wrongly.join(', ')}`,
  ].join('\n');
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      questions: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const data = loadBenchData(positionals[0]);
  if (data === null) return;
  const most = values.questions === undefined ? Number.POSITIVE_INFINITY : Number(values.questions);
  const all = [...data.chinese, ...data.english];
  const questions = [...new Set(all.map(({ set, lang }) => `${set} ${lang}`))].flatMap((name) =>
    sample(
      all.filter(({ set, lang }) => `${set} ${lang}` === name),
      most,
    ),
  );
  const only = values.only?.split(',');
  const log = (message: string) => process.stderr.write(`${message}\n`);
  log(`${data.pool.length} paragraphs, ${questions.length} questions`);
  const lexicons = await readWholeLexicons();
  const { articles } = await readCorpus(await listCorpus(data.poolFile), () => {});
  log(`${OURS} …`);
  const outcomes = await askAll(questions, await indexWithout(articles, null, lexicons));
  const evaluation = evaluationOf(outcomes);
  const places = outcomes.map(({ rank }) => (typeof rank === 'number' ? rank : null));
  const engines: Record<string, EngineScores> = { [OURS]: rankings(questions, places) };
  log('off-corpus …');
  const refusals = await offCorpus(articles, questions, lexicons, Math.min(most, OFF_CORPUS_QUESTIONS));
  for (const peer of PEERS.filter(({ name }) => only === undefined || only.includes(name))) {
    const missing = peer.missing?.() ?? null;
    log(missing === null ? `${peer.name} …` : `${peer.name} is left out: ${missing}`);
    if (missing !== null) continue;
    engines[peer.name] = await scorePeer(peer, data, questions);
  }
  console.log(`${rankingTable(engines)}\n`);
  console.log(`Off-corpus\n${refusalTable(refusals, evaluation)}\n`);
  console.log(`${OURS} in full\n${evaluationText(evaluation)}`);
  if (values.json)
    console.log(JSON.stringify({ paragraphs: data.pool.length, engines, refusals, wenju: evaluation }));
}

await main();
