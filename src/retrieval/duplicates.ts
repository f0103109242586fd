/** The same story twice: near-duplicates among the best hits, noted beside the better one. */
import type { Hit, Passage } from './passage.js';
import type { Ranked } from './ranker.js';
import { termKeysOf } from './terms.js';

/** How many of the best hits are compared with each other. */
const COMPARED = 10;
/** Share of common terms (Jaccard) from which two passages of different articles are the same text. */
const SAME_FROM = 0.8;

/** Every ranked passage as a hit; a hit names its near-duplicates, which stay in the list at their own place. */
export function withDuplicates(ranked: readonly Ranked[]): readonly Hit[] {
  const keys = ranked.slice(0, COMPARED).map(({ passage }) => termKeysOf(passage.folded));
  return ranked.map(({ passage, score }, place) => ({
    passage,
    score,
    alsoIn: place < COMPARED ? duplicatesOf(place, ranked, keys) : [],
  }));
}

function duplicatesOf(
  place: number,
  ranked: readonly Ranked[],
  keys: readonly ReadonlySet<number>[],
): readonly Passage[] {
  const own = keys[place];
  const article = ranked[place]?.passage.article.id;
  if (own === undefined) return [];
  return keys.flatMap((other, index) => {
    const passage = ranked[index]?.passage;
    if (index === place || passage === undefined || passage.article.id === article) return [];
    return jaccard(own, other) >= SAME_FROM ? [passage] : [];
  });
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const smaller = Math.min(a.size, b.size);
  const larger = Math.max(a.size, b.size);
  if (larger === 0 || smaller / larger < SAME_FROM) return 0;
  // So many may be in one alone; most pairs have more after a few looks.
  let affordable = a.size - (SAME_FROM / (1 + SAME_FROM)) * (a.size + b.size);
  let common = 0;
  for (const key of a) {
    if (b.has(key)) common++;
    else if (--affordable < -1) return 0;
  }
  return common / (a.size + b.size - common);
}
