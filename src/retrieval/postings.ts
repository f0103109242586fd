/**
 * Which passages of a segment hold which term, as typed arrays: 3 bytes a posting, read from a file as they are. They
 * are what the engine loads into MiniSearch when a question asks for a term (see minisearch.ts).
 */

/** Numbers of passages: in 16 bits where that is enough. */
export type PassageNumbers = Uint16Array | Uint32Array;

/** Immutable; passages are numbered from 0 within the segment. */
export interface Postings {
  /** Keys of all terms, ascending. */
  readonly keys: Uint32Array;
  /** Where each term's postings begin; one more than keys, so that the next start is a term's end. */
  readonly starts: Uint32Array;
  /** The passages of each term, ascending. */
  readonly passages: PassageNumbers;
  /** How often the term stands in the passage, at most MOST_OFTEN. */
  readonly counts: Uint8Array;
  /** How many different terms each passage has. */
  readonly lengths: Uint32Array;
}

/** A term that stands more often in a passage counts as so often. */
export const MOST_OFTEN = 255;
const NUMBERS_IN_16_BITS = 1 << 16;

/** Packs the term keys (with repetitions) of passages. */
export function packPostings(passages: readonly Uint32Array[]): Postings {
  const { keys, order, sizes, terms } = numberTerms(passages);
  const starts = startsOf(sizes, order);
  const total = starts[order.length] ?? 0;
  const postings: Postings = {
    keys,
    starts,
    passages: passages.length > NUMBERS_IN_16_BITS ? new Uint32Array(total) : new Uint16Array(total),
    counts: new Uint8Array(total),
    lengths: new Uint32Array(passages.length),
  };
  fill(passages, postings, terms, nextPlaces(order, starts));
  return postings;
}

/** Place of a key in ascending keys, or -1. */
export function placeOf(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const at = keys[middle] ?? 0;
    if (at === key) return middle;
    if (at < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

interface NumberedTerms {
  /** Ascending. */
  readonly keys: Uint32Array;
  /** By the key's place: the term's number. */
  readonly order: Uint32Array;
  /** By the term's number: how many passages have it. */
  readonly sizes: readonly number[];
  /** Numbers of all terms of all passages in a row. */
  readonly terms: Uint32Array;
}

/** Numbers terms in the order in which they are met. */
function numberTerms(passages: readonly Uint32Array[]): NumberedTerms {
  const numbers = new Map<number, number>();
  const terms = new Uint32Array(passages.reduce((sum, keys) => sum + keys.length, 0));
  const last: number[] = [];
  const sizes: number[] = [];
  let at = 0;
  passages.forEach((passage, index) => {
    for (const key of passage) {
      let number = numbers.get(key);
      if (number === undefined) {
        number = sizes.length;
        numbers.set(key, number);
        last.push(-1);
        sizes.push(0);
      }
      terms[at++] = number;
      if (last[number] === index) continue;
      last[number] = index;
      sizes[number] = (sizes[number] ?? 0) + 1;
    }
  });
  const keys = Uint32Array.from(numbers.keys()).sort();
  return { keys, order: keys.map((key) => numbers.get(key) ?? 0), sizes, terms };
}

function startsOf(sizes: readonly number[], order: Uint32Array): Uint32Array {
  const starts = new Uint32Array(order.length + 1);
  for (let i = 0; i < order.length; i++) starts[i + 1] = (starts[i] ?? 0) + (sizes[order[i] ?? 0] ?? 0);
  return starts;
}

/** By a term's number: where its next posting goes. */
function nextPlaces(order: Uint32Array, starts: Uint32Array): Uint32Array {
  const next = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) next[order[i] ?? 0] = starts[i] ?? 0;
  return next;
}

function fill(
  all: readonly Uint32Array[],
  { passages, counts, lengths }: Postings,
  terms: Uint32Array,
  next: Uint32Array,
): void {
  const last = new Int32Array(next.length).fill(-1);
  let at = 0;
  all.forEach(({ length }, passage) => {
    let different = 0;
    for (let i = 0; i < length; i++) {
      const term = terms[at++] ?? 0;
      const place = next[term] ?? 0;
      if (last[term] === passage) {
        counts[place - 1] = Math.min(MOST_OFTEN, (counts[place - 1] ?? 0) + 1);
        continue;
      }
      last[term] = passage;
      passages[place] = passage;
      counts[place] = 1;
      next[term] = place + 1;
      different++;
    }
    lengths[passage] = different;
  });
}
