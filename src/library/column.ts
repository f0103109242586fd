/** A property of many articles, kept so that it is counted fast. */
import type { Counted } from './catalogue-types.js';

/** Which of several values each place has: `values[codes[place]]`. Values stand in the order in which they first occur. */
export interface Column {
  readonly values: readonly (string | null)[];
  readonly codes: Uint32Array;
}

export function columnOf<T>(all: readonly T[], valueIn: (one: T) => string | null): Column {
  const codeOf = new Map<string | null, number>();
  const codes = Uint32Array.from(all, (one) => {
    const value = valueIn(one);
    const code = codeOf.get(value) ?? codeOf.size;
    codeOf.set(value, code);
    return code;
  });
  return { values: [...codeOf.keys()], codes };
}

/** How often each value occurs at the places that count: the most frequent first, else the one that occurs first. */
export function tally(
  { values, codes }: Column,
  counts: (place: number) => boolean = () => true,
): readonly Counted[] {
  const articles = new Uint32Array(values.length);
  const seen: number[] = [];
  for (let place = 0; place < codes.length; place++) {
    if (!counts(place)) continue;
    const code = codes[place] ?? 0;
    const before = articles[code] ?? 0;
    if (before === 0) seen.push(code);
    articles[code] = before + 1;
  }
  return seen
    .map((code) => ({ value: values[code] ?? null, articles: articles[code] ?? 0 }))
    .sort((a, b) => b.articles - a.articles);
}
