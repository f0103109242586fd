/** Foreign person names in Han characters: 米基·史密斯, and without a dot beside an office or a verb of speech. */
import { leftContext, officeEndsAt, rightContext } from './name-contexts.js';
import { KNOWN_PLACES } from './place-list.js';
import { findDottedNames, findTransliterations } from './transliteration.js';

const PART = '[\\p{Script=Han}]{1,8}';
const DOTTED = new RegExp(`^${PART}(?:·(?:${PART}|[a-z]{1,12}))+$`, 'u');
/** A name without a dot needs this many characters; shorter runs are too often words. */
const SHORTEST_UNDOTTED = 3;
/** Counted with its dot. */
const SHORTEST_DOTTED = 4;
const LONGEST_UNDOTTED = 7;
/** How many characters of a run may belong to the office before it: 总理 in 总理安吉拉·默克尔. */
const LONGEST_OVERLAP = 3;
/** Characters at the ends of a run that belong to the sentence around it more often than to the name. */
const STRAY_AT_START = new Set('国为以于因可所当由与和及第');
const STRAY_AT_END = new Set('为以于因可所约当由与和及任说');
const PLACES = new Set(KNOWN_PLACES);

/** Whether a folded text is written like a foreign name, with · between its parts. */
export function isForeignName(text: string): boolean {
  return DOTTED.test(text);
}

/** The name in a run of name characters: without the end of an office, a year or a preposition before it. */
function trimmed(folded: string, start: number, end: number): [start: number, end: number] {
  let from = start;
  for (let offset = LONGEST_OVERLAP; offset >= 1; offset--) {
    if (start + offset < end && officeEndsAt(folded, start + offset)) {
      from = start + offset;
      break;
    }
  }
  if (from < end && /\d年$/.test(folded.slice(Math.max(0, from - 1), from + 1))) from++;
  while (from + 2 < end && STRAY_AT_START.has(folded.charAt(from))) from++;
  return [from, trimmedEnd(folded, from, end)];
}

/** Where the name ends: a particle or a verb that is written with name characters (曾, 强调) follows it. */
function trimmedEnd(folded: string, start: number, end: number): number {
  let to = end;
  while (to - 2 > start && STRAY_AT_END.has(folded.charAt(to - 1))) to--;
  for (let back = 1; back <= LONGEST_OVERLAP && to - back > start + 2; back++) {
    const right = rightContext(folded, to - back);
    if (right === 'act' || right === 'title') return to - back;
  }
  return to;
}

/** Gathers dotted names, and undotted ones between an office and a verb or an edge. */
export class ForeignNameMiner {
  readonly #counts = new Map<string, number>();

  add(folded: string): void {
    for (const { start, end } of findDottedNames(folded)) {
      const name = folded.slice(...trimmed(folded, start, end));
      if (isForeignName(name) && name.length >= SHORTEST_DOTTED) this.#count(name);
    }
    for (const run of findTransliterations(folded)) this.#addUndotted(folded, run.start, run.end);
  }

  #addUndotted(folded: string, runStart: number, runEnd: number): void {
    if (runEnd - runStart < SHORTEST_UNDOTTED || folded.charAt(runEnd) === '·') return;
    const [start, end] = trimmed(folded, runStart, runEnd);
    if (end - start < SHORTEST_UNDOTTED || end - start > LONGEST_UNDOTTED) return;
    const name = folded.slice(start, end);
    if (PLACES.has(name) || leftContext(folded, start) !== 'office') return;
    const right = rightContext(folded, end);
    if (right !== 'none' && right !== 'title') this.#count(name);
  }

  #count(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** How often each name was found; every one that was found is a name. */
  counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }
}
