/** Names that a corpus itself tells: persons, places and organisations, mined by patterns. */
import { ForeignNameMiner, isForeignName } from './foreign-names.js';
import { findOrganizations } from './organizations.js';
import { nameLikelihood } from './person-lists.js';
import { PersonMiner, personNames } from './persons.js';
import { findPlaces } from './places.js';

export { findOffices } from './offices.js';
export { findPlaces } from './places.js';
export { isSurname } from './surnames.js';

/** Changes when the same corpus would give other names than before. */
const MINING_VERSION = '2';

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

/** What texts tell of names: evidence by name. That of several texts adds up, in any order, without rounding. */
export interface NameEvidence {
  readonly persons: ReadonlyMap<string, number>;
  readonly foreign: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, number>;
  readonly organizations: ReadonlyMap<string, number>;
}

/** Counts places or organisations: a sure mention is enough, guesses must agree. */
function countMentions(
  counts: Map<string, number>,
  mentions: readonly { readonly name: string; readonly sure: boolean }[],
): void {
  for (const { name, sure } of mentions) {
    counts.set(name, (counts.get(name) ?? 0) + (sure ? GUESSED_OFTEN : 1));
  }
}

/** The evidence in folded texts (paragraphs); linear in their length. */
export function gatherNames(foldedTexts: Iterable<string>): NameEvidence {
  const persons = new PersonMiner();
  const foreign = new ForeignNameMiner();
  const places = new Map<string, number>();
  const organizations = new Map<string, number>();
  for (const text of foldedTexts) {
    persons.add(text);
    foreign.add(text);
    countMentions(places, findPlaces(text));
    countMentions(organizations, findOrganizations(text));
  }
  return { persons: persons.scores(), foreign: foreign.counts(), places, organizations };
}

/** The names for which there is enough evidence. */
export function gazetteerOf(evidence: NameEvidence): Gazetteer {
  const often = (counts: ReadonlyMap<string, number>) =>
    [...counts].filter(([, count]) => count >= GUESSED_OFTEN).map(([name]) => name);
  const places = often(evidence.places);
  const organizations = often(evidence.organizations);
  const otherNames = new Set([...places, ...organizations]);
  const persons = [...personNames(evidence.persons), ...evidence.foreign.keys()];
  return {
    version: MINING_VERSION,
    persons: inOrder(persons.filter((name) => !otherNames.has(name))),
    places: inOrder(places),
    organizations: inOrder(organizations),
  };
}

/** The names in folded texts. The order of the texts does not matter. */
export function mineNames(foldedTexts: Iterable<string>): Gazetteer {
  return gazetteerOf(gatherNames(foldedTexts));
}
