/** The values of a candidate's features that are no numbers; `span-layout.ts` says how many each has. */

import { looksLikePersonName } from '../../language/names.js';
import type { Candidate } from './candidates.js';
import type { Scene } from './scene.js';
import { ENDINGS } from './span-layout.js';

const NUMERAL = /[\d一二三四五六七八九十百千万亿两半]/u;
const DOTTED_NAME = /^[\p{Script=Han}a-z]+(?:·[\p{Script=Han}a-z]+)+$/u;
const PLACE_END = /[国市省县区州镇村岛洲城港]/u;
const ENDING_SLOTS = new Map(ENDINGS.map((ending, i) => [ending, i + 1]));
/** Characters from a candidate to an occurrence of a concept. */
const GAPS = [0, 2, 5, 10, 20] as const;

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
export function numberSlot({ numbers }: Scene, { start, end }: Candidate, text: string): number {
  let slot = 0;
  for (const number of numbers) {
    if (number.start < start || number.end > end) continue;
    const withUnit = number.end + number.unit.length;
    if (number.start === start && withUnit === end) return 5;
    slot = Math.max(slot, number.start !== start ? 3 : withUnit > end ? 2 : 4);
  }
  return slot === 0 && NUMERAL.test(text) ? 1 : slot;
}

/** Whether what is counted stands in the candidate: 3 the word, 2 its first character, 1 no, 0 nothing is counted. */
export function unitSlot({ blank: { units } }: Scene, text: string): number {
  if (units.length === 0) return 0;
  if (units.some((unit) => text.includes(unit))) return 3;
  return units.some((unit) => text.includes(unit.charAt(0))) ? 2 : 1;
}

/** Whether it ends as what is asked for (哪所大学 → 大学): 4 yes or right after, 3 by its last character, 2 inside. */
export function headSlot({ blank: { heads }, folded }: Scene, text: string, end: number): number {
  if (heads.length === 0) return 0;
  if (heads.some((head) => text.endsWith(head) || folded.startsWith(head, end))) return 4;
  if (heads.some((head) => text.endsWith(head.slice(-1)))) return 3;
  return heads.some((head) => text.includes(head)) ? 2 : 1;
}

/** 3 ends with the part of the date that is asked for, 2 has it, 1 has not, 0 none is asked for. */
export function calendarSlot({ blank: { calendar } }: Scene, text: string): number {
  if (calendar === null) return 0;
  const mark = calendar === 'year' ? /年|\d{4}/ : calendar === 'month' ? /月/ : /[日号天]/;
  if (!mark.test(text)) return 1;
  return text.endsWith(calendar === 'year' ? '年' : calendar === 'month' ? '月' : '日') ? 3 : 2;
}

function someWord(flags: Uint8Array, { first, last }: Candidate): boolean {
  for (let i = first; i <= last; i++) if (flags[i] === 1) return true;
  return false;
}

/** 3 a known person's or a dotted name, 2 has one, 1 one word that can be a name. */
export function personSlot(scene: Scene, candidate: Candidate, text: string): number {
  if (scene.knowledge.persons.has(text) || DOTTED_NAME.test(text)) return 3;
  if (someWord(scene.isPerson, candidate)) return 2;
  return candidate.first === candidate.last && looksLikePersonName(text) ? 1 : 0;
}

/** 3 a known place, 2 has one, 1 has a character that places end with. */
export function placeSlot(scene: Scene, candidate: Candidate, text: string): number {
  if (scene.knowledge.places.has(text)) return 3;
  if (someWord(scene.isPlace, candidate)) return 2;
  return PLACE_END.test(text) ? 1 : 0;
}

/** 5 stands in quotes or 《》, 4 brings them, 3 is Latin, 2 has Latin, 1 has quotes inside. */
export function shapeSlot(folded: string, text: string, { start, end }: Candidate): number {
  const outside = folded.charAt(start - 1) + folded.charAt(end);
  if (outside === '“”' || outside === '《》' || outside === '‘’') return 5;
  if (/^(?:《.*》|“.*”)$/u.test(text)) return 4;
  if (/[a-z]/.test(text)) return /^[a-z0-9 .'-]+$/.test(text) ? 3 : 2;
  return /[《“]/u.test(text) ? 1 : 0;
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
export function bracketSlot(folded: string, text: string, { start, end }: Candidate): number {
  const [before, after] = [folded.charAt(start - 1), folded.charAt(end)];
  if (before === '(' && after === ')') return 4;
  if (after === '(') return 3;
  if (before === ')') return 2;
  return text.includes('(') ? 1 : 0;
}

const APPROXIMATE_BEFORE = /(?:约|近|至少|超过|逾|每|共|达|第|前|超|最多)$/u;
const APPROXIMATE_AFTER =
  /^(?:多|余|左右|以上|以下|之间|以内|后|前|以来|起|末|初|底|年代|上下|[个名人年月日时天])/u;

/** Whether a word that belongs to a number or time is left outside: 2 after it, 1 before it, 3 both. */
export function approximateSlot({ folded }: Scene, { start, end }: Candidate): number {
  const before = APPROXIMATE_BEFORE.test(folded.slice(Math.max(0, start - 2), start)) ? 1 : 0;
  return before + (APPROXIMATE_AFTER.test(folded.slice(end, end + 2)) ? 2 : 0);
}

/** What form the question has: 1 who somebody is, 2 one of a named kind, 3 a counted thing; 4 more of each for why a date's part is asked for. */
export function formSlot({ question, blank }: Scene): number {
  const identity = question.kind === 'person' && question.concepts.length <= 1;
  const form = identity ? 1 : blank.heads.length > 0 ? 2 : blank.units.length > 0 ? 3 : 0;
  return form + (blank.calendar === null ? 0 : 4);
}

/** Which of `ENDINGS` it ends with, the longer first; 0 none. */
export function endingSlot(text: string): number {
  return ENDING_SLOTS.get(text.slice(-2)) ?? ENDING_SLOTS.get(text.slice(-1)) ?? 0;
}

/** Where the nearest occurrence of a concept stands, see `CONCEPT_SLOTS`. */
export function conceptSlot({ occurrences }: Scene, concept: number, { start, end }: Candidate): number {
  if (concept < 0) return 12;
  let slot = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (const o of occurrences) {
    if (o.term !== concept) continue;
    const before = o.end <= start;
    const gap = before ? start - o.end : o.start >= end ? o.start - end : -1;
    if (gap >= nearest) continue;
    nearest = gap;
    let bin = 0;
    while (bin < 4 && gap > (GAPS[bin] ?? 0)) bin++;
    slot = gap < 0 ? 1 : 2 + bin + (before ? 0 : 5);
  }
  return slot;
}
