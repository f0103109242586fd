/** Where the occurrences of one of the question's concepts stand beside the words of some sentences: worked out once a word. */
import type { Occurrence } from '../passages/evidence.js';
import type { Candidate } from './candidates.js';
import type { Word } from './words.js';

/** By word; see `conceptSlot`. */
export interface ConceptGaps {
  /** Characters from the nearest occurrence to the word's start, and from its end to the next one. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Where the first occurrence starts that ends behind the word's start. */
  readonly overlapping: Float64Array;
}

/** Characters from a candidate to an occurrence: where one slot ends and the next begins. */
const GAPS = [0, 2, 5, 10, 20] as const;
const NO_OCCURRENCE = 0;
const INSIDE = 1;
const FIRST_BEFORE = 2;
const FIRST_AFTER = FIRST_BEFORE + GAPS.length;
const NO_CONCEPT = FIRST_AFTER + GAPS.length;

/** The gaps between a concept's occurrences and some words; null when there is no such concept (-1). */
export function conceptGapsOf(
  occurrences: readonly Occurrence[],
  concept: number,
  words: readonly Word[],
): ConceptGaps | null {
  if (concept < 0) return null;
  const own = occurrences.filter(({ term }) => term === concept);
  const nowhere = () => new Float64Array(words.length).fill(Number.POSITIVE_INFINITY);
  const gaps = { before: nowhere(), after: nowhere(), overlapping: nowhere() };
  for (let place = 0; place < words.length; place++) {
    const word = words[place];
    if (word === undefined) continue;
    for (const { start, end } of own) {
      if (end <= word.start) gaps.before[place] = Math.min(gaps.before[place] ?? 0, word.start - end);
      else gaps.overlapping[place] = Math.min(gaps.overlapping[place] ?? 0, start);
      if (start >= word.end) gaps.after[place] = Math.min(gaps.after[place] ?? 0, start - word.end);
    }
  }
  return gaps;
}

/** Where the nearest occurrence of a concept stands, see `CONCEPT_SLOTS`; of two as near the one before counts. */
export function conceptSlot(gaps: ConceptGaps | null, { first, last, end }: Candidate): number {
  if (gaps === null) return NO_CONCEPT;
  if ((gaps.overlapping[first] ?? end) < end) return INSIDE;
  const before = gaps.before[first] ?? Number.POSITIVE_INFINITY;
  const after = gaps.after[last] ?? Number.POSITIVE_INFINITY;
  if (before === Number.POSITIVE_INFINITY && after === Number.POSITIVE_INFINITY) return NO_OCCURRENCE;
  return before <= after ? FIRST_BEFORE + binOf(before) : FIRST_AFTER + binOf(after);
}

function binOf(gap: number): number {
  let bin = 0;
  while (bin < GAPS.length - 1 && gap > (GAPS[bin] ?? 0)) bin++;
  return bin;
}
