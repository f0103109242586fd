/**
 * How likely it is that what the reader brings back is right: a logistic model over what the strategy, the models of
 * sentences and spans, and relevance say, fitted on questions whose answers are known (bench/fit-confidence.ts).
 */
import type { Hit } from '../retrieval/passage.js';
import type { Constraint, Question } from '../retrieval/question.js';
import weights from './confidence-weights.json' with { type: 'json' };
import type { Answered, Finding, Shown, Strategy } from './finding.js';
import { rivalry } from './rivals.js';

interface Model {
  readonly bias: number;
  /** The probability from which on an answer is sure (0.8): above what it says, because nine in ten are to be right then. */
  readonly sure: number;
  readonly weights: Readonly<Record<string, number>>;
}

const MODELS: { readonly answered: Model; readonly passages: Model } = weights;

/** Log odds of relevance beyond this say no more. */
const FARTHEST = 5;
/** Nothing is quite certain, and nothing quite out of the question. */
const LEAST = 0.02;
const MOST = 0.98;
/** The confidence of a sure answer, and that from which on the model's probability is held back. */
const SURE = 0.8;
const HELD_BACK_FROM = 0.7;

/** 0..1. `relevance` is how likely the best hit is about the question at all (0..1); `hits` are the best passages. */
export function confidenceOf(
  question: Question,
  finding: Finding,
  relevance: number,
  hits: readonly Hit[] = [],
): number {
  if (finding.status === 'no-answer') return finding.certainty;
  // What no question of known answer taught anything about says itself how sure it is: counts of articles, credits.
  if (finding.status === 'answered' && finding.strategy !== undefined && !isFitted(finding.strategy))
    return Math.min(MOST, finding.certainty);
  const { bias, sure, weights: named } = finding.status === 'answered' ? MODELS.answered : MODELS.passages;
  const features = Object.entries(confidenceFeatures(question, finding, relevance, hits));
  const logit = features.reduce((sum, [name, value]) => sum + (named[name] ?? 0) * value, bias);
  return Math.min(MOST, Math.max(LEAST, heldBack(1 / (1 + Math.exp(-logit)), sure)));
}

function isFitted(strategy: Strategy): boolean {
  return `source:${strategy}` in MODELS.answered.weights;
}

/** Piecewise linear: up to HELD_BACK_FROM as it is, `sure` becomes SURE, 1 stays 1. */
function heldBack(probability: number, sure: number): number {
  if (probability <= HELD_BACK_FROM) return probability;
  const [from, to, low, high] =
    probability <= sure ? [HELD_BACK_FROM, sure, HELD_BACK_FROM, SURE] : [sure, 1, SURE, 1];
  return low + ((probability - from) / (to - from)) * (high - low);
}

/** What the model looks at, by name; a feature that is not there counts as 0. */
export function confidenceFeatures(
  question: Question,
  finding: Answered | Shown,
  relevance: number,
  hits: readonly Hit[] = [],
): Readonly<Record<string, number>> {
  const { evidence, fit } = finding;
  const strategy = finding.status === 'answered' ? finding.strategy : undefined;
  const source = strategy ?? (evidence?.span == null ? 'sentence' : 'span');
  const about = logOdds(relevance);
  return {
    [`source:${source}`]: 1,
    [`kind:${question.kind}`]: 1,
    ...(question.language === 'en' ? { english: 1, englishRelevance: about } : {}),
    ...rivalry(finding, hits),
    fit,
    certainty: finding.status === 'answered' ? finding.certainty : 0,
    ...(strategy === undefined
      ? {
          relevance: about,
          sentence: evidence?.sentence ?? 0,
          span: evidence?.span ?? 0,
          peak: evidence?.peak ?? 0,
          both: (evidence?.sentence ?? 0) * (evidence?.span ?? 0),
        }
      : { patternRelevance: about, patternFit: fit, patternCertainty: certaintyOf(finding) }),
    ...(finding.status === 'answered' ? { length: Math.log(1 + finding.answer.length) } : {}),
    ...(has(question, 'ordinal') ? { ordinal: 1 } : {}),
    ...(has(question, 'date') ? { date: 1 } : {}),
    ...(has(question, 'person') ? { person: 1 } : {}),
    ...(has(question, 'place') ? { place: 1 } : {}),
    ...(question.role === null ? {} : { role: 1 }),
  };
}

function certaintyOf(finding: Answered | Shown): number {
  return finding.status === 'answered' ? finding.certainty : 0;
}

function has({ constraints }: Question, type: Constraint['type']): boolean {
  return constraints.some((constraint) => constraint.type === type);
}

function logOdds(probability: number): number {
  const odds = Math.log(probability / (1 - probability));
  return Math.min(FARTHEST, Math.max(-FARTHEST, odds));
}
