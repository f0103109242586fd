/**
 * What many Chinese words for one English word have in common: 带领, 率领 and 领队 share 领, so that a text of few words
 * is understood which says it in yet another way. Only small corpora need it: in large ones some gloss itself stands.
 */
import type { Gloss } from '../language/lexicon.js';

/** Fainter glosses are other senses. */
const LEAST_WEIGHT = 0.2;
const MOST_WEIGHT = 1;
/** Of all glosses by weight, so many must have a character; of those at most so many are taken. */
const LEAST_SHARE = 0.3;
const MOST = 2;
const ALONE = 0.35;
/** Where a gloss of this weight stands, characters of it would only make a telling word look common. */
const LIKELY = 0.4;
const HAN = /^\p{Script=Han}$/u;
/** They are in words of every kind. */
const EMPTY = new Set('的了不一人子大上下中出来去到地有者家性化会行成得');

/** The characters that the glosses of an entry share, as glosses; `standing` are those that a text has. */
export function sharedCharacters(glosses: readonly Gloss[], standing: readonly Gloss[]): readonly Gloss[] {
  const told = glosses.filter(({ weight }) => weight >= LEAST_WEIGHT);
  const weights = new Map<string, number>();
  let all = 0;
  for (const { word, weight } of told) {
    const counted = Math.min(MOST_WEIGHT, weight);
    all += counted;
    for (const character of new Set(word)) weights.set(character, (weights.get(character) ?? 0) + counted);
  }
  if (told.length < MOST + 1 || standing.some(({ weight }) => weight >= LIKELY)) return [];
  return [...weights]
    .filter(([character, sum]) => HAN.test(character) && !EMPTY.has(character) && sum >= LEAST_SHARE * all)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([word]) => ({ word, weight: ALONE }));
}
