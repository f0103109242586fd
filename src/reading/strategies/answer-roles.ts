/** Answers who did what in a meeting, from statements of the very role that is asked. */

import { chineseNumeral } from '../../language/numeral-words.js';
import { fold } from '../../language/script.js';
import { exceptedNames, withoutExceptions } from '../../retrieval/exceptions.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';
import type { Question, Role } from '../../retrieval/question.js';
import type { Answered, Finding } from '../finding.js';
import type { SceneFit } from '../matching/scene-fit.js';
import { sourceOf } from '../notes/dating.js';
import { articlesDisagree, counted, factNotGiven, nameIsLost } from '../notes/notes.js';
import { nobodyElse, type Part, roleNotStated, roleStandsIn } from '../notes/role-notes.js';
import {
  ASKED_VENUE,
  ASKS_BODY,
  type Candidate,
  CLAUSE_WEIGHT,
  candidates,
  firstOfEach,
  sameEvent,
} from './role-candidates.js';
import { asksForLost, listCaveats, namesOf, proofOf } from './role-names.js';

/** Scenes this close to the best one may be the same event told twice. */
const SAME_EVENT_MARGIN = 0.3;
/** Under this share of its topic a scene is not what the question is about. */
const ENOUGH_TOPIC = 0.4;
const ENOUGH_BESIDE_DAY = 0.2;
const CERTAIN = 0.95;
/** A stand-in role is right, but not what was asked. */
const STAND_IN_CERTAINTY = 0.75;
/** What a refusal lists of who did what. */
const MOST_PARTS = 6;

/** Only these stand in for 主持, in this order; whoever reported spoke. */
const STAND_INS: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  chair: ['attend-and-speak', 'speak'],
  speak: ['report'],
};
/** Who is merely asked to have been there, as by 参会 or 会场都有谁, may have been so by either word; English has one for both. */
const ALSO_PRESENT: Readonly<Partial<Record<Role, Role>>> = { attend: 'take-part', 'take-part': 'attend' };
/** Many fill these at once; all of them are the answer. */
const SHARED: ReadonlySet<Role> = new Set(['attend', 'sit-in', 'take-part', 'report', 'attend-and-speak']);

const SAYS_SIZE = /(?:共|约|近|逾|有|等)\d+(?:余|多)?[人名位]/u;

/** A finding that lists persons as their number; anything else as it is. */
export function countPeople(question: Question, finding: Finding | null): Finding | null {
  if (finding?.status !== 'answered') return finding;
  // Where the text says how many there were, its names are not all.
  if (
    finding.proofs.some(({ paragraph, ranges }) =>
      ranges.some((range) => SAYS_SIZE.test(fold(paragraph.text.slice(...range)))),
    )
  )
    return null;
  const size = finding.answer.split('、').length;
  const unit = ASKS_BODY.test(question.folded) ? '个' : '人';
  const answer = question.language === 'en' ? String(size) : `${chineseNumeral(size)}${unit}`;
  return {
    ...finding,
    answer,
    note: [finding.note, counted(question.language)].filter((note) => note !== null).join(' '),
  };
}

/** The finding for a question with a role, or null when no scene says anything of the kind. */
export function answerRole(
  question: Question,
  fits: readonly SceneFit[],
  _knowledge: CorpusKnowledge,
): Finding | null {
  const role = question.role;
  const [best] = fits;
  if (role === null || best === undefined || best.coverage < leastTopic(question)) return null;
  const near = fits.filter((fit) => fit.score >= best.score - SAME_EVENT_MARGIN);
  const own = candidates(
    question,
    near,
    isBroad(question) ? [role, ...roleList(ALSO_PRESENT[role])] : [role],
  );
  const both =
    own.length > 0 || question.language !== 'en'
      ? own
      : candidates(question, near, roleList(ALSO_PRESENT[role]));
  if (both.some(({ statement }) => asksForLost(question, statement)))
    return { status: 'no-answer', note: nameIsLost(question.language), certainty: 0.85 };
  if (both.length > 0)
    return asksWhoOfBody(question, both)
      ? { status: 'no-answer', note: factNotGiven(question.language), certainty: 0.85 }
      : answerFrom(question, role, both, null);
  if (exceptedNames(question.folded).length > 0 && candidates(named(question), near, [role]).length > 0)
    return { status: 'no-answer', note: nobodyElse(role, question.language), certainty: 0.85 };
  for (const standIn of STAND_INS[role] ?? []) {
    const found = candidates(question, near, [standIn]).filter(({ statement }) => statement.people !== null);
    if (found.length > 0)
      return answerFrom(question, standIn, found, roleStandsIn(role, standIn, question.language));
  }
  return refuse(
    question,
    role,
    near.filter((fit) => fit.outline === best.outline || sameEvent(fit, best)),
  );
}

/** 开封市谁汇报 where the text has but 开封市汇报: who it was is not said. */
function asksWhoOfBody({ folded, language, constraints }: Question, found: readonly Candidate[]): boolean {
  const place = constraints.find(({ type }) => type === 'place');
  if (
    language === 'en' ||
    place?.type !== 'place' ||
    found.some(({ statement }) => statement.people !== null)
  )
    return false;
  return new RegExp(`${place.surface}(?:市|县|区|省)?(?:是|由|的)?(?:谁|哪位|哪个人)`, 'u').test(folded);
}

/** The question, leaving nobody out. */
function named(question: Question): Question {
  return {
    ...question,
    text: withoutExceptions(question.text),
    folded: withoutExceptions(question.folded),
  };
}

/** An ordinal or a day already says which meeting is meant. */
function leastTopic({ constraints }: Question): number {
  return constraints.some(({ type }) => type === 'ordinal' || type === 'date')
    ? ENOUGH_BESIDE_DAY
    : ENOUGH_TOPIC;
}

/** Whether the question asks who was there without the very words that bulletins keep apart. */
function isBroad({ language, role, folded }: Question): boolean {
  return language !== 'en' && role === 'attend' && !/出席/u.test(folded);
}

function roleList(role: Role | undefined): readonly Role[] {
  return role === undefined ? [] : [role];
}

function answerFrom(
  question: Question,
  role: Role,
  found: readonly Candidate[],
  caveat: string | null,
): Answered {
  const [top] = found;
  if (top === undefined) throw new RangeError('answerFrom needs a candidate');
  const venue = ASKED_VENUE.test(question.folded);
  const together = found.filter(
    (one) =>
      one === top || (belongsWith(one, top, role) && (!venue || one.statement.venue === top.statement.venue)),
  );
  const named = namesOf(question, together);
  const rivals = disagreeing(found, top, role);
  const notes = [caveat, ...listCaveats(question, together)];
  if (rivals.length > 0) notes.push(disagreement(question, [top, ...rivals]));
  const others = found.filter(
    (one) => !together.includes(one) && one.fit.outline !== top.fit.outline && sameEvent(one.fit, top.fit),
  );
  return {
    status: 'answered',
    answer: [...new Set([...named, ...rivals.flatMap((rival) => namesOf(question, [rival]))])].join('、'),
    note: notes.filter((note) => note !== null).join(' ') || null,
    proofs: [...together, ...rivals, ...firstOfEach(others)].map((one) => proofOf(question, one.statement)),
    certainty: caveat === null ? CERTAIN : STAND_IN_CERTAINTY,
    fit: top.fit.coverage,
  };
}

/** Statements of a shared role in the same scene of the same article, or at another part of the same event. */
function belongsWith(one: Candidate, top: Candidate, role: Role): boolean {
  if (!SHARED.has(role) || one.fit.outline !== top.fit.outline) return false;
  if ((one.statement.people === null) !== (top.statement.people === null)) return false;
  return (
    one.fit.scene === top.fit.scene ||
    (sameEvent(one.fit, top.fit) && one.score >= top.score - CLAUSE_WEIGHT / 2)
  );
}

/** Statements of other articles on the same event that name wholly other persons as the one chair. */
function disagreeing(found: readonly Candidate[], top: Candidate, role: Role): readonly Candidate[] {
  if (role !== 'chair' || top.statement.people === null) return [];
  const names = new Set(top.statement.people.members.map(({ name }) => name));
  return firstOfEach(found).filter(
    ({ statement, fit }) =>
      fit.outline !== top.fit.outline &&
      sameEvent(fit, top.fit) &&
      fit.scene.ordinals.length === top.fit.scene.ordinals.length &&
      statement.people?.members.every(({ name }) => !names.has(name)) === true,
  );
}

function disagreement(question: Question, versions: readonly Candidate[]): string {
  const said = versions.map((one) => ({
    answer: namesOf(question, [one]).join('、'),
    source: sourceOf(one.statement.line.article),
  }));
  return articlesDisagree(said, question.language);
}

/** The scene is there and says who did what, but nobody has the asked role. */
function refuse(question: Question, role: Role, fits: readonly SceneFit[]): Finding | null {
  const parts: Part[] = fits.flatMap(({ statements }) =>
    statements.flatMap(({ people, roles, line }): Part[] => {
      const given = roles[0];
      if (people === null || given === undefined || given === 'inspect') return [];
      return [
        {
          who: people.members.map(({ start, end }) => line.paragraph.text.slice(start, end)).join('、'),
          role: given,
        },
      ];
    }),
  );
  const distinct = parts.filter(
    (part, i) => parts.findIndex((other) => other.who === part.who && other.role === part.role) === i,
  );
  if (distinct.length === 0) return null;
  return {
    status: 'no-answer',
    note: roleNotStated(role, distinct.slice(0, MOST_PARTS), question.language),
    certainty: 0.9,
  };
}
