/** Answers which meeting somebody chaired, attended or sat in on, and which meeting something was decided at. */
import type { Span } from '../corpus/article.js';
import type { Question } from '../retrieval/question.js';
import { pairShare } from './coverage.js';
import type { Finding, Proof } from './finding.js';
import { matchOffice, parseOffice } from './offices.js';
import type { Statement } from './roles.js';
import type { SceneFit } from './scene-fit.js';
import type { Line } from './scenes.js';

const ASKS_MEETING =
  /哪(?:一|几|些)?(?:个|次|场|些)?(?:会议?|活动|座谈会|调度会)|什么会议?|(?:which|what) (?:[a-z]+ ){0,2}(?:meeting|conference|session)/u;
/** The meeting's name beside the verb that says it was held. */
const NAMED = [
  /(?:主持召开|召开|举行|开了|主持|出席|列席|参加)(?:了)?([^,，。;；:：]{2,40}?(?:会议|全会|大会|常委会|调度会|座谈会|[\p{Script=Han}]会)(?!议))/u,
  /([^,，。;；:：\s]{2,40}?(?:会议|全会|大会|会)(?!议))(?:在[^,，]{1,12})?(?:召开|举行|开|[:：])/u,
];
const MOST_PROOFS = 4;
/** Shorter says too little of what was decided. */
const SHORTEST_CONTENT = 4;
/** Of its pairs of characters the sentence must have this share. */
const LEAST_CONTENT = 0.6;

interface Event {
  readonly statement: Statement;
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
  const role = question.role;
  if (role === null) return null;
  const found = fits.flatMap((fit) =>
    fit.statements
      .filter((statement) => statement.roles.includes(role) && isAsked(question, statement))
      .flatMap((statement): Event[] => {
        const name = nameOf(statement, fit);
        return name === null ? [] : [{ statement, name: name.span, score: fit.score }];
      }),
  );
  const [top] = found;
  if (top === undefined) return null;
  const events = question.plural ? found : [top];
  const texts = [
    ...new Set(events.map(({ statement, name }) => statement.line.paragraph.text.slice(...name))),
  ];
  return {
    status: 'answered',
    answer: texts.join('、'),
    note: null,
    proofs: events.slice(0, MOST_PROOFS).map(proofOf),
    certainty: 0.8,
    fit: Math.min(1, top.score),
  };
}

/** The meeting of the scene in which the sentence stands that says what the question says of it. Chinese questions only. */
function byContent(question: Question, fits: readonly SceneFit[]): Finding | null {
  const said = question.core.replace(/^.{0,2}(?:会议?|会上)/u, '');
  if (said.length < SHORTEST_CONTENT) return null;
  const lines = fits.flatMap((fit) =>
    fit.lines.map((line) => ({ fit, line, share: pairShare(said, line.folded.slice(...line.range)) })),
  );
  const [best] = lines.sort((a, b) => b.share - a.share);
  const opening = best?.fit.lines[0];
  if (best === undefined || opening === undefined || best.share < LEAST_CONTENT) return null;
  const name = namedIn(opening);
  if (name === null) return null;
  const proofs: Proof[] = [proof(opening, name)];
  if (best.line !== opening)
    proofs.push({
      article: best.line.article,
      paragraph: best.line.paragraph,
      ranges: [best.line.range],
      highlights: [],
    });
  return {
    status: 'answered',
    answer: opening.paragraph.text.slice(...name),
    note: null,
    proofs,
    certainty: 0.8,
    fit: best.share,
  };
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

/** The meeting's name in the statement's own sentence, or in the opening of its scene when that is in the same paragraph. */
function nameOf({ line }: Statement, fit: SceneFit): { readonly span: Span } | null {
  const opening = fit.lines[0];
  for (const { folded, range } of opening?.paragraph === line.paragraph ? [line, opening] : [line]) {
    const span = namedIn({ folded, range });
    if (span !== null) return { span };
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

function proofOf({ statement: { line }, name }: Event): Proof {
  return proof(line, name);
}

function proof(line: Line, name: Span): Proof {
  const start = Math.min(line.range[0], name[0]);
  const own: Span = [start, Math.max(line.range[1], name[1])];
  return { article: line.article, paragraph: line.paragraph, ranges: [own], highlights: [name] };
}
