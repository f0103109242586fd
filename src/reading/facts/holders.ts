/** Who holds which office, by the article's words: before a name (市长魏建平) or after it (路云是市委常委). */
import type { Span } from '../../corpus/article.js';
import { parseOffice } from './offices.js';
import type { PersonMention } from './people.js';
import type { Line } from './scenes.js';

/** One person with one office as written. Spans are in the paragraph's text. */
export interface Holder {
  readonly line: Line;
  readonly person: PersonMention;
  readonly office: Span;
  /** From the first of the person's offices in this place to the last: 省委常委、市委书记. */
  readonly run: Span;
  /** 增补研究员某某为副组长: the office that somebody is given, not the one that he had. */
  readonly isGiven: boolean;
}

/** 任…, 担任…, 是…: the office follows the name. */
const HOLDS = /^(?:同时|现|还|兼|时|并|曾|也)?(?:任|担任|出任|兼任|是|为|当选为?|被任命为)(?:了)?/u;
const GIVEN = /(?:增补|任命|补选|选举|推选|推举|增选|聘请|聘任|聘|选|委任|提名|推荐)[^,，。;；:：]{0,30}$/u;
const GIVES = /^(?:同志|先生|女士)?(?:为|任|担任|出任)/u;
const ALSO = /^(?:并|同时|还|也)?(?:任|兼任|担任|兼|是)?/u;
const LONGEST_CLAUSE = 80;

/** Every holder in a line, in order. */
export function holdersIn(line: Line): readonly Holder[] {
  return line.groups.flatMap(({ members }) =>
    members.flatMap((person) => [...before(line, person), ...after(line, person)]),
  );
}

function before(line: Line, person: PersonMention): readonly Holder[] {
  const [first] = person.offices;
  const last = person.offices.at(-1);
  if (first === undefined || last === undefined) return [];
  return person.offices.map((office) => ({ line, person, office, run: [first[0], last[1]], isGiven: false }));
}

function after(line: Line, person: PersonMention): readonly Holder[] {
  const rest = line.folded.slice(person.end, Math.min(line.range[1], person.end + LONGEST_CLAUSE));
  const verb = HOLDS.exec(rest)?.[0];
  if (verb === undefined) return [];
  const offices: Span[] = [];
  let at = person.end + verb.length;
  for (const piece of rest.slice(verb.length).split(/[、,，。;；]/u)) {
    const lead = offices.length === 0 ? '' : (ALSO.exec(piece)?.[0] ?? '');
    if (parseOffice(piece.slice(lead.length)) === null) break;
    offices.push([at + lead.length, at + piece.length]);
    at += piece.length + 1;
  }
  const [first] = offices;
  const last = offices.at(-1);
  if (first === undefined || last === undefined) return [];
  const isGiven = GIVES.test(rest) && GIVEN.test(line.folded.slice(line.range[0], person.start));
  return offices.map((office) => ({ line, person, office, run: [first[0], last[1]], isGiven }));
}
