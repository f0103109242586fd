/** In how many passages each term stands: a sorted table of keys and counts, 8 bytes a term. */
import { termKey } from './terms.js';

export interface TermStatistics {
  readonly passages: number;
  /** Document frequency of a term: the number of passages that have it. */
  frequency(term: string): number;
  /** The two columns, for a snapshot: keys ascending, counts beside them. */
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
}

/** Wraps the two columns; keys must be ascending. */
export function termStatistics(passages: number, keys: Uint32Array, counts: Uint32Array): TermStatistics {
  return {
    passages,
    keys,
    counts,
    frequency: (term) => counts[find(keys, termKey(term))] ?? 0,
  };
}

/** Counts terms passage by passage. */
export class TermCounter {
  readonly #counts = new Map<number, number>();
  #passages = 0;

  /** Counts one passage by the keys of its distinct terms. */
  add(keys: Iterable<number>): void {
    this.#passages++;
    for (const key of keys) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** The finished table. */
  finish(): TermStatistics {
    const keys = Uint32Array.from(this.#counts.keys()).sort();
    return termStatistics(
      this.#passages,
      keys,
      keys.map((key) => this.#counts.get(key) ?? 0),
    );
  }
}

/** Place of a key in ascending keys, or -1. */
function find(keys: Uint32Array, key: number): number {
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

/** Inverse document frequency as in BM25 (Robertson & Zaragoza 2009, the variant that is never negative). */
export function idf(frequency: number, passages: number): number {
  return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
}
