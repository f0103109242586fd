/** The fitted model that weighs candidates; bench/fit-spans.ts makes its weights. */

import type { AnswerKind, Question } from '../../retrieval/question.js';
import { FEATURE_COUNT } from './span-layout.js';
import fitted from './span-weights.json' with { type: 'json' };

/** Questions of these kinds have weights of their own beside the common ones; all others share a set. */
const KINDS_APART: readonly AnswerKind[] = ['person', 'time', 'place', 'number'];
/** Common weights, one set per kind, one for the other kinds, one for English questions. */
const SETS = KINDS_APART.length + 3;

/** How many weights there are. */
export const WEIGHT_COUNT = SETS * FEATURE_COUNT;

/** Where the weight sets of a question begin; a candidate's score is the sum over them. */
export function weightSets({ kind, language }: Pick<Question, 'kind' | 'language'>): readonly number[] {
  const apart = KINDS_APART.indexOf(kind);
  const ofKind = 1 + (apart < 0 ? KINDS_APART.length : apart);
  const sets = language === 'en' ? [0, ofKind, SETS - 1] : [0, ofKind];
  return sets.map((set) => set * FEATURE_COUNT);
}

/** The weights of every feature for one kind of question and language. */
export function weightsFor(
  question: Pick<Question, 'kind' | 'language'>,
  weights: ArrayLike<number>,
): Float64Array {
  const starts = weightSets(question);
  return Float64Array.from({ length: FEATURE_COUNT }, (_, feature) =>
    starts.reduce((sum, start) => sum + (weights[start + feature] ?? 0), 0),
  );
}

/** The weights are stored in hundredths. */
const WEIGHTS = fitted.hundredths.map((hundredth) => hundredth / 100);
const combined = new Map<string, Float64Array>();

/** As `weightsFor`, of the fitted weights, worked out once. */
export function fittedWeightsFor(question: Pick<Question, 'kind' | 'language'>): Float64Array {
  const key = weightSets(question).join();
  const known = combined.get(key);
  if (known !== undefined) return known;
  const weights = weightsFor(question, WEIGHTS);
  combined.set(key, weights);
  return weights;
}

/** How a chance by the model becomes a certainty: a logistic curve over its log-odds, by the question's language. */
export interface Calibration {
  readonly offset: number;
  readonly slope: number;
}

/** The calibration for a question's language. */
export function calibrationFor({ language }: Pick<Question, 'language'>): Calibration {
  return language === 'en' ? fitted.calibration.english : fitted.calibration.chinese;
}

/** Applies a calibration to a chance of 0..1. */
export function calibrate(chance: number, { offset, slope }: Calibration): number {
  const bounded = Math.min(0.999, Math.max(0.001, chance));
  return 1 / (1 + Math.exp(-(offset + slope * Math.log(bounded / (1 - bounded)))));
}
