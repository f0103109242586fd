/** Person names in enumerations (甲、乙、丙出席) and in credits (记者 甲 乙). */
import { startsWithCommonWord } from './common-words.js';
import { givenNameLikelihood } from './given-names.js';
import { leftContext, rightContext } from './name-contexts.js';
import { surnameLengthAt } from './surnames.js';

/** A list that nothing but its items marks as one of people needs this many items, nearly all likely names. */
const UNMARKED_LIST = 4;
const UNMARKED_SHARE = 0.85;
/** In a list that an office or a verb marks as one of people, this share must look like names. */
const MARKED_SHARE = 0.6;
/** Longer clauses are cut: no list of people needs more. */
const LONGEST_CLAUSE = 2000;

export interface ListedName {
  readonly name: string;
  /** 0..1. */
  readonly worth: number;
}

/** `likely`, `possible` or `no` for a whole folded text of two to four characters. */
export function nameLikelihood(text: string): 'likely' | 'possible' | 'no' {
  const surname = surnameLengthAt(text, 0);
  if (surname === 0 || !/^[\p{Script=Han}]{2,4}$/u.test(text)) return 'no';
  const given = givenNameLikelihood(text.slice(surname));
  return given === 'likely' && surname === 1 && text.length === 2 && startsWithCommonWord(text)
    ? 'possible'
    : given;
}

/** The name at the end of a list's first item, after an office or a label; the whole item when it looks like a name. */
function firstName(clause: string, end: number): { name: string; marked: boolean } | null {
  for (let length = Math.min(4, end); length >= 2; length--) {
    const name = clause.slice(end - length, end);
    if (nameLikelihood(name) === 'no') continue;
    const left = leftContext(clause, end - length);
    if (left === 'office' || left === 'edge') return { name, marked: left === 'office' };
  }
  return null;
}

/** The name at the start of a list's last item, before 等, a verb or the end. */
function lastName(clause: string, start: number): { name: string; marked: boolean } | null {
  for (let length = 2; length <= 4; length++) {
    const name = clause.slice(start, start + length);
    if (name.length < length || nameLikelihood(name) === 'no') continue;
    const right = rightContext(clause, start + length);
    if (right !== 'none')
      return { name, marked: right === 'act' || PEOPLE_DO.test(clause.slice(start + length)) };
  }
  return null;
}

const PEOPLE_DO =
  /^(?:等)?(?:市领导|省领导|领导|同志)?(?:在[\p{Script=Han}]{1,8})?(?:出席|参加|列席|陪同|分别|获奖|当选)/u;

function namesInClause(clause: string): ListedName[] {
  const items = clause.split('、');
  if (items.length < 2) return [];
  const inner = items.slice(1, -1);
  const first = firstName(clause, items[0]?.length ?? 0);
  const last = lastName(clause, clause.length - (items.at(-1)?.length ?? 0));
  const names = [first?.name, ...inner, last?.name].filter((name) => name !== undefined);
  const likely = names.filter((name) => nameLikelihood(name) === 'likely').length;
  const possible = names.filter((name) => nameLikelihood(name) !== 'no');
  const marked = first?.marked === true || last?.marked === true;
  const share = possible.length / items.length;
  if (marked ? share < MARKED_SHARE : items.length < UNMARKED_LIST || likely / items.length < UNMARKED_SHARE)
    return [];
  return possible.map((name) => ({ name, worth: 1 }));
}

const CLAUSE = /[^。;!?\n:,()“”]+/gu;
const CREDIT =
  /(?:记者|通讯员|编辑|责编|作者|摄影|联系人)[: ]{0,2}([\p{Script=Han}]{2,4}(?:[ 、]{1,2}[\p{Script=Han}]{2,4}){0,9})/gu;

/** The names that lists and credits of a folded text give. */
export function namesInLists(folded: string): ListedName[] {
  const found: ListedName[] = [];
  if (folded.includes('、')) {
    for (const [clause] of folded.matchAll(CLAUSE)) {
      if (clause.includes('、')) found.push(...namesInClause(clause.slice(0, LONGEST_CLAUSE)));
    }
  }
  for (const match of folded.matchAll(CREDIT)) {
    for (const name of (match[1] ?? '').split(/[ 、]+/)) {
      if (nameLikelihood(name) === 'likely') found.push({ name, worth: 1 });
    }
  }
  return found;
}
