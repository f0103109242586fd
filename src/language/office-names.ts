/** What Chinese offices are called in English, by the lexicon's own list (lexicon/government.tsv). */
import { findOffices } from './offices.js';

/** The list's section of offices; the others hold bodies, meetings and common words. */
const OFFICES_SECTION = /^# .*offices/u;
/** English names by office, as folded: 省委书记 → provincial party secretary. */
export type OfficeNames = ReadonlyMap<string, string>;

/**
 * Reads the list: an office's name is the first English term of the line that puts this office first. Of an office with
 * several such lines (主席: president, chairman) nobody knows which is meant: it has none.
 */
export function parseOfficeNames(list: string): OfficeNames {
  const names = new Map<string, string[]>();
  let inSection = false;
  for (const line of list.split(/\r?\n/u)) {
    if (line.startsWith('#')) inSection = OFFICES_SECTION.test(line);
    const [terms = '', words = ''] = line.split('\t');
    const [term = ''] = terms.split(';');
    const [office = ''] = words.split(' ');
    if (!inSection || term === '' || office === '' || office.includes(':')) continue;
    names.set(office, [...(names.get(office) ?? []), term]);
  }
  return new Map(
    [...names].flatMap(([office, [name, ...others]]) =>
      name === undefined || others.length > 0 ? [] : [[office, name] as const],
    ),
  );
}

/** The English name of an office phrase as folded (省委书记, 郑州市市长), or null: an unknown modifier is not guessed away. */
export function officeName(phrase: string, names: OfficeNames): string | null {
  const whole = names.get(phrase);
  if (whole !== undefined) return whole;
  const last = findOffices(phrase).at(-1);
  if (last === undefined || last.end !== phrase.length) return null;
  for (let start = 1; start < last.office.length; start += 1) {
    const before = last.office.slice(0, start);
    const name = names.get(last.office.slice(start));
    if (name !== undefined) return CHANGES_OFFICE.test(before) ? null : name;
  }
  return names.get(last.office) ?? null;
}

/** A deputy, former or acting holder is not the holder. */
const CHANGES_OFFICE = /[副原前代]|名誉|候任|助理|[一二三四]级/u;
