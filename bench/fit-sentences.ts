/**
 * Fits the weights of sentence choice (src/reading/passages/sentence-weights.json) and prints how often the chosen one or two
 * sentences hold the answer, on paragraphs that the weights have not seen (cross-validation by paragraph).
 * Usage: npx tsx bench/fit-sentences.ts PARAGRAPHS.jsonl QUESTIONS.jsonl...
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fold } from '../src/language/script.js';
import { gatherEvidence } from '../src/reading/passages/evidence.js';
import { type SentenceFeatures, sentenceFeatures } from '../src/reading/passages/sentence-features.js';
import { chancesOf, rankSentences, type SentenceWeights } from '../src/reading/passages/sentences.js';
import type { CorpusKnowledge } from '../src/retrieval/passage.js';
import { type Choice, fitConditionalLogit } from './conditional-logit.js';
import { hasAnswer, loadReadingCases, partOf, type ReadingCase } from './reading-cases.js';

const FOLDS = 5;
const PENALTY = 0.01;
const ROUNDS = 60;
const WEIGHTS_FILE = 'src/reading/passages/sentence-weights.json';
const NAMES = [
  'characters',
  'charactersWithTitle',
  'charactersPlain',
  'words',
  'carried',
  'next',
  'position',
  'mentions',
  'mentionNear',
  'head',
  'cue',
] as const satisfies readonly (keyof SentenceFeatures)[];

interface Prepared {
  readonly reading: ReadingCase;
  readonly evidence: ReturnType<typeof gatherEvidence>;
  readonly features: readonly SentenceFeatures[];
  /** Which sentences hold the answer. */
  readonly right: readonly boolean[];
}

function prepare(reading: ReadingCase, knowledge: CorpusKnowledge): Prepared {
  const { question, folded, text, answers } = reading;
  const title = reading.title === null ? '' : fold(reading.title);
  const evidence = gatherEvidence(question, folded, title);
  const features = sentenceFeatures(question, folded, title, evidence, knowledge);
  const right = evidence.sentences.map((span) => hasAnswer(answers, text.slice(...span)));
  return { reading, evidence, features, right };
}

/** Features are standardised for the fit; the weights are for the plain ones. */
function fitWeights(prepared: readonly Prepared[]): SentenceWeights {
  const all = prepared.flatMap(({ features }) => features);
  const spread = NAMES.map((name) => {
    const mean = all.reduce((sum, feature) => sum + feature[name], 0) / all.length;
    const variance = all.reduce((sum, feature) => sum + (feature[name] - mean) ** 2, 0) / all.length;
    return Math.sqrt(variance) || 1;
  });
  const indices = Uint16Array.from(NAMES, (_, i) => i);
  const choices: Choice[] = prepared.flatMap(({ features, right }) => {
    const count = right.filter(Boolean).length;
    if (count === 0) return [];
    const alternatives = features.map((feature) => ({
      features: indices,
      values: Float64Array.from(NAMES, (name, i) => feature[name] / (spread[i] ?? 1)),
    }));
    return [{ alternatives, target: right.map((isRight) => (isRight ? 1 / count : 0)), sets: [0] }];
  });
  const weights = fitConditionalLogit(choices, {
    size: NAMES.length,
    penalty: PENALTY,
    rounds: ROUNDS,
  });
  const entries = NAMES.map((name, i) => [name, Number(((weights[i] ?? 0) / (spread[i] ?? 1)).toFixed(3))]);
  return Object.fromEntries(entries) as SentenceWeights;
}

interface Tally {
  questions: number;
  single: number;
  chosen: number;
  length: number;
  baseline: number;
}

/** The sentence with the most question words by idf, and of its neighbours the better: what the weights must beat. */
function baselineRange({ evidence }: Prepared): readonly [number, number] {
  const scores = evidence.sentences.map((_, s) =>
    evidence.concepts.reduce((sum, { idf, matches }) => sum + idf * (matches[s] ?? 0), 0),
  );
  const best = scores.indexOf(Math.max(...scores));
  const other = (scores[best - 1] ?? -1) >= (scores[best + 1] ?? -1) ? best - 1 : best + 1;
  const from = evidence.sentences[Math.max(0, Math.min(best, other))]?.[0] ?? 0;
  const to = evidence.sentences[Math.min(scores.length - 1, Math.max(best, other))]?.[1] ?? 0;
  return [from, to];
}

function score(prepared: Prepared, weights: SentenceWeights, table: Map<string, Tally>): void {
  const { reading, evidence, features } = prepared;
  const choices = rankSentences(evidence, chancesOf(features, weights));
  const range = choices[0]?.range ?? [0, 0];
  const single = choices.find((choice) =>
    evidence.sentences.some((s) => s[0] === choice.range[0] && s[1] === choice.range[1]),
  );
  const has = (span: readonly [number, number]) =>
    hasAnswer(reading.answers, reading.text.slice(...span)) ? 1 : 0;
  for (const set of [reading.set, 'all']) {
    const tally = table.get(set) ?? { questions: 0, single: 0, chosen: 0, length: 0, baseline: 0 };
    tally.questions++;
    tally.single += has(single?.range ?? [0, 0]);
    tally.chosen += has(range);
    tally.length += range[1] - range[0];
    tally.baseline += has(baselineRange(prepared));
    table.set(set, tally);
  }
}

/** Fits one language's weights and prints the cross-validated figures. */
export function fitSentences(cases: readonly ReadingCase[], knowledge: CorpusKnowledge): SentenceWeights {
  const prepared = cases
    .map((reading) => prepare(reading, knowledge))
    .filter(({ features }) => features.length > 0);
  const table = new Map<string, Tally>();
  for (let part = 0; part < FOLDS; part++) {
    const isUnseen = ({ reading }: Prepared) => partOf(reading.paragraphId, FOLDS) === part;
    const weights = fitWeights(prepared.filter((one) => !isUnseen(one)));
    for (const one of prepared.filter(isUnseen)) score(one, weights, table);
  }
  const percent = (count: number, of: number) => ((100 * count) / of).toFixed(1);
  console.log(
    'set · questions · chosen quote has the answer % · its mean length · best single sentence % · baseline pair %',
  );
  for (const [set, t] of table)
    console.log(
      [
        set,
        t.questions,
        percent(t.chosen, t.questions),
        (t.length / t.questions).toFixed(0),
        percent(t.single, t.questions),
        percent(t.baseline, t.questions),
      ].join(' · '),
    );
  return fitWeights(prepared);
}

function main([poolFile, ...questionFiles]: readonly string[]): void {
  if (poolFile === undefined || questionFiles.length === 0)
    throw new Error('Usage: npx tsx bench/fit-sentences.ts PARAGRAPHS.jsonl QUESTIONS.jsonl...');
  const { cases, knowledge } = loadReadingCases(poolFile, questionFiles);
  const chinese = fitSentences(
    cases.filter(({ question }) => question.language !== 'en'),
    knowledge,
  );
  const english = fitSentences(
    cases.filter(({ question }) => question.language === 'en'),
    knowledge,
  );
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify({ chinese, english }, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
