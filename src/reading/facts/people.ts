/** Persons in a sentence, gathered into groups that do something together, each with the offices before the name. */
import type { Span } from '../../corpus/article.js';
import { findOffices, isSurname, looksLikePersonName } from '../../language/names.js';
import { isOfficeRun } from './offices.js';

export interface PersonMention {
  /** Folded. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The office phrases right before the name (省委常委 and 市委书记 in 省委常委、市委书记安伟). */
  readonly offices: readonly Span[];
}

/** Persons joined by 、, commas with offices between, or 和: the subject of one act. */
export interface PeopleGroup {
  readonly members: readonly PersonMention[];
  /** From the first office or name on. */
  readonly start: number;
  /** Behind the last name and its 等. */
  readonly end: number;
  /** The list says that there are more: 等. */
  readonly open: boolean;
  /** A name among them is lost in the text (???). */
  readonly damaged: boolean;
}

/** (本报记者 …): names in a credit act in nothing. */
const CREDIT = /[(（][^)）]{0,20}(?:记者|通讯员|编者|编辑)[^)）]{0,30}$/u;
const LONGEST_NAME = 15;
/** 石桥区 reads like a name and is none. */
const BODY = /^\p{Script=Han}{2,}[省市县区镇乡村局厅委]$/u;
const SEPARATOR = /^(?:[、,，]\s*(?:还有|以及|和|及)?|\s+|和|与|及|以及|暨|还有)/u;
/** 主持的是安伟,市长何雄作部署: after 是 or 有 a bare comma ends the list. */
const PREDICATE = /(?:是|为|有)$/u;
const BARE_COMMA = /^[,，](?!还有|以及|和|及)/u;
const LIST_STOP = /[、,，。;；:：\s()（）“”等和与及在]/u;
const OPEN = /^(?:等|等人)(?!级|待|于)/u;
/** An office phrase before a name reaches back to one of these. */
const OFFICE_START = /[,，。;；:：!?！？()（）“”"\s]|的|由|是|为|有(?!限)|在|和|与|及|对|向|就/gu;
const LONGEST_OFFICES = 80;

/** All persons that a folded text names: those of the corpus, and what stands in a list with them and reads like a name. */
function findPeople(folded: string, persons: ReadonlySet<string>): readonly PersonMention[] {
  const spans: Span[] = [];
  for (let at = 0; at < folded.length; ) {
    const end = knownNameAt(folded, at, persons);
    if (end > at) spans.push([at, end]);
    at = end > at ? end : at + 1;
  }
  return [...spans, ...listNeighbours(folded, spans)]
    .sort((a, b) => a[0] - b[0])
    .map(([start, end]) => ({
      name: folded.slice(start, end),
      start,
      end,
      offices: officesBefore(folded, start),
    }));
}

function knownNameAt(folded: string, at: number, persons: ReadonlySet<string>): number {
  const longest = Math.min(longestByFirst(persons).get(folded.charAt(at)) ?? 0, folded.length - at);
  for (let length = longest; length > 1; length--) {
    const name = folded.slice(at, at + length);
    if (persons.has(name) && !BODY.test(name)) return at + length;
  }
  return at;
}

const longestNames = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, number>>();

/** The longest name that begins with each character: most characters begin none. */
function longestByFirst(persons: ReadonlySet<string>): ReadonlyMap<string, number> {
  const known = longestNames.get(persons);
  if (known !== undefined) return known;
  const table = new Map<string, number>();
  for (const name of persons) {
    const first = name.charAt(0);
    table.set(first, Math.max(table.get(first) ?? 0, Math.min(name.length, LONGEST_NAME)));
  }
  longestNames.set(persons, table);
  return table;
}

/** Names in 、 lists beside known ones that the corpus's list of names has missed. */
function listNeighbours(folded: string, known: readonly Span[]): readonly Span[] {
  const after = followers(folded, known);
  return [...after, ...leaders(folded, [...known, ...after])];
}

/** What a name may stand behind when a known one follows its 、. */
const BEFORE_LEADER = /(?:^|[有是为由、,，:：。;；\s]|领导|同志|代表|委员)$/u;

function leaders(folded: string, known: readonly Span[]): readonly Span[] {
  const ends = new Set(known.map(([, end]) => end));
  const found: Span[] = [];
  for (const [first] of known) {
    for (let start = first; folded.charAt(start - 1) === '、' && !ends.has(start - 1); ) {
      const end = start - 1;
      const length = [3, 2, 4].find(
        (size) =>
          looksLikePersonName(folded.slice(Math.max(0, end - size), end)) &&
          BEFORE_LEADER.test(folded.slice(Math.max(0, end - size - 3), Math.max(0, end - size))),
      );
      if (length === undefined) break;
      found.push([end - length, end]);
      ends.add(end);
      start = end - length;
    }
  }
  return found;
}

/** In a list with known names a surname and one or two characters are enough. */
function couldBeName(text: string): boolean {
  return (
    looksLikePersonName(text) ||
    (/^\p{Script=Han}{2,3}$/u.test(text) && isSurname(text.charAt(0)) && !BODY.test(text))
  );
}

/** What joins a further name to a list. */
const JOINT = /^(?:[、,，]?(?:还有|以及)|、|和(?![平谐]))/u;

function followers(folded: string, known: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  const starts = new Set(known.map(([start]) => start));
  for (const [, end] of known) {
    let at = end;
    for (;;) {
      const joint = JOINT.exec(folded.slice(at, at + 4))?.[0];
      if (joint === undefined) break;
      const start = at + joint.length;
      let stop = start;
      while (stop < folded.length && stop - start < 5 && !LIST_STOP.test(folded.charAt(stop))) stop++;
      if (starts.has(start) || !couldBeName(folded.slice(start, stop))) break;
      found.push([start, stop]);
      starts.add(start);
      at = stop;
    }
  }
  return found;
}

/** The spans of the office phrases that end right at `nameStart`, in order. */
function officesBefore(folded: string, nameStart: number): readonly Span[] {
  const from = Math.max(0, nameStart - LONGEST_OFFICES);
  const before = folded.slice(from, nameStart);
  if (findOffices(before).at(-1)?.end !== before.length) return [];
  const found: Span[] = [];
  let end = before.length;
  for (const piece of before
    .slice(officesFrom(before))
    .split(/[、,，]/u)
    .reverse()) {
    if (findOffices(piece).at(-1)?.end !== piece.length) break;
    found.unshift([from + end - piece.length, from + end]);
    end -= piece.length + 1;
  }
  return found;
}

/** Where the offices at the end of a text begin; a comma may stand among them: 县委副书记、县长,县防汛指挥部指挥长. */
function officesFrom(before: string): number {
  const starts = [
    0,
    ...Array.from(before.matchAll(OFFICE_START), ({ index, 0: stop }) => index + stop.length),
  ];
  let begin = starts.pop() ?? 0;
  while (/[,，]/u.test(before.charAt(begin - 1))) {
    const earlier = starts.pop() ?? 0;
    const clause = before.slice(earlier, begin - 1);
    if (clause === '' || findOffices(clause).at(-1)?.end !== clause.length || !isOfficeRun(clause)) break;
    begin = earlier;
  }
  return begin;
}

/** Persons listed from `from` on that no list of names knows: 郭力铭、李瑞霞和朱东亚, each reading like a name; empty otherwise. */
export function listedPeople(folded: string, from: number, until: number): readonly PersonMention[] {
  const found: PersonMention[] = [];
  let at = from;
  while (at < until) {
    const name = /^[\p{Script=Han}]{2,4}?(?=[、,，。;；\s和与及等在]|$)/u.exec(
      folded.slice(at, Math.min(until, at + 5)),
    )?.[0];
    if (name === undefined || !looksLikePersonName(name)) break;
    found.push({ name, start: at, end: at + name.length, offices: [] });
    const joint = JOINT.exec(folded.slice(at + name.length, until))?.[0];
    if (joint === undefined) break;
    at += name.length + joint.length;
  }
  return found.length > 1 ? found : [];
}

/** Gathers the persons of a folded sentence into groups. `people` are the mentions in it, offsets into `folded`. */
export function groupPeople(folded: string, people: readonly PersonMention[]): readonly PeopleGroup[] {
  const groups: PersonMention[][] = [];
  for (const person of people) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    const gap = previous === undefined ? '' : folded.slice(previous.end, person.start);
    const ended =
      last !== undefined && BARE_COMMA.test(gap) && PREDICATE.test(folded.slice(0, startOf(last)));
    if (last !== undefined && joined(gap) && !ended) last.push(person);
    else groups.push([person]);
  }
  return groups.flatMap((members) => {
    const [first] = members;
    const last = members.at(-1);
    if (first === undefined || last === undefined) return [];
    const open = OPEN.exec(folded.slice(last.end, last.end + 3))?.[0] ?? '';
    const start = first.offices[0]?.[0] ?? first.start;
    const end = last.end + open.length;
    return [
      { members, start, end, open: open !== '', damaged: /[?？□�]{2}/u.test(folded.slice(start, end)) },
    ];
  });
}

function startOf(members: readonly PersonMention[]): number {
  const [first] = members;
  return first?.offices[0]?.[0] ?? first?.start ?? 0;
}

function joined(gap: string): boolean {
  const separator = SEPARATOR.exec(gap)?.[0];
  if (separator === undefined) return false;
  return isOfficeRun(gap.slice(separator.length));
}

/** Groups of persons in a part of a folded paragraph, offsets into the paragraph; names in credits act in nothing. */
export function groupsIn(
  folded: string,
  [start, end]: Span,
  persons: ReadonlySet<string>,
): readonly PeopleGroup[] {
  const by = (span: Span): Span => [span[0] + start, span[1] + start];
  const people = findPeople(folded.slice(start, end), persons).map((person) => ({
    ...person,
    start: person.start + start,
    end: person.end + start,
    offices: person.offices.map(by),
  }));
  return groupPeople(folded, people).filter((group) => !CREDIT.test(folded.slice(start, group.start)));
}
