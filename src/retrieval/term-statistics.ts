/** In how many passages each term stands. */

export interface TermStatistics {
  readonly passages: number;
  /** Document frequency of a term: the number of passages that have it. */
  frequency(term: string): number;
}

/** Inverse document frequency as in BM25 (Robertson & Zaragoza 2009, the variant that is never negative). */
export function idf(frequency: number, passages: number): number {
  return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
}
