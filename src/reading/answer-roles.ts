/** Answers who did what in a meeting, from statements of the very role that is asked. */
import type { Span } from '../corpus/article.js';
import type { CorpusKnowledge } from '../retrieval/passage.js';
import type { Question, Role } from '../retrieval/question.js';
import { barePlace } from './conditions.js';
import { coverage, topicConcepts } from './coverage.js';
import { sourceOf } from './dating.js';
import type { Answered, Finding, Proof } from './finding.js';
import {
  articlesDisagree,
  counted,
  listIsOpen,
  nameIsLost,
  type Part,
  roleNotStated,
  roleStandsIn,
} from './notes.js';
import { chineseNumeral } from './numeral-words.js';
import { matchOffice, parseOffice } from './offices.js';
import type { PersonMention } from './people.js';
import type { Statement } from './roles.js';
import type { SceneFit } from './scene-fit.js';
import { datesAgree } from './scenes.js';

/** Scenes this close to the best one may be the same event told twice. */
const SAME_EVENT_MARGIN = 0.3;
/** Under this share of its topic a scene is not what the question is about. */
const ENOUGH_TOPIC = 0.4;
const ENOUGH_BESIDE_DAY = 0.2;
/** Clause words beside the scene's fit, for two statements of one role. */
const CLAUSE_WEIGHT = 0.6;
const VENUE_WEIGHT = 0.6;
const CERTAIN = 0.95;
/** A stand-in role is right, but not what was asked. */
const STAND_IN_CERTAINTY = 0.75;
/** What a refusal lists of who did what. */
const MOST_PARTS = 6;

/** Only these stand in for 主持, in this order. */
const STAND_INS: Readonly<Partial<Record<Role, readonly Role[]>>> = { chair: ['attend-and-speak', 'speak'] };
/** English does not tell 出席 from 参加. */
const ENGLISH_TOO: Readonly<Partial<Record<Role, Role>>> = { attend: 'take-part', 'take-part': 'attend' };
/** Many fill these at once; all of them are the answer. */
const SHARED: ReadonlySet<Role> = new Set(['attend', 'sit-in', 'take-part', 'report', 'attend-and-speak']);
/** The acting body is asked for, by its kind. */
export const ASKS_BODY =
  /哪(?:几|些|[一二三四五六七八九十])?(?:个)?(?:省|市|县|区|单位|部门|机构|厅|局|委|地方|城市|地区)|(?:which|what) (?:[a-z]+ )?(?:cit|department|bureau|commission|agenc|organi|bod|count|unit)/u;
const ASKED_VENUE =
  /主(?:会)?场|分会场|main (?:venue|site|hall)|(?:branch|sub-?|parallel|satellite) ?(?:venue|site|hall)/u;
const CITY_LEADERS = /市领导|省领导|县领导|city leaders?|provincial leaders?/u;

/** A finding that lists persons as their number; anything else as it is. */
export function countPeople(question: Question, finding: Finding | null): Finding | null {
  if (finding?.status !== 'answered') return finding;
  const size = finding.answer.split('、').length;
  const answer = question.language === 'en' ? String(size) : `${chineseNumeral(size)}人`;
  return {
    ...finding,
    answer,
    note: [finding.note, counted(question.language)].filter((note) => note !== null).join(' '),
  };
}

interface Candidate {
  readonly statement: Statement;
  readonly fit: SceneFit;
  readonly score: number;
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
  const own = candidates(question, near, [role]);
  const both =
    own.length > 0 || question.language !== 'en'
      ? own
      : candidates(question, near, roleList(ENGLISH_TOO[role]));
  if (both.length > 0) return answerFrom(question, role, both, null);
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

/** An ordinal or a day already says which meeting is meant. */
function leastTopic({ constraints }: Question): number {
  return constraints.some(({ type }) => type === 'ordinal' || type === 'date')
    ? ENOUGH_BESIDE_DAY
    : ENOUGH_TOPIC;
}

function roleList(role: Role | undefined): readonly Role[] {
  return role === undefined ? [] : [role];
}

function candidates(
  question: Question,
  fits: readonly SceneFit[],
  roles: readonly Role[],
): readonly Candidate[] {
  const topic = topicConcepts(question);
  const wantsBody = ASKS_BODY.test(question.folded) && question.kind !== 'person';
  const found = fits.flatMap((fit) =>
    fit.statements.flatMap((statement): Candidate[] => {
      if (!statement.roles.some((role) => roles.includes(role))) return [];
      const venue = venueAgreement(question, statement);
      if (venue === null) return [];
      const score = fit.score + CLAUSE_WEIGHT * coverage(topic, statement.clause) + VENUE_WEIGHT * venue;
      return [{ statement, fit, score }];
    }),
  );
  const sorted = found.sort((a, b) => b.score - a.score);
  const kind = sorted.filter(({ statement }) => (statement.people === null) === wantsBody);
  const typed = kind.length > 0 ? kind : sorted;
  const ranked = typed.filter(({ statement }) => holdsAskedOffice(question, statement));
  return ranked.length > 0 ? ranked : question.office === null ? typed : [];
}

/** 1 where the clause names the venue asked for, 0 where none is asked, null where it names another. */
function venueAgreement(question: Question, statement: Statement): number | null {
  const asked = ASKED_VENUE.exec(question.folded)?.[0];
  if (asked === undefined) return 0;
  const main = /^主|main/u.test(asked);
  if (statement.venue === '') return 0;
  if (main !== (statement.venue === '主会场')) return null;
  const place = question.constraints.find(({ type }) => type === 'place');
  const own = statement.venue.replace(/分会场$/u, '').replace(/[在于这个该此本各设都也均]/gu, '');
  if (!main && place?.type === 'place' && own.length > 1 && !own.includes(barePlace(place.name))) return null;
  return 1;
}

function holdsAskedOffice(question: Question, statement: Statement): boolean {
  if (question.office === null || question.office === '职务') return true;
  const asked = parseOffice(question.office);
  if (asked === null || statement.people === null) return false;
  return statement.people.members.some(({ offices }) =>
    offices.some((span) => {
      const given = parseOffice(statement.line.folded.slice(...span));
      return given !== null && matchOffice(asked, given, question.language === 'en') !== null;
    }),
  );
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

function sameEvent(one: SceneFit, other: SceneFit): boolean {
  const [a, b] = [one.scene, other.scene];
  if (
    a.ordinals.some((x) =>
      b.ordinals.some((y) => x.value === y.value && x.noun.charAt(0) === y.noun.charAt(0)),
    )
  )
    return true;
  return a.dates.some((x) => b.dates.some((y) => datesAgree(x, y)));
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

function firstOfEach(found: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<unknown>();
  return found.filter(({ fit }) => !seen.has(fit.outline) && seen.add(fit.outline));
}

function disagreement(question: Question, versions: readonly Candidate[]): string {
  const said = versions.map((one) => ({
    answer: namesOf(question, [one]).join('、'),
    source: sourceOf(one.statement.line.article),
  }));
  return articlesDisagree(said, question.language);
}

function namesOf(question: Question, found: readonly Candidate[]): readonly string[] {
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
  return askedMembers(question, statement, statement.people.members).map(
    ({ start, end }): Span => [start, end],
  );
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

function listCaveats(question: Question, found: readonly Candidate[]): readonly string[] {
  const groups = found
    .flatMap(({ statement }) => statement.people ?? [])
    .filter(({ members }) => members.length > 1);
  const notes: string[] = [];
  if (groups.some(({ open }) => open)) notes.push(listIsOpen(question.language));
  if (groups.some(({ damaged }) => damaged)) notes.push(nameIsLost(question.language));
  return notes;
}

function proofOf(question: Question, statement: Statement): Proof {
  const { line } = statement;
  const start = Math.min(line.range[0], statement.people?.start ?? line.range[0]);
  return {
    article: line.article,
    paragraph: line.paragraph,
    ranges: [[start, line.range[1]]],
    highlights: spansOf(question, statement),
  };
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
