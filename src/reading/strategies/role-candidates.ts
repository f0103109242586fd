/** The statements that may answer who did what in a meeting, the likeliest first. */

import { datesAgree } from '../../language/calendar.js';
import type { Question, Role } from '../../retrieval/question.js';
import { isDigest } from '../facts/digest.js';
import { matchOffice, parseOffice } from '../facts/offices.js';
import type { Statement } from '../facts/roles.js';
import { barePlace } from '../matching/conditions.js';
import { coverage, topicConcepts } from '../matching/coverage.js';
import type { SceneFit } from '../matching/scene-fit.js';
import { isLeftOut } from './role-names.js';

/** Clause words beside the scene's fit, for two statements of one role. */
export const CLAUSE_WEIGHT = 0.6;
const VENUE_WEIGHT = 0.6;
/** Who did what is told where a report begins, with everybody's office; later it is told again, of what he said. */
const OPENING_WEIGHT = 0.2;
/** The report of an event proves better than a digest of many. */
const DIGEST_COST = 0.2;
/** The acting body is asked for, by its kind. */
export const ASKS_BODY =
  /(?:哪(?:几|些|[一二两三四五六七八九十])?|几|多少)(?:个|家|所)?(?:省(?!领)|市(?!领)|县(?!领)|区(?!领)|科室|处室|学校|企业|公司|医院|法庭|街道|乡镇|车间|村(?!民)|单位|部门|机构|厅|局|委|地方|城市|地区)|(?:which|what|how many) (?:[a-z]+ )?(?:cit|department|bureau|commission|agenc|organi|bod|count|unit)/u;
export const ASKED_VENUE =
  /主(?:会)?场|分会场|main (?:venue|site|hall)|(?:branch|sub-?|parallel|satellite) ?(?:venue|site|hall)/u;

/** 青湖分会场: whoever was there was there and nowhere else. */
const NAMED_BRANCH =
  /(?<![个设各的了和与在主])[\p{Script=Han}]{2}(?:市|县|区)?分会场|\b(?!(?:the|an?|each|every|any|which|what|all|its|their|those|these|of|in|at|and|other)\b)[a-z]+ (?:branch|sub-?|satellite) ?(?:venue|site|hall)\b/u;

/** A statement of the asked role, with the scene that it stands in. */
export interface Candidate {
  readonly statement: Statement;
  readonly fit: SceneFit;
  readonly score: number;
}

/** Statements of some roles at the asked venue, by persons of the asked office or by bodies where these are asked. */
export function candidates(
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
      if (isLeftOut(question, statement)) return [];
      const clause = CLAUSE_WEIGHT * coverage(topic, statement.clause) + VENUE_WEIGHT * venue;
      const cost = isDigest(fit.outline) ? DIGEST_COST : 0;
      const opening = fit.lines[0]?.paragraph === statement.line.paragraph ? OPENING_WEIGHT : 0;
      return [{ statement, fit, score: fit.score + clause + opening - cost }];
    }),
  );
  const sorted = found.sort((a, b) => b.score - a.score);
  if (NAMED_BRANCH.test(question.folded) && found.every(({ statement }) => statement.venue === '')) return [];
  const there = ASKED_VENUE.test(question.folded)
    ? sorted.filter(({ statement }) => statement.venue !== '')
    : [];
  const kind = (there.length > 0 ? there : sorted).filter(
    ({ statement }) => (statement.people === null) === wantsBody,
  );
  const typed = kind.length > 0 ? kind : there.length > 0 ? there : sorted;
  const ranked = typed.filter(({ statement }) => holdsAskedOffice(question, statement));
  return ranked.length > 0 ? ranked : question.office === null ? typed : [];
}

/** 1 where the clause names the venue asked for, 0 where none is asked, null where it names another. */
function venueAgreement(question: Question, statement: Statement): number | null {
  const asked = ASKED_VENUE.exec(question.folded)?.[0];
  if (asked === undefined) return 0;
  const main = /^主|main/u.test(asked);
  const place = question.constraints.find(({ type }) => type === 'place');
  // Whoever is not said to have been at a branch was at none.
  if (statement.venue === '') return !main && question.language === 'en' && place !== undefined ? null : 0;
  if (main !== (statement.venue === '主会场')) return null;
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

/** Whether two scenes are of the same numbered or dated event. */
export function sameEvent(one: SceneFit, other: SceneFit): boolean {
  const [a, b] = [one.scene, other.scene];
  if (
    a.ordinals.some((x) =>
      b.ordinals.some((y) => x.value === y.value && x.noun.charAt(0) === y.noun.charAt(0)),
    )
  )
    return true;
  return a.dates.some((x) => b.dates.some((y) => datesAgree(x, y)));
}

/** The first candidate of each article. */
export function firstOfEach(found: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<unknown>();
  return found.filter(({ fit }) => !seen.has(fit.outline) && seen.add(fit.outline));
}
