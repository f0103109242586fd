/**
 * What everyday texts say for English words and phrases (everyday-glosses.ts). These glosses stand beside the lexicon's
 * own, which were learnt from other texts.
 */
import { baseForms } from '../language/english.js';
import type { Gloss } from '../language/lexicon.js';
import { EVERYDAY_GLOSSES } from './everyday-glosses.js';

const WEIGHT = 0.9;

const TABLE: ReadonlyMap<string, readonly Gloss[]> = new Map(
  EVERYDAY_GLOSSES.trim()
    .split('\n')
    .flatMap((line) => {
      const [english = '', chinese = ''] = line.split(': ');
      const glosses = chinese.split(' ').map((word) => ({ word, weight: WEIGHT }));
      return english.split('|').map((entry) => [entry, glosses] as const);
    }),
);

/** What everyday texts say for an English word or phrase in lower case; empty when the table does not know it. */
export function everydayGlosses(entry: string): readonly Gloss[] {
  return TABLE.get(entry) ?? [];
}

/** The same for a phrase of at least two words in lower case, its first and last word in any form: signed up, broke ground. */
export function everydayPhrase(words: readonly string[]): readonly Gloss[] {
  const [first = '', ...rest] = words;
  const last = rest.pop();
  if (last === undefined) return [];
  for (const verb of baseForms(first))
    for (const noun of baseForms(last)) {
      const glosses = everydayGlosses([verb, ...rest, noun].join(' '));
      if (glosses.length > 0) return glosses;
    }
  return [];
}
