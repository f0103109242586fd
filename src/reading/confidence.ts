/** How likely it is that what the reader brings back is right. */
import type { Constraint, Question } from '../retrieval/question.js';
import type { Finding } from './finding.js';

/** How far a strategy is trusted whose best passage seems to be about something else. */
const LEAST_TRUST = 0.3;
/** Evidence without a short answer is never more certain than this. */
const SHOWN_CERTAINTY = 0.4;

/** 0..1. `relevance` is how likely the best hit is about the question at all (0..1). */
export function confidenceOf(question: Question, finding: Finding, relevance: number): number {
  // The meeting that was asked for by its number is the right one, however few of the other words its passage has.
  const trusted = question.constraints.some(isOrdinal) ? 1 : relevance;
  if (finding.status === 'answered')
    return (
      finding.certainty * Math.min(1, 0.4 + 0.6 * finding.fit) * (LEAST_TRUST + (1 - LEAST_TRUST) * trusted)
    );
  return finding.status === 'passages' ? SHOWN_CERTAINTY * finding.fit : finding.certainty;
}

function isOrdinal({ type }: Constraint): boolean {
  return type === 'ordinal';
}
