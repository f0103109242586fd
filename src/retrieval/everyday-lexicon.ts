/**
 * What everyday texts say for English words and phrases (everyday-glosses.ts), in few texts also what reports say for them
 * (report-glosses.ts): in many, nearly all of those words stand somewhere, and more is taken for known than is meant.
 * These glosses stand beside the lexicon's own, which were learnt from other texts.
 */
import { baseForms } from '../language/english.js';
import type { Gloss } from '../language/lexicon.js';
import { EVERYDAY_GLOSSES } from './everyday-glosses.js';
import { REPORT_GLOSSES } from './report-glosses.js';

const WEIGHT = 0.9;

const EVERYDAY = tableOf([EVERYDAY_GLOSSES]);
const EVERYDAY_AND_REPORTS = tableOf([EVERYDAY_GLOSSES, REPORT_GLOSSES]);

/** Entries of all lists; what several say for one word counts together. */
function tableOf(lists: readonly string[]): ReadonlyMap<string, readonly Gloss[]> {
  const table = new Map<string, Gloss[]>();
  for (const line of lists.flatMap((list) => list.trim().split('\n'))) {
    const [english = '', chinese = ''] = line.split(': ');
    const entries = english.split('|');
    for (const entry of new Set([...entries, ...entries.map((one) => one.replace(/-/gu, ' '))])) {
      const glosses = table.get(entry) ?? [];
      const known = new Set(glosses.map(({ word }) => word));
      const added = chinese.split(' ').filter((word) => !known.has(word));
      table.set(entry, [...glosses, ...added.map((word) => ({ word, weight: WEIGHT }))]);
    }
  }
  return table;
}

/** What everyday texts say for an English word or phrase in lower case, few texts or many; empty when the table does not know it. */
export function everydayGlosses(entry: string, areFew: boolean): readonly Gloss[] {
  return (areFew ? EVERYDAY_AND_REPORTS : EVERYDAY).get(entry) ?? [];
}

/** The same for a phrase of at least two words in lower case, its first and last word in any form: signed up, broke ground. */
export function everydayPhrase(words: readonly string[], areFew: boolean): readonly Gloss[] {
  const [first = '', ...rest] = words;
  const last = rest.pop();
  if (last === undefined) return [];
  for (const verb of baseForms(first))
    for (const noun of baseForms(last)) {
      const glosses = everydayGlosses([verb, ...rest, noun].join(' '), areFew);
      if (glosses.length > 0) return glosses;
    }
  return [];
}
