/** Finds the short answer inside the chosen sentences. */

import type { Span } from '../../corpus/article.js';
import { findDates } from '../../language/dates.js';
import { findNumbers } from '../../language/numerals.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { Question } from '../../retrieval/question.js';

/** A short answer in the text's words. */
export interface ShortAnswer {
  /** Offsets in the paragraph's original text. */
  readonly span: Span;
  readonly text: string;
  /** 0..1. */
  readonly certainty: number;
}

function typed(question: Question, folded: string, range: Span, knowledge: CorpusKnowledge): Span[] {
  const part = folded.slice(range[0], range[1]);
  const shift = (start: number, end: number): Span => [range[0] + start, range[0] + end];
  if (question.kind === 'time') return findDates(part).map((d) => shift(d.start, d.end));
  if (question.kind === 'number')
    return findNumbers(part).map((n) =>
      shift(n.start, n.end + (part.startsWith(n.unit, n.end) ? n.unit.length : 0)),
    );
  const names =
    question.kind === 'person' ? knowledge.persons : question.kind === 'place' ? knowledge.places : [];
  const spans: Span[] = [];
  for (const name of names) {
    const at = part.indexOf(name);
    if (at >= 0 && !question.folded.includes(name)) spans.push(shift(at, at + name.length));
  }
  return spans;
}

/** The short answer, at most 60 characters, or null when the sentences carry none of the kind asked for. */
export function extractSpan(
  question: Question,
  text: string,
  folded: string,
  range: Span,
  knowledge: CorpusKnowledge,
): ShortAnswer | null {
  const places: number[] = [];
  for (const concept of question.concepts)
    for (const variant of concept.variants) {
      const at = folded.indexOf(variant.text, range[0]);
      if (at >= 0 && at < range[1]) places.push(at);
    }
  const near = (span: Span) => places.reduce((sum, at) => sum + 1 / (3 + Math.abs(at - span[0])), 0);
  const [best] = typed(question, folded, range, knowledge).sort((a, b) => near(b) - near(a));
  return best === undefined ? null : { span: best, text: text.slice(best[0], best[1]), certainty: 0.5 };
}
