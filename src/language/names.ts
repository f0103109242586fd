/** Names that a corpus itself tells: persons, places and organisations, mined by patterns. */
import { OFFICES } from './offices.js';
import { findPlaces } from './places.js';
import { surnameLength } from './surnames.js';

export { findOffices, OFFICES } from './offices.js';
export { findPlaces, PLACE_SUFFIXES } from './places.js';
export { isSurname } from './surnames.js';

/** The names of a corpus, folded and sorted; equal corpora give equal gazetteers. */
export interface Gazetteer {
  readonly version: string;
  readonly persons: readonly string[];
  readonly places: readonly string[];
  readonly organizations: readonly string[];
}

const VERBS = '指出|强调|表示|主持|出席|列席|要求|说|认为|介绍|作|在|等|、|来到|部署|调研|[,，。;(:)\\s]|$';
const AFTER_OFFICE = new RegExp(
  `(?:${OFFICES.join('|')}|记者|市领导|[、])[ :]?([\\p{Script=Han}]{2,4}?)(?=${VERBS})`,
  'gu',
);

/** Whether a folded text of two to four Han characters, or a transliteration with ·, can be a person's name. */
export function looksLikePersonName(text: string): boolean {
  if (/^[\p{Script=Han}]{1,8}(?:·[\p{Script=Han}]{1,10})+$/u.test(text)) return true;
  const surname = surnameLength(text);
  return (
    surname > 0 &&
    /^[\p{Script=Han}]{2,4}$/u.test(text) &&
    text.length - surname >= 1 &&
    text.length - surname <= 2
  );
}

/** The names in folded texts. */
export function mineNames(foldedTexts: Iterable<string>): Gazetteer {
  const persons = new Set<string>();
  const places = new Set<string>();
  for (const text of foldedTexts) {
    for (const match of text.matchAll(AFTER_OFFICE)) {
      const name = match[1] ?? '';
      if (looksLikePersonName(name)) persons.add(name);
    }
    for (const { name } of findPlaces(text)) places.add(name);
  }
  return { version: '1', persons: [...persons].sort(), places: [...places].sort(), organizations: [] };
}
