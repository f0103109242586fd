/** A sentence that may hold the answer, and how it stands among the others. */
import type { Span } from '../../corpus/article.js';

/** Share of the question's words, and how much more that is than the best of the others has. */
export interface Standing {
  readonly share: number;
  readonly lead: number;
}

/** A sentence that may hold the answer. */
export interface WeighedSentence {
  readonly span: Span;
  /** Its chance to hold it, by the model of sentences: 0..1. */
  readonly chance: number;
}
