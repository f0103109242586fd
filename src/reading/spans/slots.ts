/** The values of a candidate's features that are no numbers; `span-layout.ts` says how many each has. */

import { looksLikePersonName } from '../../language/names.js';
import type { Question } from '../../retrieval/question.js';
import type { Candidate } from './candidates.js';
import { MAY_BE_PERSON, MAY_BE_PLACE } from './edges.js';
import {
  BRACKET,
  countOf,
  DOT,
  has,
  LATIN,
  LATIN_TEXT,
  NUMERAL,
  PLACE_END,
  QUOTE_OR_TITLE,
} from './marks.js';
import type { Scene } from './scene-types.js';
import { KINDS } from './span-layout.js';

const DOTTED_NAME = /^[\p{Script=Han}a-z]+(?:·[\p{Script=Han}a-z]+)+$/u;
/** Marks around a candidate that hold it and nothing else, each with what closes it, as UTF-16 units. */
const ENCLOSING = ['“”', '《》', '‘’'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)] as const);

const OPENING = '('.charCodeAt(0);
const CLOSING = ')'.charCodeAt(0);

function textOf({ folded }: Scene, { start, end }: Candidate): string {
  return folded.slice(start, end);
}

/** Whether a candidate has a mark of a kind. */
function hasMark({ marks, range }: Scene, kind: number, { start, end }: Candidate): boolean {
  return has(marks, kind, start - range[0], end - range[0]);
}

/** 5 a duration, 4 a date, 3 with a date at an edge, 2 with one inside, 1 part of one. */
export function dateSlot({ dates }: Scene, { start, end }: Candidate): number {
  let slot = 0;
  for (const date of dates) {
    if (date.start === start && date.end === end) return date.kind === 'duration' ? 5 : 4;
    if (date.start >= start && date.end <= end)
      slot = Math.max(slot, date.end === end || date.start === start ? 3 : 2);
    else if (date.start <= start && date.end >= end) slot = Math.max(slot, 1);
  }
  return slot;
}

/** 5 a number with its unit, 4 beginning with one, 3 with one inside, 2 without its unit, 1 some numeral. */
export function numberSlot(scene: Scene, candidate: Candidate): number {
  const { start, end } = candidate;
  let slot = 0;
  for (const number of scene.numbers) {
    if (number.start < start || number.end > end) continue;
    const withUnit = number.end + number.unit.length;
    if (number.start === start && withUnit === end) return 5;
    slot = Math.max(slot, number.start !== start ? 3 : withUnit > end ? 2 : 4);
  }
  return slot === 0 && hasMark(scene, NUMERAL, candidate) ? 1 : slot;
}

/** Whether what is counted stands in the candidate: 3 the word, 2 its first character, 1 no, 0 nothing is counted. */
export function unitSlot(scene: Scene, candidate: Candidate): number {
  const { units } = scene.blank;
  if (units.length === 0) return 0;
  const text = textOf(scene, candidate);
  if (units.some((unit) => text.includes(unit))) return 3;
  return units.some((unit) => text.includes(unit.charAt(0))) ? 2 : 1;
}

/** Whether it ends as what is asked for (哪所大学 → 大学): 4 yes or right after, 3 by its last character, 2 inside. */
export function headSlot(scene: Scene, candidate: Candidate): number {
  const { heads } = scene.blank;
  if (heads.length === 0) return 0;
  const text = textOf(scene, candidate);
  if (heads.some((head) => text.endsWith(head) || scene.folded.startsWith(head, candidate.end))) return 4;
  if (heads.some((head) => text.endsWith(head.slice(-1)))) return 3;
  return heads.some((head) => text.includes(head)) ? 2 : 1;
}

/** 3 ends with the part of the date that is asked for, 2 has it, 1 has not, 0 none is asked for. */
export function calendarSlot(scene: Scene, candidate: Candidate): number {
  const { calendar } = scene.blank;
  if (calendar === null) return 0;
  const text = textOf(scene, candidate);
  const mark = calendar === 'year' ? /年|\d{4}/ : calendar === 'month' ? /月/ : /[日号天]/;
  if (!mark.test(text)) return 1;
  return text.endsWith(calendar === 'year' ? '年' : calendar === 'month' ? '月' : '日') ? 3 : 2;
}

/** Whether some word of a candidate is one of those that were counted up to each word. */
function someWord(counted: Uint16Array, { first, last }: Candidate): boolean {
  return (counted[last + 1] ?? 0) > (counted[first] ?? 0);
}

/** Whether a candidate is one of the names; most start as none does. */
function isNamed(scene: Scene, names: ReadonlySet<string>, flag: number, candidate: Candidate): boolean {
  const { first, start, end } = candidate;
  if (end - start > 1 && ((scene.edges.mayStart[first] ?? 0) & flag) === 0) return false;
  return names.has(textOf(scene, candidate));
}

/** 3 a known person's or a dotted name, 2 has one, 1 one word that can be a name. */
export function personSlot(scene: Scene, candidate: Candidate): number {
  if (isNamed(scene, scene.knowledge.persons, MAY_BE_PERSON, candidate)) return 3;
  if (hasMark(scene, DOT, candidate) && DOTTED_NAME.test(textOf(scene, candidate))) return 3;
  if (someWord(scene.personsBefore, candidate)) return 2;
  return candidate.first === candidate.last && looksLikePersonName(textOf(scene, candidate)) ? 1 : 0;
}

/** 3 a known place, 2 has one, 1 has a character that places end with. */
export function placeSlot(scene: Scene, candidate: Candidate): number {
  if (isNamed(scene, scene.knowledge.places, MAY_BE_PLACE, candidate)) return 3;
  if (someWord(scene.placesBefore, candidate)) return 2;
  return hasMark(scene, PLACE_END, candidate) ? 1 : 0;
}

function isEnclosed({ folded }: Scene, { start, end }: Candidate): boolean {
  const before = folded.charCodeAt(start - 1);
  const after = folded.charCodeAt(end);
  for (const [opening, closing] of ENCLOSING) if (before === opening && after === closing) return true;
  return false;
}

/** 5 stands in quotes or 《》, 4 brings them, 3 is Latin, 2 has Latin, 1 has quotes inside. */
export function shapeSlot(scene: Scene, candidate: Candidate): number {
  if (isEnclosed(scene, candidate)) return 5;
  const isQuoting = hasMark(scene, QUOTE_OR_TITLE, candidate);
  if (isQuoting && /^(?:《.*》|“.*”)$/u.test(textOf(scene, candidate))) return 4;
  if (!hasMark(scene, LATIN, candidate)) return isQuoting ? 1 : 0;
  const { marks, range } = scene;
  const { start, end } = candidate;
  const latin = countOf(marks, LATIN_TEXT, start - range[0], end - range[0]);
  return latin === end - start ? 3 : 2;
}

/** How it stands to the mentions of the asked kind, see `MENTION_SLOTS`. */
export function mentionSlot({ mentions }: Scene, { start, end }: Candidate): number {
  if (mentions.length === 0) return 0;
  let relation = 1;
  let inside = 0;
  for (const [from, to] of mentions) {
    if (from === start && to === end) relation = 7;
    else if (from >= start && to <= end) {
      inside++;
      relation = Math.max(relation, from === start ? 6 : to === end ? 5 : 4);
    } else if (from <= start && to >= end) relation = Math.max(relation, 2);
    else if (from < end && to > start) relation = Math.max(relation, 2);
  }
  if (inside > 1) relation = 3;
  return relation + (mentions.length === 1 ? 7 : 0);
}

/** 4 is what brackets hold, 3 right before a bracket, 2 right after one, 1 has brackets, 0 none of it. */
export function bracketSlot(scene: Scene, candidate: Candidate): number {
  const before = scene.folded.charCodeAt(candidate.start - 1);
  const after = scene.folded.charCodeAt(candidate.end);
  if (before === OPENING && after === CLOSING) return 4;
  if (after === OPENING) return 3;
  if (before === CLOSING) return 2;
  return hasMark(scene, BRACKET, candidate) ? 1 : 0;
}

/** What form the question has: 1 who somebody is, 2 one of a named kind, 3 a counted thing; 4 more of each for why a date's part is asked for. */
export function formSlot({ question, blank }: Pick<Scene, 'question' | 'blank'>): number {
  const identity = question.kind === 'person' && question.concepts.length <= 1;
  const form = identity ? 1 : blank.heads.length > 0 ? 2 : blank.units.length > 0 ? 3 : 0;
  return form + (blank.calendar === null ? 0 : 4);
}

/** Kinds without a slot of their own share the last. */
export function kindSlot({ kind }: Question): number {
  const slot = KINDS.indexOf(kind);
  return slot < 0 ? KINDS.length - 1 : slot;
}
