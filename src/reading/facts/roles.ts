/** Who did what: statements taken from the text, each with its verb and the scene it belongs to. Roles stay apart. */
import type { Span } from '../../corpus/article.js';
import type { Role } from '../../retrieval/question.js';
import { labelledRole } from './labels.js';
import { groupPeople, listedPeople, type PeopleGroup } from './people.js';
import { findRoleVerbs, type RoleVerb } from './role-verbs.js';
import type { Line } from './scenes.js';

/** Somebody's part in a scene. All spans are in the paragraph's text. */
export interface Statement {
  readonly line: Line;
  readonly roles: readonly Role[];
  readonly verb: Span;
  /** Persons as the text lists them, or null when a body acts. */
  readonly people: PeopleGroup | null;
  /** Bodies that act: 郑州市、开封市、焦作市 or 省卫生健康委; empty when persons do. */
  readonly bodies: readonly Span[];
  /** Folded: 主会场, 分会场 or 郑州分会场 when the clause tells, else ''. */
  readonly venue: string;
  /** Folded words of the clause, for telling what was reported or inspected. */
  readonly clause: string;
}

const CLAUSE_END = /[,，;；:：]/gu;
/** 出席的有…, 在主场出席的市领导有…, 主持的是…: the persons follow the verb. */
const PERSONS_FOLLOW = /^[^,，。;；的]{0,10}的[^,，。;；有是为]{0,8}(?:还?有|是|为|包括)[:：]?\s*/u;
const FOLLOW_REACH = 24;
/** Words before a verb that leave its subject to the clause before. */
/** 市领导, 省委常委: what a list of names begins with. */
const RANK = /^(?:出席会议的)?[\p{Script=Han}]{0,4}(?:领导|同志|领导同志|代表|嘉宾|专家)(?:有|:)?/u;
const LIGHT =
  /^(?:\s|当[日天晚](?:[上下]午)?|同日|随后|接着|同时|还|又|也|并|再|先|先后|专门|专题|实地|现场|深入|详细|分别|共同|一同|视频|亲自|就[^,，]{0,30}|对[^,，]{0,30}|在[^,，]{0,20}|到[^,，]{0,20}|用视频|他|她|会上|会议上)*$/u;
const BODY_ENDING =
  /(?:[省市县区州]|委|局|厅|部|院|署|办|组|中心|公司|集团|部门|单位|学校|大学|中学|小学|幼儿园|医院|法院|庭|检察院|科|处|室|队|站|所|社|街道|乡|镇|村|车间|分公司|支行|协会|学会|指挥部|专班|政府|各地|示范区|委员会)$/u;
const BODY_PREFIX = /^(?:会上先?|会议上|随后|接着|其中|并由?|由|同时|先由?|还有)/u;
const BODY_SUFFIX =
  /(?:等)?(?:[二两三四五六七八九十\d]+[个]?(?:市|县|区|单位|部门|地))?(?:分别|先后|依次|就[^,，]{0,20}|也|还|向[^,，]{0,12})*$/u;
/** 甲、乙,各科室负责人参加: others without names close a list of persons. */
const OTHERS = /^(?:及|和|以及)?(?:各|有关|相关|全体|部分|其他|其余)[^,，。;；]{2,24}$/u;
/** 受市长委托,主持召开: whoever stands before it acts for another. */
const SENT = /(?:受[^,，。;；]{2,24}?(?:委托|委派|指派|之托|嘱托)|代表[^,，。;；]{2,12}),?\s*$/u;
/** A meeting is no body that reports; it leaves open who did. */
const NO_BODY = /^(?:会议|大会|全会|座谈会|会)|会议$|会$/u;
const LONGEST_BODY = 20;
/** 随后… goes back to whoever was named in so many sentences before. */
const ACTOR_REACH = 4;
const VENUE = /主(?:会)?场|[\p{Script=Han}]{0,4}分会场/u;

/** All statements of some lines in order. */
export function findStatements(lines: readonly Line[]): readonly Statement[] {
  return lines.flatMap((line, i) => {
    const before = lines
      .slice(Math.max(0, i - ACTOR_REACH), i)
      .filter(({ paragraph }) => paragraph === line.paragraph);
    return statementsOf(line, before);
  });
}

function statementsOf(line: Line, before: readonly Line[]): readonly Statement[] {
  const labelled = labelledRole(line);
  if (labelled !== null) {
    const { role, label, people, items } = labelled;
    const clause = line.folded.slice(...line.range);
    return [{ line, roles: [role], verb: label, people, bodies: items, venue: '', clause }];
  }
  const { groups } = line;
  const sentence = line.folded.slice(...line.range);
  const verbs = findRoleVerbs(sentence).map((verb) => shift(verb, line.range[0]));
  let carried: PeopleGroup | null = /^(?:他|她|随后|接着|并|当[日天]|先|再)/u.test(sentence)
    ? lastActor(before)
    : null;
  const found: Statement[] = [];
  for (const verb of verbs) {
    const subject = subjectOf(line, verb, groups, carried);
    if (subject === null) continue;
    if (subject.people !== null) carried = subject.people;
    found.push({
      line,
      roles: verb.roles,
      verb: [verb.start, verb.end],
      ...subject,
      ...circumstances(line, verb),
    });
  }
  return found;
}

/** Who was named last in the sentences before. */
function lastActor(before: readonly Line[]): PeopleGroup | null {
  return before.findLast(({ groups }) => groups.length > 0)?.groups.at(-1) ?? null;
}

function shift(verb: RoleVerb, by: number): RoleVerb {
  return { roles: verb.roles, start: verb.start + by, end: verb.end + by };
}

type Subject = Pick<Statement, 'people' | 'bodies'>;

function subjectOf(
  line: Line,
  verb: RoleVerb,
  groups: readonly PeopleGroup[],
  carried: PeopleGroup | null,
): Subject | null {
  const after = line.folded.slice(verb.end, line.range[1]);
  const follow = PERSONS_FOLLOW.exec(after)?.[0];
  if (follow !== undefined) {
    const from = verb.end + follow.length;
    const next = groups.find((group) => group.start >= from && group.start <= from + FOLLOW_REACH);
    const [listed] = groupPeople(line.folded, listedPeople(line.folded, from, line.range[1]));
    if (listed !== undefined && listed.members.length > (next?.members.length ?? 0))
      return { people: listed, bodies: [] };
    if (next !== undefined) return { people: next, bodies: [] };
  }
  const clause = clauseStart(line, verb.start, groups);
  const standIn = standInFor(line, verb.start, groups);
  if (standIn !== null) return { people: standIn, bodies: [] };
  const inClause = groups.findLast((group) => group.end <= verb.start && group.end > clause);
  if (inClause !== undefined) return { people: inClause, bodies: [] };
  const before = line.folded.slice(clause, verb.start);
  const led = groups.findLast(({ end }) => end <= clause && clause - end <= 1);
  if (led !== undefined && OTHERS.test(before)) return { people: led, bodies: [] };
  const rank = RANK.exec(before)?.[0].length ?? 0;
  const [unknown] = groupPeople(line.folded, listedPeople(line.folded, clause + rank, verb.start));
  if (unknown !== undefined) return { people: unknown, bodies: [] };
  if (LIGHT.test(before)) return carried === null ? null : { people: carried, bodies: [] };
  const bodies = bodiesIn(before, clause);
  return bodies.length > 0 ? { people: null, bodies } : null;
}

/** Who acts for another: 副主任某某受主任某某委托,主持召开. */
function standInFor(line: Line, verb: number, groups: readonly PeopleGroup[]): PeopleGroup | null {
  const sent = SENT.exec(line.folded.slice(line.range[0], verb));
  if (sent === null) return null;
  const at = line.range[0] + sent.index;
  const start = clauseStart(line, at, groups);
  const known = groups.findLast(({ end }) => end <= at && end > start);
  const [listed] = groupPeople(line.folded, listedPeople(line.folded, start, at));
  return known ?? listed ?? null;
}

/** Where the verb's clause begins; a comma inside a list of persons ends none. */
function clauseStart(line: Line, at: number, groups: readonly PeopleGroup[]): number {
  let start = line.range[0];
  for (const mark of line.folded.slice(line.range[0], at).matchAll(CLAUSE_END)) {
    const offset = line.range[0] + mark.index;
    if (!groups.some((group) => group.start < offset && offset < group.end)) start = offset + 1;
  }
  return start;
}

/** The bodies that a clause begins with, up to its verb. */
function bodiesIn(before: string, offset: number): readonly Span[] {
  const prefix = BODY_PREFIX.exec(before)?.[0] ?? '';
  const suffix = BODY_SUFFIX.exec(before)?.[0] ?? '';
  const pieces: Span[] = [];
  let at = prefix.length;
  const list = before.slice(at, Math.max(at, before.length - suffix.length));
  for (const piece of list.split(/[、和]/u)) {
    const lead = piece.length - piece.trimStart().length;
    pieces.push([offset + at + lead, offset + at + piece.trimEnd().length]);
    at += piece.length + 1;
  }
  const text = ([start, end]: Span) => before.slice(start - offset, end - offset);
  const named = /[市县区单位部门地个]/u.test(suffix) && pieces.length > 1;
  const sound = pieces.every(([start, end]) => end - start > 1 && end - start <= LONGEST_BODY);
  const bodies = pieces.every(
    (piece) => !NO_BODY.test(text(piece)) && (named || BODY_ENDING.test(text(piece))),
  );
  return sound && bodies ? pieces : [];
}

function circumstances(line: Line, verb: RoleVerb): Pick<Statement, 'venue' | 'clause'> {
  const [start, end] = line.range;
  const sentence = line.folded.slice(start, end);
  const from = Math.max(
    0,
    ...[...sentence.slice(0, verb.start - start).matchAll(/[,，;；]/gu)].map((mark) => mark.index + 1),
  );
  const stop = /[,，;；。]/u.exec(sentence.slice(verb.end - start))?.index ?? sentence.length;
  const clause = sentence.slice(from, verb.end - start + stop);
  return { venue: VENUE.exec(clause)?.[0].replace(/^主(?:会)?场$/u, '主会场') ?? '', clause };
}
