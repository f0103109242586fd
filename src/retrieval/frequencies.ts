/** Document frequency of any folded text, from what the index counted. */
import type { TermStatistics } from './term-statistics.js';
import { termsOf } from './terms.js';
import type { WordFrequencies } from './word-frequencies.js';

/** Exact for the lexicon's words and for terms; for a longer text the frequency of its rarest term, an upper bound. */
export function documentFrequency(
  text: string,
  {
    statistics,
    wordFrequencies,
  }: { readonly statistics: TermStatistics; readonly wordFrequencies: WordFrequencies },
): number {
  const counted = wordFrequencies.frequency(text);
  if (counted > 0) return counted;
  return Math.min(...termsOf(text).map((term) => statistics.frequency(term)), statistics.passages);
}
