/** Chinese words of a corpus that a word in Latin letters spells, without a list of names: Qingxi finds 清溪. */
import { readingsOf } from '../language/pinyin.js';
import { splitSyllables } from '../language/pinyin-syllables.js';
import { surnameLengthAt } from '../language/surnames.js';
import type { Variant } from './question.js';
import type { TermStatistics } from './term-statistics.js';
import type { TextCounts } from './text-counts.js';

interface Counts {
  readonly texts: TextCounts;
  readonly statistics: TermStatistics;
}

/** Weights beside the lexicon's own: few words of that sound are surely meant, of many any may be. */
const FEW = 3;
const FEW_WEIGHT = 0.75;
const MANY_WEIGHT = 0.62;
const MOST = 12;
/** Letters of the shortest spelling that tells anything: Shao is one syllable, Xian two. */
const SHORTEST = 4;
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fa5;

const tables = new WeakMap<TermStatistics, ReadonlyMap<string, readonly string[]>>();

/** The folded texts of two to four characters that Latin letters spell, each standing somewhere in the corpus. */
export function textsSpelled(latin: string, counts: Counts): readonly Variant[] {
  const letters = latin.toLowerCase().replace(/[^a-zü]/gu, '');
  const splits = letters.length < SHORTEST ? [] : splitSyllables(letters);
  const found = new Set(
    splits.filter((split) => split.length > 1).flatMap((split) => written(split, counts)),
  );
  const weight = found.size <= FEW ? FEW_WEIGHT : MANY_WEIGHT;
  return [...found].slice(0, MOST).map((text) => ({ text, weight }));
}

/** Whether a person's name in Latin letters, in either order, is written somewhere in the corpus; the likeliest spelling or null. */
export function personSpelled(latin: string, counts: Counts): string | null {
  const words = latin.trim().split(/\s+/u);
  for (const order of [words, [...words].reverse()]) {
    const names = textsSpelled(order.join(''), counts).filter(({ text }) => surnameLengthAt(text, 0) > 0);
    const [best] = names
      .map(({ text }) => ({ text, passages: counts.texts.count(text) }))
      .sort((a, b) => b.passages - a.passages);
    if (best !== undefined) return best.text;
  }
  return null;
}

function written(syllables: readonly string[], counts: Counts): readonly string[] {
  const table = charactersOf(counts);
  let texts: readonly string[] = table.get(syllables[0] ?? '') ?? [];
  for (const syllable of syllables.slice(1)) {
    const next = table.get(syllable) ?? [];
    texts = texts.flatMap((text) =>
      next
        .filter((character) => counts.statistics.frequency(text.slice(-1) + character) > 0)
        .map((one) => text + one),
    );
  }
  return texts.filter((text) => text.length === 2 || counts.texts.count(text) > 0);
}

/** The corpus's characters by their readings. */
function charactersOf({ statistics }: Counts): ReadonlyMap<string, readonly string[]> {
  const known = tables.get(statistics);
  if (known !== undefined) return known;
  const table = new Map<string, string[]>();
  for (let code = FIRST_HAN; code <= LAST_HAN; code++) {
    const character = String.fromCharCode(code);
    if (statistics.frequency(character) === 0) continue;
    for (const reading of readingsOf(character))
      table.set(reading, [...(table.get(reading) ?? []), character]);
  }
  tables.set(statistics, table);
  return table;
}
