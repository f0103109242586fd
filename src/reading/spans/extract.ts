/** Finds the short answer inside the chosen sentences. */

import type { Span } from '../../corpus/article.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { AnswerKind, Question } from '../../retrieval/question.js';
import { gatherEvidence } from '../evidence.js';
import { type Candidate, type Candidates, findCandidates } from './candidates.js';
import { setScene } from './scene.js';
import { spanFeatures } from './span-features.js';
import { calibrate, calibrationFor, fittedWeightsFor } from './span-model.js';

/** A short answer in the text's words. */
export interface ShortAnswer {
  /** Offsets in the paragraph's original text. */
  readonly span: Span;
  readonly text: string;
  /** How likely it holds the answer, given that the sentences do: 0..1. */
  readonly certainty: number;
}

/** Kinds of questions that no few words answer. */
const NO_SHORT_ANSWER: ReadonlySet<AnswerKind> = new Set(['list', 'statement', 'manner', 'reason', 'yes-no']);
/**
 * From this chance on the best few words stand alone; below it the whole clause, or several, is the answer. A lower
 * bound makes shorter answers that miss more: of those to who, when, where and how many 74 % hold the gold answer in 18
 * characters at 0.15, 79 % in 24 at 0.25, 80 % in 27 at 0.3.
 */
const SURE = 0.25;
/** What a character of a longer answer costs in chance. */
const LENGTH_COST = 0.004;
/** What an answer to such a question has, as a character at least; else the sentences do not carry one. */
const MARKS: Partial<Record<AnswerKind, RegExp>> = {
  number: /[\d〇零一二三四五六七八九十百千万亿两半数几]/u,
  time: /[\d年月日天号时期间代朝世纪初末前后晨早午晚夜周春夏秋冬昨今明]/u,
};

/** A candidate with the chance that the answer stands in it. */
export interface PickedSpan {
  readonly candidate: Candidate;
  readonly chance: number;
}

function chancesOf(features: readonly Uint16Array[], weights: Float64Array): number[] {
  const scores = features.map((active) => active.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0));
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - top));
  const all = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / all);
}

/** Whether a candidate is one clause, or several, from edge to edge. */
function isWhole({ clauses }: Candidates, candidate: Candidate): boolean {
  return (
    clauses[candidate.clause]?.start === candidate.start && clauses.some(({ end }) => end === candidate.end)
  );
}

/**
 * The best candidate when its chance is good, else the clauses around it. The chance of a stretch is that of all
 * candidates inside it. Null when there are no candidates.
 */
export function pickSpan(
  found: Candidates,
  features: readonly Uint16Array[],
  weights: Float64Array,
): PickedSpan | null {
  const chances = chancesOf(features, weights);
  const { candidates } = found;
  const chanceIn = ({ start, end }: Candidate) =>
    candidates.reduce(
      (sum, inner, i) => sum + (inner.start >= start && inner.end <= end ? (chances[i] ?? 0) : 0),
      0,
    );
  const best = candidates[chances.indexOf(Math.max(...chances))];
  if (best === undefined) return null;
  const precise = { candidate: best, chance: chanceIn(best) };
  if (precise.chance >= SURE) return precise;
  const worth = ({ candidate, chance }: PickedSpan) =>
    chance - LENGTH_COST * (candidate.end - candidate.start);
  return candidates
    .filter(
      (candidate) => candidate.start <= best.start && candidate.end >= best.end && isWhole(found, candidate),
    )
    .map((candidate) => ({ candidate, chance: chanceIn(candidate) }))
    .reduce((a, b) => (worth(b) > worth(a) ? b : a), precise);
}

/**
 * The short answer, at most 60 characters, in the words of `range` (one or two sentences of the paragraph). Null for
 * kinds of questions that have none, and when the sentences carry none: no number for how many, no time for when.
 */
export function extractSpan(
  question: Question,
  text: string,
  folded: string,
  range: Span,
  knowledge: CorpusKnowledge,
): ShortAnswer | null {
  if (NO_SHORT_ANSWER.has(question.kind)) return null;
  const found = findCandidates(folded, range, knowledge);
  const scene = setScene(question, folded, range, gatherEvidence(question, folded, ''), found, knowledge);
  const features = found.candidates.map((candidate) => spanFeatures(scene, candidate));
  const picked = pickSpan(found, features, fittedWeightsFor(question));
  if (picked === null) return null;
  const span: Span = [picked.candidate.start, picked.candidate.end];
  if (MARKS[question.kind]?.test(folded.slice(...span)) === false) return null;
  return { span, text: text.slice(...span), certainty: calibrate(picked.chance, calibrationFor(question)) };
}
