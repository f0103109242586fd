/**
 * The postings of an index: those of all its segments without the articles that are gone, passages numbered in the
 * order of the corpus. What it tells does not depend on how the corpus is cut into segments.
 */
import type { Passage } from './passage.js';
import { placeOf } from './postings.js';
import { type CharacterCounts, countCharacters, type Segment } from './segment.js';
import { termKey } from './terms.js';

/** Where an article of the index lies. */
export interface ArticlePlace {
  readonly segment: number;
  readonly article: number;
}

/** The passages that hold a term, ascending, and how often it stands in each. */
export interface TermPostings {
  readonly passages: Uint32Array;
  readonly counts: Uint8Array;
}

interface LiveSegment {
  readonly segment: Segment;
  /** The index's number of each passage; GONE where its article is. */
  readonly numbers: Int32Array;
  /** No article of it is gone. */
  readonly whole: boolean;
  /** Of the articles that are gone. */
  readonly goneCharacters: CharacterCounts | null;
}

const GONE = -1;
const SINGLE_HAN = /^\p{Script=Han}$/u;

export class LivePostings {
  /** All passages in the order of the corpus. */
  readonly passages: readonly Passage[];
  /** How many different terms each passage has. */
  readonly lengths: Uint32Array;
  readonly #segments: readonly LiveSegment[];

  /** `places` are the articles that count, in the order of the corpus. */
  constructor(segments: readonly Segment[], places: readonly ArticlePlace[]) {
    const numbers = segments.map(({ passages }) => new Int32Array(passages.length).fill(GONE));
    const all: Passage[] = [];
    const lengths: number[] = [];
    for (const { segment: place, article } of places) {
      const segment = segments[place];
      if (segment === undefined) throw new RangeError(`There is no segment ${place}.`);
      const end = segment.firsts[article + 1] ?? 0;
      for (let local = segment.firsts[article] ?? 0; local < end; local++) {
        const passage = segment.passages[local];
        const ofSegment = numbers[place];
        if (passage === undefined || ofSegment === undefined) continue;
        ofSegment[local] = all.length;
        all.push(passage);
        lengths.push(segment.postings.lengths[local] ?? 0);
      }
    }
    this.passages = all;
    this.lengths = Uint32Array.from(lengths);
    this.#segments = segments.map((segment, i) => liveSegment(segment, numbers[i] ?? new Int32Array()));
  }

  /** By a passage's place in a segment: its number in the index, negative where its article is gone. */
  numbersOf(segment: number): Int32Array {
    return this.#segments[segment]?.numbers ?? new Int32Array();
  }

  /** In how many passages a term stands; of single Han characters, too. */
  frequency(term: string): number {
    const key = termKey(term);
    const ofCharacter = SINGLE_HAN.test(term);
    let sum = 0;
    for (const live of this.#segments)
      sum += ofCharacter ? characterFrequency(live, key) : frequency(live, key);
    return sum;
  }

  /** How many postings a term has; a single Han character has them only where it stands alone. */
  holding(term: string): number {
    const key = termKey(term);
    return this.#segments.reduce((sum, live) => sum + frequency(live, key), 0);
  }

  /** The postings of a term; empty ones when it stands nowhere. */
  of(term: string): TermPostings {
    const key = termKey(term);
    const parts = this.#segments.flatMap((live) => {
      const place = placeOf(live.segment.postings.keys, key);
      return place < 0 ? [] : [livePart(live, place)];
    });
    const [first] = parts;
    return parts.length === 1 && first !== undefined && isAscending(first.passages) ? first : joined(parts);
  }
}

function liveSegment(segment: Segment, numbers: Int32Array): LiveSegment {
  const gone = segment.passages.filter((_, place) => numbers[place] === GONE);
  return {
    segment,
    numbers,
    whole: gone.length === 0,
    goneCharacters: gone.length === 0 ? null : countCharacters(gone),
  };
}

function characterFrequency({ segment, goneCharacters }: LiveSegment, key: number): number {
  return countOf(segment.characters, key) - (goneCharacters === null ? 0 : countOf(goneCharacters, key));
}

function countOf({ keys, counts }: CharacterCounts, key: number): number {
  return counts[placeOf(keys, key)] ?? 0;
}

function frequency({ segment: { postings }, numbers, whole }: LiveSegment, key: number): number {
  const place = placeOf(postings.keys, key);
  if (place < 0) return 0;
  const start = postings.starts[place] ?? 0;
  const end = postings.starts[place + 1] ?? 0;
  if (whole) return end - start;
  let count = 0;
  for (let i = start; i < end; i++) if (numbers[postings.passages[i] ?? 0] !== GONE) count++;
  return count;
}

/** A term's postings in one segment, by the index's numbers. */
function livePart({ segment: { postings }, numbers }: LiveSegment, place: number): TermPostings {
  const start = postings.starts[place] ?? 0;
  const end = postings.starts[place + 1] ?? 0;
  const passages = new Uint32Array(end - start);
  const counts = new Uint8Array(end - start);
  let size = 0;
  for (let i = start; i < end; i++) {
    const number = numbers[postings.passages[i] ?? 0] ?? GONE;
    if (number === GONE) continue;
    passages[size] = number;
    counts[size++] = postings.counts[i] ?? 0;
  }
  return { passages: passages.subarray(0, size), counts: counts.subarray(0, size) };
}

function isAscending(numbers: Uint32Array): boolean {
  for (let i = 1; i < numbers.length; i++) if ((numbers[i] ?? 0) < (numbers[i - 1] ?? 0)) return false;
  return true;
}

/** Parts as one; segments mostly follow one another in the order of the corpus, so that there is nothing to sort. */
function joined(parts: readonly TermPostings[]): TermPostings {
  const size = parts.reduce((sum, { passages }) => sum + passages.length, 0);
  const passages = new Uint32Array(size);
  const counts = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    passages.set(part.passages, at);
    counts.set(part.counts, at);
    at += part.passages.length;
  }
  return isAscending(passages) ? { passages, counts } : sorted(passages, counts);
}

function sorted(passages: Uint32Array, counts: Uint8Array): TermPostings {
  const order = Uint32Array.from(passages, (_, i) => i).sort(
    (a, b) => (passages[a] ?? 0) - (passages[b] ?? 0),
  );
  return {
    passages: order.map((place) => passages[place] ?? 0),
    counts: Uint8Array.from(order, (place) => counts[place] ?? 0),
  };
}
