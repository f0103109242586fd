/**
 * Fits the weights of short answers (src/reading/spans/span-weights.json) and prints, on paragraphs that the weights
 * have not seen (cross-validation by paragraph), how often the short answer holds the gold answer, by set.
 * Usage: npx tsx bench/fit-spans.ts PARAGRAPHS.jsonl QUESTIONS.jsonl...
 * (about ten minutes on one core; then `npx biome check --write` formats the file)
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Span } from '../src/corpus/article.js';
import { gatherEvidence } from '../src/reading/evidence.js';
import { chooseSentences } from '../src/reading/sentences.js';
import { type Candidates, findCandidates } from '../src/reading/spans/candidates.js';
import { pickSpan } from '../src/reading/spans/extract.js';
import { setScene } from '../src/reading/spans/scene.js';
import { spanFeatures } from '../src/reading/spans/span-features.js';
import { FEATURE_COUNT } from '../src/reading/spans/span-layout.js';
import {
  type Calibration,
  calibrate,
  WEIGHT_COUNT,
  weightSets,
  weightsFor,
} from '../src/reading/spans/span-model.js';
import type { CorpusKnowledge } from '../src/retrieval/passage.js';
import { type Choice, fitConditionalLogit } from './conditional-logit.js';
import { comparable, hasAnswer, loadReadingCases, partOf, type ReadingCase } from './reading-cases.js';

const FOLDS = 5;
const PENALTY = 0.004;
const ROUNDS = 120;
const WEIGHTS_FILE = 'src/reading/spans/span-weights.json';
const LONGEST_ANSWER = 60;
const TYPED = new Set(['person', 'time', 'place', 'number']);
/** A stretch inside the gold answer counts when it agrees with it this much (F1 of characters), and then a little. */
const LEAST_AGREEMENT = 0.6;
const PART_SHARE = 0.3;

interface Example {
  readonly reading: ReadingCase;
  readonly range: Span;
  readonly found: Candidates;
  readonly features: readonly Uint16Array[];
  /** How good each candidate is; 0 for wrong ones. */
  readonly worth: readonly number[];
}

/** 1 for the gold answer; less, by F1 of characters, for one that holds it or is most of it. */
function worthOf(answers: readonly string[], text: string): number {
  const stretch = comparable(text);
  return answers.reduce((best, answer) => {
    const agreement = (2 * Math.min(answer.length, stretch.length)) / (answer.length + stretch.length);
    if (stretch.includes(answer)) return Math.max(best, agreement ** 2);
    const isPart = answer.includes(stretch) && agreement > LEAST_AGREEMENT;
    return isPart ? Math.max(best, PART_SHARE * agreement ** 3) : best;
  }, 0);
}

function exampleOf(reading: ReadingCase, range: Span, knowledge: CorpusKnowledge): Example {
  const { question, folded, text, answers } = reading;
  const found = findCandidates(folded, range, knowledge);
  const scene = setScene(question, folded, range, gatherEvidence(question, folded, ''), found, knowledge);
  const features = found.candidates.map((candidate) => spanFeatures(scene, candidate));
  const worth = found.candidates.map(({ start, end }) => worthOf(answers, text.slice(start, end)));
  return { reading, range, found, features, worth };
}

/** The sentence with the answer, alone and with its neighbours: more to learn from than the chosen sentences. */
function otherRanges({ question, folded, text, answers }: ReadingCase, chosen: Span): Span[] {
  const { sentences } = gatherEvidence(question, folded, '');
  const gold = sentences.findIndex((span) => hasAnswer(answers, text.slice(...span)));
  if (gold < 0) return [];
  return [
    [gold, gold],
    [gold, gold + 1],
    [gold - 1, gold],
    [gold - 1, gold + 1],
  ].flatMap(([first = 0, last = 0]): Span[] => {
    const from = sentences[first]?.[0];
    const to = sentences[last]?.[1];
    return from === undefined || to === undefined || (from === chosen[0] && to === chosen[1])
      ? []
      : [[from, to]];
  });
}

function choiceOf({ reading, features, worth }: Example): Choice[] {
  const all = worth.reduce((sum, value) => sum + value, 0);
  if (all === 0) return [];
  const alternatives = features.map((active) => ({ features: active }));
  return [{ alternatives, target: worth.map((value) => value / all), sets: weightSets(reading.question) }];
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
  const picked = pickSpan(found, features, weightsFor(reading.question, weights));
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
  console.log('questions · number · holds the gold answer % · exactly it % · mean length · quote holds it %');
  for (const [name, group] of groups) {
    const percent = (count: number) => ((100 * count) / group.length).toFixed(1);
    const quoted = group.filter(({ example: { reading, range } }) =>
      hasAnswer(reading.answers, reading.text.slice(...range)),
    );
    const length = group.reduce((sum, outcome) => sum + outcome.length, 0) / group.length;
    const row = [
      percent(group.filter(({ holds }) => holds).length),
      percent(group.filter(({ exact }) => exact).length),
    ];
    console.log([name, group.length, ...row, length.toFixed(1), percent(quoted.length)].join(' · '));
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
  const chosen = cases.flatMap((reading) => {
    const [best] = chooseSentences(reading.question, reading.text, reading.folded, reading.title, knowledge);
    return best === undefined ? [] : [exampleOf(reading, best.range, knowledge)];
  });
  const more = chosen.flatMap(({ reading, range }) =>
    otherRanges(reading, range).map((other) => exampleOf(reading, other, knowledge)),
  );
  const train = (isIn: (example: Example) => boolean) =>
    fitConditionalLogit([...chosen, ...more].filter(isIn).flatMap(choiceOf), {
      size: WEIGHT_COUNT,
      features: FEATURE_COUNT,
      penalty: PENALTY,
      rounds: ROUNDS,
    });
  const outcomes: Outcome[] = [];
  for (let part = 0; part < FOLDS; part++) {
    const isUnseen = ({ reading }: Example) => partOf(reading.paragraphId, FOLDS) === part;
    const weights = train((example) => !isUnseen(example));
    outcomes.push(...chosen.filter(isUnseen).map((example) => outcomeOf(example, weights)));
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
