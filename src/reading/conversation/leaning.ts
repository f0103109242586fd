/** Questions that lean on the ones before them, taken apart. */
import type { Intent } from '../../retrieval/question.js';

/** A Chinese one. */
export interface Leaning {
  /** Without politeness, a leading 那 and the closing mark. */
  readonly text: string;
  readonly folded: string;
  readonly intent: Intent;
  /** It began with 那 or ended with 呢. */
  readonly marked: boolean;
}

/** An English one. */
export interface EnglishLeaning {
  readonly text: string;
  readonly intent: Intent;
  readonly led: boolean;
}
