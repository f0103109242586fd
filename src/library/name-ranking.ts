/** Names by how well they fit what somebody types. */

/** Lower is better: is it, begins with it, holds it, holds every word of it. */
const RANKS = 4;

/** Null where what was typed does not stand. Both folded. */
function rankOf(name: string, typed: string, words: readonly string[]): number | null {
  const at = name.indexOf(typed);
  if (at === 0) return name.length === typed.length ? 0 : 1;
  if (at > 0) return 2;
  return words.length > 1 && words.every((word) => name.includes(word)) ? 3 : null;
}

/**
 * Places of the names that fit, the best first, otherwise in order; at most `most`. All of `count` names fit where
 * nothing was typed. Names and `typed` are folded.
 */
export function bestFitting(
  count: number,
  nameAt: (place: number) => string,
  typed: string,
  most: number,
): readonly number[] {
  if (typed === '') return Array.from({ length: Math.min(count, most) }, (_, place) => place);
  const words = typed.split(/\s+/u);
  const places: readonly number[][] = Array.from({ length: RANKS }, () => []);
  for (let place = 0; place < count; place++) {
    const rank = rankOf(nameAt(place), typed, words);
    const same = rank === null ? undefined : places[rank];
    if (same !== undefined && same.length < most) same.push(place);
  }
  return places.flat().slice(0, most);
}
