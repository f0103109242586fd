/** Whose names a statement gives, as an answer lists them. */
import type { Span } from '../corpus/article.js';
import { matchesPinyin } from '../language/pinyin.js';
import { exceptedNames } from '../retrieval/exceptions.js';
import type { Question } from '../retrieval/question.js';
import type { Proof } from './finding.js';
import { listIsOpen, nameIsLost } from './notes.js';
import type { PersonMention } from './people.js';
import type { Statement } from './roles.js';

const CITY_LEADERS = /市领导|省领导|县领导|city leaders?|provincial leaders?/u;

/** What holds a statement. */
export interface Named {
  readonly statement: Statement;
}

/** Whether a question leaves out everybody whom a statement names: 除了林远山，还有谁出席. */
export function isLeftOut(question: Question, { people }: Statement): boolean {
  return people?.members.every((member) => isExcepted(question, member)) ?? false;
}

function isExcepted({ folded, text }: Question, { name }: PersonMention): boolean {
  const excepted = exceptedNames(folded);
  if (excepted.length === 0) return false;
  return excepted.includes(name) || exceptedNames(text).some((latin) => isSpelled(latin, name));
}

function isSpelled(latin: string, name: string): boolean {
  return /^[\p{Script=Latin}' -]+$/u.test(latin) && matchesPinyin(latin, name);
}

/** Each name once, in the text's script. */
export function namesOf(question: Question, found: readonly Named[]): readonly string[] {
  return [
    ...new Set(
      found.flatMap(({ statement }) =>
        spansOf(question, statement).map((span) => statement.line.paragraph.text.slice(...span)),
      ),
    ),
  ];
}

/** Where the names of a statement stand. */
function spansOf(question: Question, statement: Statement): readonly Span[] {
  if (statement.people === null) return statement.bodies;
  const members = statement.people.members.filter((member) => !isExcepted(question, member));
  return askedMembers(question, statement, members).map(({ start, end }): Span => [start, end]);
}

/** 市领导 leads a list and ends where somebody with an office of another body begins. */
function askedMembers(
  question: Question,
  statement: Statement,
  members: readonly PersonMention[],
): readonly PersonMention[] {
  const [first] = members;
  const rank =
    first === undefined ? '' : statement.line.folded.slice(Math.max(0, first.start - 6), first.start);
  if (!CITY_LEADERS.test(question.folded) || !/领导(?:同志)?[:：有]?$/u.test(rank)) return members;
  const stop = members.findIndex(({ offices }, i) => i > 0 && offices.length > 0);
  return stop < 0 ? members : members.slice(0, stop);
}

/** What a list in the text says of itself: that it is open, that a name is lost. */
export function listCaveats(question: Question, found: readonly Named[]): readonly string[] {
  const groups = found
    .flatMap(({ statement }) => statement.people ?? [])
    .filter(({ members }) => members.length > 1);
  const notes: string[] = [];
  if (groups.some(({ open }) => open)) notes.push(listIsOpen(question.language));
  if (groups.some(({ damaged }) => damaged)) notes.push(nameIsLost(question.language));
  return notes;
}

/** The sentence of a statement, with its names. */
export function proofOf(question: Question, statement: Statement): Proof {
  const { line } = statement;
  const start = Math.min(line.range[0], statement.people?.start ?? line.range[0]);
  return {
    article: line.article,
    paragraph: line.paragraph,
    ranges: [[start, line.range[1]]],
    highlights: spansOf(question, statement),
  };
}
