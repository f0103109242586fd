/** What happened when: dated sentences about a person, a meeting, a place or a phrase. */
import type { Certainty } from '../corpus/article.js';
import type { CorpusIndex } from '../retrieval/corpus-index.js';
import type { Citation } from './answer.js';

export interface Timeline {
  readonly subject: string;
  /** Ascending by date; the same event told by several articles once, the others in `citation.alsoIn`. */
  readonly entries: readonly TimelineEntry[];
  /** Articles about the subject that could not be dated. */
  readonly undated: number;
}

export interface TimelineEntry {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `--MM-DD` where the year is not known. */
  readonly iso: string;
  /** The date in the text's words. */
  readonly written: string;
  readonly certainty: Certainty;
  /** The sentence that tells it; `n` counts from 1 in the timeline. */
  readonly citation: Citation;
}

/** The dated sentences about a subject; no entries where the corpus does not mention it. */
export function timelineOf(subject: string, _index: CorpusIndex): Timeline {
  return { subject, entries: [], undated: 0 };
}
