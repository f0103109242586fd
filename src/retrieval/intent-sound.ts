/** Chinese names in Latin letters: Lou Yangsheng, Xinxiang. */
import { matchesPinyin, pinyinKey } from '../language/pinyin.js';
import { splitSyllables } from '../language/pinyin-syllables.js';

/** The corpus's names by how they sound. */
export interface NamesBySound {
  readonly persons: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, string>;
}

export interface SpelledName {
  readonly type: 'person' | 'place';
  /** Folded, as the corpus writes it. */
  readonly name: string;
}

const PLACE_SUFFIX = /(?:特别行政区|自治区|自治州|自治县|示范区|省|市|县|区|州|镇|乡)$/u;
const LATIN_SUFFIX = / ?(?:city|province|county|district|shi|sheng)$/iu;
/** Of one word of a name. */
const MOST_SYLLABLES = 3;
/** English words that could be read as pinyin. */
const ENGLISH_LOOKALIKES = new Set(
  'a i a me he she we be go do so no to who when what the in an on one are can men sun gun fan ran man ban dan pan tan wan hang gang song long bang sang rang tang chain china chinese japan june may man women linen dean julie anne jane jean annie hugo lulu'.split(
    ' ',
  ),
);

const tables = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, string>>();

/** Sound tables of two sets of folded names; built once per set. */
export function namesBySound(names: {
  readonly persons: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}): NamesBySound {
  return { persons: tableOf(names.persons, false), places: tableOf(names.places, true) };
}

/** The corpus's person or place that Latin letters spell, or null. */
export function nameSpelled(latin: string, sounds: NamesBySound): SpelledName | null {
  const key = latin
    .toLowerCase()
    .replace(/[^a-zü]/gu, '')
    .replace(/ü/gu, 'v');
  if (key.length < 3) return null;
  const words = latin.trim().split(/\s+/u);
  const reversed = words.length === 2 ? `${words[1]}${words[0]}`.toLowerCase().replace(/[^a-z]/gu, '') : key;
  const place =
    sounds.places.get(key) ??
    sounds.places.get(
      latin
        .replace(LATIN_SUFFIX, '')
        .toLowerCase()
        .replace(/[^a-z]/gu, ''),
    );
  const person = words.length > 1 ? (sounds.persons.get(key) ?? sounds.persons.get(reversed)) : undefined;
  if (person !== undefined && matchesPinyin(latin, person)) return { type: 'person', name: person };
  if (place !== undefined) return { type: 'place', name: place };
  const single = sounds.persons.get(key);
  return single === undefined ? null : { type: 'person', name: single };
}

/** Whether every word reads as pinyin: likely a Chinese name, even one that the corpus does not have. */
export function soundsChinese(latin: string): boolean {
  const words = latin.split(/[\s-]+/u);
  return words.every(
    (word) =>
      splitSyllables(word.toLowerCase().replace(/['’]/gu, '')).some(
        ({ length }) => length <= MOST_SYLLABLES,
      ) && !ENGLISH_LOOKALIKES.has(word.toLowerCase()),
  );
}

function tableOf(names: ReadonlySet<string>, places: boolean): ReadonlyMap<string, string> {
  const known = tables.get(names);
  if (known !== undefined) return known;
  const table = new Map<string, string>();
  for (const name of names) {
    if (!/^[\p{Script=Han}]{2,8}$/u.test(name)) continue;
    const short = places ? name.replace(PLACE_SUFFIX, '') : name;
    for (const form of short.length > 1 ? [name, short] : [name]) {
      const key = pinyinKey(form);
      const other = table.get(key);
      if (other === undefined || form.length < other.length) table.set(key, form);
    }
  }
  tables.set(names, table);
  return table;
}

/** Whether every word reads as pinyin and not all of them are English as well: an wei. */
export function mayBePinyin(latin: string): boolean {
  const words = latin.split(' ');
  return (
    words.every((word) => splitSyllables(word).length > 0) &&
    words.some((word) => !ENGLISH_LOOKALIKES.has(word.toLowerCase()))
  );
}
