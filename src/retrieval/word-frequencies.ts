/** In how many passages each of a given list of words stands, counted at every place of the text, not by segmentation. */
import type { Passage } from './passage.js';

export interface WordFrequencies {
  /** 0 for a word that is not on the list or nowhere in the corpus. */
  frequency(word: string): number;
  /** For a snapshot: the words that occur, with their counts. */
  readonly entries: readonly (readonly [word: string, frequency: number])[];
}

/** Wraps counted entries. */
export function wordFrequencies(entries: readonly (readonly [string, number])[]): WordFrequencies {
  const table = new Map(entries);
  return { entries, frequency: (word) => table.get(word) ?? 0 };
}

/** Counts `words` (folded) in the passages: one walk over the text, words found by their first two units. */
export function countWords(words: readonly string[], passages: readonly Passage[]): WordFrequencies {
  const byStart = startTable(words);
  const counts = new Uint32Array(words.length);
  const last = new Int32Array(words.length).fill(-1);
  passages.forEach(({ folded }, passage) => {
    for (let at = 0; at < folded.length; at++) {
      const first = folded.charCodeAt(at);
      const second = at + 1 < folded.length ? folded.charCodeAt(at + 1) : 0;
      for (const list of [byStart.get(first * 65_536), byStart.get(first * 65_536 + second)]) {
        if (list === undefined) continue;
        for (const index of list) {
          if (last[index] === passage || !folded.startsWith(words[index] ?? '', at)) continue;
          last[index] = passage;
          counts[index] = (counts[index] ?? 0) + 1;
        }
      }
    }
  });
  return wordFrequencies(
    words.flatMap((word, index) => {
      const count = counts[index] ?? 0;
      return count > 0 ? [[word, count] as const] : [];
    }),
  );
}

/** Indices of words by their first two units; a word of one unit under that unit with 0. */
function startTable(words: readonly string[]): ReadonlyMap<number, readonly number[]> {
  const table = new Map<number, number[]>();
  words.forEach((word, index) => {
    if (word === '') return;
    const key = word.charCodeAt(0) * 65_536 + (word.length > 1 ? word.charCodeAt(1) : 0);
    const list = table.get(key);
    if (list === undefined) table.set(key, [index]);
    else list.push(index);
  });
  return table;
}
