/** Foreign names of a corpus by how they sound, for English questions: Smith finds 史密斯. */
import {
  findTransliterations,
  similarity,
  skeletonOfHan,
  skeletonOfLatin,
} from '../language/transliteration.js';
import type { Variant } from './question.js';

/** Folded names by consonant skeleton. */
export type Transliterations = ReadonlyMap<string, readonly string[]>;

/** Below this share of agreeing consonants two names are different. */
const MIN_SIMILARITY = 0.75;
/** A name by sound counts this much beside a word of the lexicon. */
const SOUND_WEIGHT = 0.6;
/** A skeleton of one consonant agrees with everything. */
const MIN_SKELETON = 2;
/** A sound that so many names share tells nothing. */
const MAX_NAMES = 60;

/** Transliterated names by their sound, in an order that does not depend on that of `names`. */
export function transliterationTable(names: Iterable<string>): Transliterations {
  const table = new Map<string, string[]>();
  for (const name of [...new Set(names)].sort()) {
    const skeleton = skeletonOfHan(name);
    if (skeleton.length < MIN_SKELETON) continue;
    const list = table.get(skeleton);
    if (list === undefined) table.set(skeleton, [name]);
    else list.push(name);
  }
  return table;
}

/** All transliterated names of the texts. */
export function mineTransliterations(foldedTexts: Iterable<string>): Transliterations {
  const names: string[] = [];
  for (const text of foldedTexts) for (const { text: name } of findTransliterations(text)) names.push(name);
  return transliterationTable(names);
}

/** The corpus's names that a Latin name may stand for, best first; none when the sound is too common. */
export function namesLike(latin: string, transliterations: Transliterations): readonly Variant[] {
  const skeleton = skeletonOfLatin(latin);
  if (skeleton.length < MIN_SKELETON) return [];
  const found: Variant[] = [];
  for (const [candidate, names] of transliterations) {
    if (candidate.length + 1 < skeleton.length * MIN_SIMILARITY) continue;
    const alike = similarity(skeleton, candidate, MIN_SIMILARITY);
    if (alike < MIN_SIMILARITY) continue;
    for (const text of names) found.push({ text, weight: SOUND_WEIGHT * alike });
  }
  found.sort((a, b) => b.weight - a.weight || a.text.length - b.text.length);
  return found.slice(0, MAX_NAMES);
}
