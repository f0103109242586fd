/** What minutes say in lines with a label: 主持人:…, 出席:甲、乙, 地点:…. All on folded text. */
import type { Span } from '../../corpus/article.js';
import type { Role } from '../../retrieval/question.js';
import { groupPeople, listedPeople, type PeopleGroup } from './people.js';
import type { Line } from './scenes.js';

/** A label of two characters may be set as wide as one of four: 主  持:…. */
function spread(label: string): string {
  return [...label].join('\\s{0,4}');
}

const LABELS: readonly (readonly [role: Role, words: string])[] = [
  ['chair', `(?:会议)?${spread('主持')}人?|召集人`],
  ['sit-in', `(?:会议)?${spread('列席')}(?:会议)?(?:人员|领导|单位|人)?`],
  ['attend', `(?:会议)?(?:${spread('出席')}|到会|与会)(?:会议)?(?:人员|领导|人)?`],
  ['take-part', `(?:会议)?(?:${spread('参加')}|参会)(?:会议)?(?:人员|领导|单位|人)?`],
  ['report', '汇报人?'],
  ['notify', '通报人?'],
  ['speak', '(?:讲话|发言|主讲)人?'],
];
/** 一、 or (2) before a label. */
const NUMBERING = '^[\\s(（]*(?:[一二三四五六七八九十\\d]{1,3}[、.)）]\\s*)?';
const COLON = '\\s*[:：]\\s*';
const ROLE_LABELS = LABELS.map(
  ([role, words]) => [role, new RegExp(`${NUMBERING}(?:${words})${COLON}`, 'u')] as const,
);
const PLACE_LABEL = new RegExp(
  `${NUMBERING}(?:(?:会议|开会|活动)?(?:召开|举行)?的?${spread('地点')}|会址|会场)${COLON}`,
  'u',
);
/** An office that its holder's name follows behind a blank. */
const OFFICE = /(?:长|书记|主任|主席|经理|总监|秘书|委员|代表|工程师|会计师|校长|干事|主管)$/u;
/** A longer item is no name of a person or body. */
const LONGEST_ITEM = 24;

/** What a label line says of a role. Spans are in the paragraph's text. */
export interface Labelled {
  readonly role: Role;
  readonly label: Span;
  /** When every item is a person. */
  readonly people: PeopleGroup | null;
  /** Else the items as they are listed: 村民代表42人. */
  readonly items: readonly Span[];
}

/** The role that a line gives by its label, or null. */
export function labelledRole(line: Line): Labelled | null {
  const sentence = line.folded.slice(...line.range);
  for (const [role, pattern] of ROLE_LABELS) {
    const label = pattern.exec(sentence)?.[0];
    if (label === undefined) continue;
    const from = line.range[0] + label.length;
    const items = itemsOf(line.folded, [from, line.range[1]]);
    if (items.length === 0) return null;
    return { role, label: [line.range[0], from], ...whoIn(line, from, items) };
  }
  return null;
}

/** The place behind a label (地点:村文化礼堂) in a line, or null. */
export function labelledPlace({ folded, range }: Pick<Line, 'folded' | 'range'>): Span | null {
  const sentence = folded.slice(...range);
  const label = PLACE_LABEL.exec(sentence)?.[0];
  if (label === undefined) return null;
  const place = /^[^。;；!?！？\n]+/u.exec(sentence.slice(label.length))?.[0].trimEnd() ?? '';
  const from = range[0] + label.length;
  return place === '' ? null : [from, from + place.length];
}

/** Persons when each item holds one of them, else the items themselves. */
function whoIn(line: Line, from: number, items: readonly Span[]): Pick<Labelled, 'people' | 'items'> {
  const groups = line.groups.filter(({ start }) => start >= from);
  const members = groups.flatMap((group) => group.members);
  const [first] = groups;
  const last = groups.at(-1);
  if (first !== undefined && last !== undefined && members.length >= items.length) {
    const open = groups.some((group) => group.open);
    const damaged = groups.some((group) => group.damaged);
    return { people: { members, start: first.start, end: last.end, open, damaged }, items: [] };
  }
  const [listed] = groupPeople(line.folded, listedPeople(line.folded, from, line.range[1]));
  return listed !== undefined && listed.members.length >= items.length
    ? { people: listed, items: [] }
    : { people: null, items };
}

function itemsOf(folded: string, [start, end]: Span): readonly Span[] {
  const items: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !/[、,，;；。\s]/u.test(folded.charAt(at))) continue;
    // 院长 冉天佑 is one.
    if (at < end && /\s/u.test(folded.charAt(at)) && OFFICE.test(folded.slice(from, at))) continue;
    if (at > from) items.push([from, at]);
    from = at + 1;
  }
  return items.every(([first, last]) => last - first <= LONGEST_ITEM) ? items : [];
}
