/** Answers which meeting somebody chaired, attended or sat in on, and which meeting something was decided at. */
import type { Span } from '../../corpus/article.js';
import { exceptedNames } from '../../retrieval/exceptions.js';
import type { Question, Role } from '../../retrieval/question.js';
import { matchOffice, parseOffice } from '../facts/offices.js';
import type { Statement } from '../facts/roles.js';
import type { Line } from '../facts/scenes.js';
import type { Finding, Proof } from '../finding.js';
import { pairShare } from '../matching/coverage.js';
import type { SceneFit } from '../matching/scene-fit.js';

const ASKS_MEETING =
  /哪(?:一|几|些)?(?:个|次|场|些)?(?:会议(?!室)|会(?![场议])|活动|座谈会|调度会)|什么会议?|(?:which|what) (?:[a-z]+ ){0,2}(?:meeting|conference|session)/u;
/** The meeting's name beside the verb that says it was held. */
const NAMED = [
  /(?:主持召开|召开|举行|开了|主持|出席|列席|参加)(?:了)?([^,，。;；:：]{2,40}?(?:会议|全会|大会|常委会|调度会|座谈会|[\p{Script=Han}]会)(?!议))/u,
  /([^,，。;；:：\s]{2,40}?(?:会议|全会|大会|会)(?!议))(?:在[^,，]{1,12})?(?:召开|举行|开|[:：])/u,
];
/** 在哪些活动里出现过: in whatever part. */
const APPEARED = /出现|露面|亮相|身影|见于|\bappear/u;
/** Whoever has one of these parts was there. */
const PRESENT: readonly Role[] = [
  'attend',
  'take-part',
  'attend-and-speak',
  'chair',
  'sit-in',
  'deploy',
  'report',
  'notify',
];
const MOST_PROOFS = 4;
/** 常委会, 调度会: so many characters at its end tell one kind of meeting from another. */
const KIND_OF_MEETING = 3;
/** Shorter says too little of what was decided. */
const SHORTEST_CONTENT = 3;
/** What a meeting did with what the question says, and the meeting itself. */
const TELLS =
  /(?:在|于)?(?:次|场|个)?(?:会议|会上|会(?!议|场)|活动)(?:上|中|里)?|(?:被)?(?:明确|首次|专门)?(?:提到|提出|提及|讲到|说到|谈到|强调|指出|要求|部署|研究|出现|写到|有)(?:了|过|的)?|(?<=[”」\p{Script=Han}])[提讲说](?:了|过|的)?$/gu;
/** Sentences with so little less of it say it as well. */
const AS_WELL = 0.05;
/** Of its pairs of characters the sentence must have this share. */
const LEAST_CONTENT = 0.6;

interface Event {
  readonly statement: Statement;
  /** The line that names the meeting. */
  readonly line: Line;
  readonly name: Span;
  readonly score: number;
}

/** The meetings of the person or office holder in the asked role, or null when none is asked or named. */
export function answerEvent(question: Question, fits: readonly SceneFit[]): Finding | null {
  if (!ASKS_MEETING.test(question.folded)) return null;
  return byRole(question, fits) ?? byContent(question, fits);
}

/** Whether the question asks for a meeting, not for what it decided. */
export function asksMeeting({ folded }: Question): boolean {
  return ASKS_MEETING.test(folded);
}

function byRole(question: Question, fits: readonly SceneFit[]): Finding | null {
  const role = question.role ?? (APPEARED.test(question.folded) ? 'take-part' : null);
  if (role === null) return null;
  const own = eventsIn(question, fits, [role]);
  const found = own.length > 0 || !PRESENT.includes(role) ? own : eventsIn(question, fits, PRESENT);
  const [top] = found;
  if (top === undefined) return null;
  const events = question.plural ? found : [top];
  const texts = [...new Set(events.map(({ line, name }) => line.paragraph.text.slice(...name)))];
  return {
    status: 'answered',
    answer: texts.join('、'),
    note: null,
    proofs: events
      .flatMap(({ statement, line, name }) => tellingOf(line, name, statement.line))
      .slice(0, MOST_PROOFS),
    certainty: 0.8,
    fit: Math.min(1, top.score),
  };
}

/** Each meeting once, where somebody who is asked for has one of the roles. */
function eventsIn(question: Question, fits: readonly SceneFit[], roles: readonly Role[]): readonly Event[] {
  const found = fits.flatMap((fit) =>
    fit.statements
      .filter(
        (statement) => statement.roles.some((one) => roles.includes(one)) && isAsked(question, statement),
      )
      .flatMap((statement): Event[] => {
        const named = nameOf(statement, fit);
        return named === null || isLeftOut(question, named)
          ? []
          : [{ statement, ...named, score: fit.score }];
      }),
  );
  return found.filter(
    ({ line, name }, i) =>
      found.findIndex(
        (other) => other.line.paragraph.text.slice(...other.name) === line.paragraph.text.slice(...name),
      ) === i,
  );
}

/** The meeting of the scene in which the sentence stands that says what the question says of it. Chinese questions only. */
function byContent(question: Question, fits: readonly SceneFit[]): Finding | null {
  const said = question.core.replace(TELLS, ' ').trim();
  if (said.length < SHORTEST_CONTENT) return null;
  const lines = fits
    .flatMap((fit) =>
      fit.lines.map((line) => ({ fit, line, share: pairShare(said, line.folded.slice(...line.range)) })),
    )
    .sort((a, b) => b.share - a.share);
  const best = lines[0]?.share ?? 0;
  if (best < LEAST_CONTENT || isActivitySpokenOf(question, lines[0]?.line)) return null;
  const meetings = new Map<string, readonly Proof[]>();
  for (const { fit, line, share } of lines) {
    const opening = fit.lines[0];
    const name = opening === undefined ? null : namedIn(opening);
    if (share < best - AS_WELL || opening === undefined || name === null) continue;
    const text = opening.paragraph.text.slice(...name);
    if (meetings.size < MOST_PROOFS && !meetings.has(text))
      meetings.set(text, tellingOf(opening, name, line));
  }
  if (meetings.size === 0) return null;
  return {
    status: 'answered',
    answer: [...meetings.keys()].join('、'),
    note: null,
    proofs: [...meetings.values()].flat(),
    certainty: 0.8,
    fit: best,
  };
}

/** 哪些活动非必要不举办: 聚集性活动非必要不举办 speaks of activities, and is no report of one. */
function isActivitySpokenOf({ folded }: Question, line: Line | undefined): boolean {
  const behind = /哪(?:一|几|些)?(?:个|次|场|些)?(活动[\p{Script=Han}]{2})/u.exec(folded)?.[1];
  return behind !== undefined && line?.folded.slice(...line.range).includes(behind) === true;
}

/** The sentence that names the meeting, and the one that says what the question says, where that is another. */
function tellingOf(opening: Line, name: Span, line: Line): readonly Proof[] {
  const { article, paragraph, range } = line;
  const said: Proof = { article, paragraph, ranges: [range], highlights: [] };
  return line === opening ? [proof(opening, name)] : [proof(opening, name), said];
}

/** The person, or the holder of the office, that the question gives. */
function isAsked(question: Question, { people, line }: Statement): boolean {
  if (people === null) return false;
  const person = question.constraints.find(({ type }) => type === 'person');
  if (person?.type === 'person') return people.members.some(({ name }) => name === person.name);
  const office = question.office === null ? null : parseOffice(question.office);
  if (office === null) return false;
  return people.members.some(({ offices }) =>
    offices.some((span) => {
      const given = parseOffice(line.folded.slice(...span));
      return given !== null && matchOffice(office, given, question.language === 'en') !== null;
    }),
  );
}

/** 除了主持常委会还出席了什么会: the meeting that the question leaves out. */
function isLeftOut({ folded }: Question, { line, name }: Pick<Event, 'line' | 'name'>): boolean {
  const kind = line.folded.slice(...name).slice(-KIND_OF_MEETING);
  return exceptedNames(folded).some((excepted) => excepted.includes(kind));
}

/** The meeting's name in the statement's own sentence, or in the opening of its scene. */
function nameOf({ line }: Statement, fit: SceneFit): Pick<Event, 'line' | 'name'> | null {
  const opening = fit.lines[0];
  for (const one of opening === undefined || opening === line ? [line] : [line, opening]) {
    const name = namedIn(one);
    if (name !== null) return { line: one, name };
  }
  return null;
}

function namedIn({ folded, range }: Pick<Line, 'folded' | 'range'>): Span | null {
  for (const pattern of NAMED) {
    const match = pattern.exec(folded.slice(...range));
    const name = match?.[1];
    if (match === null || name === undefined) continue;
    const start = range[0] + match.index + match[0].indexOf(name);
    return [start, start + name.length];
  }
  return null;
}

function proof(line: Line, name: Span): Proof {
  const start = Math.min(line.range[0], name[0]);
  const own: Span = [start, Math.max(line.range[1], name[1])];
  return { article: line.article, paragraph: line.paragraph, ranges: [own], highlights: [name] };
}
