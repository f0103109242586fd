/**
 * Fits the weights of short answers (src/reading/spans/span-weights.json) and prints, on paragraphs that the weights
 * have not seen (cross-validation by paragraph), how often the short answer holds the gold answer, by set.
 * Usage: npx tsx bench/fit-spans.ts PARAGRAPHS.jsonl QUESTIONS.jsonl...
 * (two minutes and the index; then `npx biome check --write` formats the file)
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Evidence } from '../src/reading/passages/evidence.js';
import { weighSentences } from '../src/reading/passages/sentences.js';
import { type Candidates, findCandidates } from '../src/reading/spans/candidates.js';
import { likelySentences, pickSpan } from '../src/reading/spans/extract.js';
import { setScene } from '../src/reading/spans/scene.js';
import { spanFeatures } from '../src/reading/spans/span-features.js';
import {
  type Calibration,
  calibrate,
  WEIGHT_COUNT,
  weightSets,
  weightsFor,
} from '../src/reading/spans/span-model.js';
import { scoreOf } from '../src/reading/spans/span-scores.js';
import type { WeighedSentence } from '../src/reading/spans/weighed-sentence.js';
import type { CorpusKnowledge } from '../src/retrieval/passage.js';
import { type Choice, fitConditionalLogit } from './conditional-logit.js';
import { comparable, hasAnswer, loadReadingCases, partOf, type ReadingCase } from './reading-cases.js';

const FOLDS = 5;
const PENALTY = 0.01;
const ROUNDS = 8;
const WEIGHTS_FILE = 'src/reading/spans/span-weights.json';
const LONGEST_ANSWER = 60;
const TYPED = new Set(['person', 'time', 'place', 'number']);
/** How much better the very words of the gold answer are than a stretch that holds them: a power of F1. */
const SHARPNESS = 5;
/** What is worth less than this share of the best candidate is wrong. */
const LEAST_WORTH = 0.02;
/** Questions that no few words answer teach nothing. */
const NO_SHORT_ANSWER = new Set(['list', 'statement', 'manner', 'reason', 'yes-no']);

interface Example {
  readonly reading: ReadingCase;
  readonly found: Candidates;
  readonly features: readonly Uint16Array[];
  /** How good each candidate is; 0 for wrong ones. */
  readonly worth: readonly number[];
}

/** 1 for the gold answer; less, by F1 of characters, for one that holds it. */
function worthOf(answers: readonly string[], text: string): number {
  const stretch = comparable(text);
  return answers.reduce((best, answer) => {
    if (!stretch.includes(answer)) return best;
    const agreement = (2 * answer.length) / (answer.length + stretch.length);
    return Math.max(best, agreement ** SHARPNESS);
  }, 0);
}

function exampleOf(
  reading: ReadingCase,
  evidence: Evidence,
  sentences: readonly WeighedSentence[],
  knowledge: CorpusKnowledge,
): Example {
  const { question, folded, text, answers } = reading;
  const found = findCandidates(
    folded,
    sentences.map(({ span }) => span),
    knowledge,
  );
  const scene = setScene(question, folded, sentences, evidence, found, knowledge);
  const features = found.candidates.map((candidate) => spanFeatures(scene, candidate));
  const worth = found.candidates.map(({ start, end }) => worthOf(answers, text.slice(start, end)));
  return { reading, found, features, worth };
}

/** What the reader looks at, and to learn from once more the sentence with the answer alone. */
function examplesOf(reading: ReadingCase, knowledge: CorpusKnowledge): readonly Example[] {
  const { question, folded, text, title, answers } = reading;
  const weighed = weighSentences(question, folded, title, knowledge);
  const { evidence, chances } = weighed;
  const asRead = exampleOf(reading, evidence, likelySentences(weighed, [0, text.length]), knowledge);
  const gold = evidence.sentences.findIndex((span) => hasAnswer(answers, text.slice(...span)));
  const span = evidence.sentences[gold];
  if (span === undefined) return [asRead];
  return [asRead, exampleOf(reading, evidence, [{ span, chance: chances[gold] ?? 0 }], knowledge)];
}

function choiceOf({ reading, features, worth }: Example): Choice[] {
  const best = Math.max(0, ...worth);
  const good = worth.map((value) => (value < LEAST_WORTH * best ? 0 : value));
  const all = good.reduce((sum, value) => sum + value, 0);
  if (all === 0) return [];
  const alternatives = features.map((active) => ({ features: active }));
  return [{ alternatives, target: good.map((value) => value / all), sets: weightSets(reading.question) }];
}

interface Outcome {
  readonly example: Example;
  readonly chance: number;
  readonly holds: boolean;
  readonly exact: boolean;
  readonly length: number;
}

function outcomeOf(example: Example, weights: Float64Array): Outcome {
  const { reading, found, features } = example;
  const own = weightsFor(reading.question, weights);
  const picked = pickSpan(
    found,
    features.map((active) => scoreOf(active, own)),
  );
  const answer = picked === null ? '' : reading.text.slice(picked.candidate.start, picked.candidate.end);
  return {
    example,
    chance: picked?.chance ?? 0,
    holds: answer.length <= LONGEST_ANSWER && hasAnswer(reading.answers, answer),
    exact: reading.answers.includes(comparable(answer)),
    length: answer.length,
  };
}

/** Offset and slope of the logistic curve that turns chances into the share of answers that hold, by Newton's method. */
function calibrationOf(outcomes: readonly Outcome[]): Calibration {
  let offset = 0;
  let slope = 1;
  for (let round = 0; round < 30; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const { chance, holds } of outcomes) {
      const bounded = Math.min(0.999, Math.max(0.001, chance));
      const x = Math.log(bounded / (1 - bounded));
      const p = calibrate(chance, { offset, slope });
      const error = p - (holds ? 1 : 0);
      const curve = p * (1 - p);
      g0 += error;
      g1 += error * x;
      h00 += curve;
      h01 += curve * x;
      h11 += curve * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    offset -= (h11 * g0 - h01 * g1) / determinant;
    slope -= (h00 * g1 - h01 * g0) / determinant;
  }
  return { offset: Number(offset.toFixed(3)), slope: Number(slope.toFixed(3)) };
}

function printTable(outcomes: readonly Outcome[]): void {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const { question, set } = outcome.example.reading;
    const typed = TYPED.has(question.kind);
    const names = typed ? ['who, when, where, how many', set, `kind ${question.kind}`] : ['other kinds'];
    for (const name of names) groups.set(name, [...(groups.get(name) ?? []), outcome]);
  }
  console.log(
    'questions · number · holds the gold answer % · exactly it % · mean length · some candidate holds it %',
  );
  for (const [name, group] of groups) {
    const percent = (count: number) => ((100 * count) / group.length).toFixed(1);
    const looked = group.filter(({ example: { worth } }) => worth.some((value) => value > 0));
    const length = group.reduce((sum, outcome) => sum + outcome.length, 0) / group.length;
    const row = [
      percent(group.filter(({ holds }) => holds).length),
      percent(group.filter(({ exact }) => exact).length),
    ];
    console.log([name, group.length, ...row, length.toFixed(1), percent(looked.length)].join(' · '));
  }
}

function printReliability(outcomes: readonly Outcome[], calibration: Calibration): void {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, holds: 0 }));
  for (const { chance, holds } of outcomes) {
    const bin = bins[Math.min(9, Math.floor(10 * calibrate(chance, calibration)))];
    if (bin === undefined) continue;
    bin.count++;
    if (holds) bin.holds++;
  }
  const cells = bins.map(
    ({ count, holds }, i) => `${i / 10}: ${count === 0 ? '–' : (holds / count).toFixed(2)} of ${count}`,
  );
  console.log(`certainty from … : share that holds the answer · ${cells.join(' · ')}`);
}

/** Fits on all cases, prints the cross-validated figures and returns what the weights file holds. */
export function fitSpans(cases: readonly ReadingCase[], knowledge: CorpusKnowledge): object {
  const examples = cases
    .filter(({ question }) => !NO_SHORT_ANSWER.has(question.kind))
    .map((reading) => examplesOf(reading, knowledge));
  const train = (isIn: (example: Example) => boolean) =>
    fitConditionalLogit(examples.flat().filter(isIn).flatMap(choiceOf), {
      size: WEIGHT_COUNT,
      penalty: PENALTY,
      rounds: ROUNDS,
    });
  const outcomes: Outcome[] = [];
  for (let part = 0; part < FOLDS; part++) {
    const isUnseen = ({ reading }: Example) => partOf(reading.paragraphId, FOLDS) === part;
    const weights = train((example) => !isUnseen(example));
    for (const [asRead] of examples)
      if (asRead !== undefined && isUnseen(asRead)) outcomes.push(outcomeOf(asRead, weights));
  }
  printTable(outcomes);
  const isEnglish = ({ example }: Outcome) => example.reading.question.language === 'en';
  const chinese = calibrationOf(outcomes.filter((outcome) => !isEnglish(outcome)));
  const english = calibrationOf(outcomes.filter(isEnglish));
  printReliability(
    outcomes.filter((outcome) => !isEnglish(outcome)),
    chinese,
  );
  printReliability(outcomes.filter(isEnglish), english);
  const hundredths = Array.from(
    train(() => true),
    (weight) => Math.round(100 * weight),
  );
  return { calibration: { chinese, english }, hundredths };
}

function main([poolFile, ...questionFiles]: readonly string[]): void {
  if (poolFile === undefined || questionFiles.length === 0)
    throw new Error('Usage: npx tsx bench/fit-spans.ts PARAGRAPHS.jsonl QUESTIONS.jsonl...');
  const { cases, knowledge } = loadReadingCases(poolFile, questionFiles);
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify(fitSpans(cases, knowledge))}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
