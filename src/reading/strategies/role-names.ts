/** Whose names a statement gives, as an answer lists them. */
import type { Span } from '../../corpus/article.js';
import { matchesPinyin } from '../../language/pinyin.js';
import { fold } from '../../language/script.js';
import { exceptedNames } from '../../retrieval/exceptions.js';
import { englishOffice } from '../../retrieval/intent-english.js';
import type { Language, Question } from '../../retrieval/question.js';
import { matchOffice, parseOffice } from '../facts/offices.js';
import type { PersonMention } from '../facts/people.js';
import type { Statement } from '../facts/roles.js';
import type { Line } from '../facts/scenes.js';
import type { Proof } from '../finding.js';
import { listIsOpen, nameIsLost } from '../notes/notes.js';
import { askedMembers, isLostName } from './asked-members.js';

/** What holds a statement. */
export interface Named {
  readonly statement: Statement;
}

/** Whether a question leaves out everybody whom a statement names: 除了林远山，还有谁出席. */
export function isLeftOut(question: Question, { people, line }: Statement): boolean {
  return people?.members.every((member) => isExcepted(question, member, line)) ?? false;
}

function isExcepted({ folded, text, language }: Question, member: PersonMention, line: Line): boolean {
  const excepted = exceptedNames(folded);
  if (excepted.length === 0) return false;
  const { name } = member;
  if (excepted.includes(name) || exceptedNames(text).some((latin) => isSpelled(latin, name))) return true;
  return exceptedNames(text).some((office) => holds(member, line, office, language));
}

/** Whether somebody is left out by his office: besides the mayor. */
function holds({ offices }: PersonMention, { folded }: Line, excepted: string, language: Language): boolean {
  const asked = parseOffice(language === 'en' ? (englishOffice(excepted, null) ?? '') : fold(excepted));
  if (asked === null) return false;
  return offices.some((span) => {
    const given = parseOffice(folded.slice(...span));
    return given !== null && matchOffice(asked, given, language === 'en') !== null;
  });
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
  return askedMembers(question, statement.line, statement.people.members)
    .filter((member) => !isExcepted(question, member, statement.line))
    .map(({ start, end }): Span => [start, end]);
}

/** Whether whoever is asked for is the one whose name the text has lost. */
export function asksForLost(question: Question, { people, line }: Statement): boolean {
  return people?.damaged === true && isLostName(question, line, people);
}

/** What a list in the text says of itself: that it is open, that a name is lost. */
export function listCaveats(question: Question, found: readonly Named[]): readonly string[] {
  const groups = found
    .flatMap(({ statement: { people, line } }) =>
      people === null || askedMembers(question, line, people.members).length < people.members.length
        ? []
        : [people],
    )
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
