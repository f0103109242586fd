/** Names that a corpus itself tells: persons, places and organisations, mined by patterns. */
import { ForeignNameMiner, isForeignName } from './foreign-names.js';
import { findOrganizations } from './organizations.js';
import { nameLikelihood } from './person-lists.js';
import { PersonMiner } from './persons.js';
import { findPlaces } from './places.js';

export { findOffices } from './offices.js';
export { findPlaces } from './places.js';
export { isSurname } from './surnames.js';

/** Changes when the same corpus would give other names than before. */
const MINING_VERSION = '1';

/** The names of a corpus, folded and sorted; equal corpora give equal gazetteers. */
export interface Gazetteer {
  readonly version: string;
  readonly persons: readonly string[];
  readonly places: readonly string[];
  readonly organizations: readonly string[];
}

/** Whether a folded text of two to four Han characters, or a transliteration, can be a person's name. */
export function looksLikePersonName(text: string): boolean {
  return isForeignName(text) || nameLikelihood(text) !== 'no';
}

const inOrder = (names: Iterable<string>) => [...new Set(names)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** A name whose beginning is only guessed must be found this often. */
const GUESSED_OFTEN = 2;

/** Gathers places or organisations: a sure mention is enough, guesses must agree. */
class MentionMiner {
  readonly #counts = new Map<string, number>();

  add(mentions: readonly { readonly name: string; readonly sure: boolean }[]): void {
    for (const { name, sure } of mentions) {
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + (sure ? GUESSED_OFTEN : 1));
    }
  }

  names(): string[] {
    return [...this.#counts].filter(([, count]) => count >= GUESSED_OFTEN).map(([name]) => name);
  }
}

/** The names in folded texts (paragraphs); linear in their length. The order of the texts does not matter. */
export function mineNames(foldedTexts: Iterable<string>): Gazetteer {
  const persons = new PersonMiner();
  const foreign = new ForeignNameMiner();
  const places = new MentionMiner();
  const organizations = new MentionMiner();
  for (const text of foldedTexts) {
    persons.add(text);
    foreign.add(text);
    places.add(findPlaces(text));
    organizations.add(findOrganizations(text));
  }
  const otherNames = new Set([...places.names(), ...organizations.names()]);
  return {
    version: MINING_VERSION,
    persons: inOrder([...persons.names(), ...foreign.names()].filter((name) => !otherNames.has(name))),
    places: inOrder(places.names()),
    organizations: inOrder(organizations.names()),
  };
}
