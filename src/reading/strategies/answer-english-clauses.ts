/** Answers English questions over few articles by the one clause that has their words together. */
import type { Span } from '../../corpus/article.js';
import { isSmall } from '../../retrieval/corpus-size.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { AnswerKind, Concept, Question } from '../../retrieval/question.js';
import type { Answered } from '../finding.js';
import { type Clause, clausesFor, clausesIn, linesFor, topicOf } from '../matching/english-clauses.js';
import type { SceneFit } from '../matching/scene-fit.js';
import { asksUnit } from '../passages/asked-number.js';
import { asksName } from '../passages/missing-thing.js';
import { namesNoThing, saysSomething } from '../passages/suits-english.js';
import {
  bestCandidate,
  datesIn,
  measuresIn,
  numbersIn,
  type Picked,
  personsIn,
} from './english-candidates.js';

/** Kinds that a clause answers as it stands. */
const IN_A_CLAUSE: ReadonlySet<AnswerKind> = new Set([
  'which',
  'statement',
  'other',
  'list',
  'definition',
  'place',
]);
/** What a clause must have to tell where. */
const WHERE = /[省市县区镇乡村路街巷道线号楼层室馆场厅园港湾岛山湖河门站口校店院]|[在于从到]|址|沿/u;
/** How many voted for it and how many abstained: one clause tells but one of them. */
const ASKS_TWICE = /\b(how (?:many|much)|who|when|where)\b.*\b(?:and|or) \1\b/u;
/** Which suggestions: all of them. */
const ASKS_SEVERAL = /\b(?:what|which) (?:[a-z-]+ ){0,2}[a-z]+[^s]s\b/u;
/** Of what the question asks about, the clause with what stands around it must carry so much, and so much itself. */
const LEAST_SHARE = 0.5;
const LEAST_OWN = 0.25;
/** A number of the very unit that is asked for says more than the words around it. */
const LEAST_OF_UNIT = 0.25;
const CERTAINTY = 0.7;
/** A clause that leaves something open goes on up to so many characters. */
const LONGEST = 70;
/** A stretch up to its semicolons that is no longer is given whole where the question asks what is to be done. */
const SHORT_STRETCH = 48;
const SHORTEST = 6;
/** 对隐瞒不报的员工, 一经查实, 逾期未取得的: what follows is told behind it. */
const LEADS_ON =
  /的$|[时后前]$|^(?:对(?!口|接|标)|如|若|凡|因|为|据|按照?|根据|由于|一经|经|一旦|逾期)|者$|(?:有|是|包括|建议|意见|要求|如下|说|表示|介绍|强调|指出|认为|宣布|透露)$/u;
/** What is to be done, or will happen: one clause is mostly half of it. */
const ASKS_DEED =
  /\bwhat (?:must|should|has to|have to|had to|needs? to|will|would|is to|are to|was to|were to)\b[^?]*\b(?:be done|do|happen)\b|\bwhat happens\b|\bhow (?:must|should|are|is|were|was)\b/u;
const ASKS_CONSEQUENCE = /\bwhat (?:happens|will happen|would happen|is done|follows)\b/u;
/** 一是…, 二是…: the items of a list, each a line of its own. */
const FIRST_ITEM = /(?:一是|一要|[(（]?[1一][)）、.])/u;
const NEXT_ITEM = /^(?:[二三四五六七八九十]+[是要]|[(（]?(?:\d{1,2}|[二三四五六七八九十]+)[)）、.])/u;
/** 保持良好习惯,戴口罩、勤洗手、…: what is named stands in the next clause. */
const LISTS = /、[^、]+、/u;
const DATE_OR_NUMBER = /[\d年月日号时分:：\s]/gu;
const LEAST_WORDS = 3;

/** What a strategy of clauses looks at. */
type Inquired = readonly [
  question: Question,
  hits: readonly Hit[],
  fits: readonly SceneFit[],
  isScoped: boolean,
  knowledge: CorpusKnowledge,
];

/** Around a person so much of the question stands that he is meant, whatever marks other sentences have. */
const SURELY_NEAR = 0.8;

/** The clause, or the person, number or date of a clause, that an English question asks for; null where none is clear. */
export function answerEnglishClause(...inquired: Inquired): Answered | null {
  const inquiry = inquire(...inquired);
  if (inquiry === null) return null;
  if (IN_A_CLAUSE.has(inquiry.question.kind)) return told(inquiry);
  const best = pickedFrom(inquiry);
  return best === null ? null : answeredIn(best.clause, best.span);
}

/** The person around whom nearly all of an English question stands; null where there is none. */
export function answerEnglishPerson(...inquired: Inquired): Answered | null {
  const [question] = inquired;
  const { kind, plural, office, role } = question;
  if (kind !== 'person' || plural || office !== null || role !== null) return null;
  const inquiry = inquire(...inquired);
  const best = inquiry === null ? null : pickedFrom(inquiry);
  return best === null || best.near < SURELY_NEAR ? null : answeredIn(best.clause, best.span);
}

/** The clauses that carry enough of a question, best first, with what it asks about. */
interface Inquiry {
  readonly question: Question;
  readonly topic: readonly Concept[];
  readonly clauses: readonly Clause[];
}

function inquire(...[question, hits, fits, isScoped, knowledge]: Inquired): Inquiry | null {
  if (question.language !== 'en' || !isSmall(knowledge.passages)) return null;
  if (
    asksName(question) ||
    ASKS_TWICE.test(question.folded) ||
    (question.kind === 'person' && question.plural)
  )
    return null;
  const { lines, areSpoken } = linesFor(question, hits, fits, isScoped, knowledge);
  const topic = topicOf(question, areSpoken);
  const least = question.kind === 'number' && asksUnit(question) ? LEAST_OF_UNIT : LEAST_SHARE;
  return { question, topic, clauses: clausesFor(topic, lines).filter(({ share }) => share >= least) };
}

function pickedFrom({ question, topic, clauses }: Inquiry): Picked | null {
  const pick = (find: typeof numbersIn) => bestCandidate(question, topic, clauses, find);
  switch (question.kind) {
    case 'number':
      return pick(measuresIn) ?? pick(numbersIn);
    case 'time':
      return pick(datesIn);
    case 'person':
      return pick(personsIn);
    default:
      return null;
  }
}

/** The best clause itself, with what it leads on to. */
function told({ question, clauses }: Inquiry): Answered | null {
  for (const clause of clauses.filter(({ own }) => own >= LEAST_OWN)) {
    const span = listAt(question, clause) ?? wholeOf(question, clause);
    const answer = clause.line.paragraph.text.slice(...span);
    const folded = clause.line.folded.slice(...span);
    const isPlace = question.kind !== 'place' || WHERE.test(folded);
    if (isPlace && saysEnough(question, answer) && !namesNoThing(question, folded))
      return answeredIn(clause, span);
  }
  return null;
}

/** A day or a number alone tells nothing of what. */
function saysEnough(question: Question, answer: string): boolean {
  return saysSomething(question, answer) && answer.replace(DATE_OR_NUMBER, '').length > LEAST_WORDS;
}

/** All items of the list that a clause opens, where a list is asked for; else null. */
function listAt({ kind, folded: asked }: Question, { line, range, stretch }: Clause): Span | null {
  if (kind !== 'list' && kind !== 'statement' && !ASKS_SEVERAL.test(asked)) return null;
  const { folded } = line;
  const from = FIRST_ITEM.exec(folded.slice(range[0], stretch[1]));
  if (from === null) return null;
  const start = range[0] + from.index;
  let end = line.range[1];
  for (;;) {
    const gap = /^[\s,，;；。]*/u.exec(folded.slice(end))?.[0].length ?? 0;
    const next = /^[^;；。\n]*[;；。]?/u.exec(folded.slice(end + gap))?.[0] ?? '';
    if (!NEXT_ITEM.test(next)) break;
    end += gap + next.length;
  }
  return [start, folded.slice(start, end).replace(/[,，;；。]+$/u, '').length + start];
}

/** A clause with what it leads on to; all of a short stretch where the question asks what is to be done. */
function wholeOf(question: Question, { line, range, stretch }: Clause): Span {
  const { folded } = line;
  const following = clausesIn(line).filter((one) => one.range[0] >= range[1] && one.range[1] <= stretch[1]);
  const last = following.at(-1)?.range[1] ?? range[1];
  if (ASKS_CONSEQUENCE.test(question.folded) && following[0] !== undefined)
    return [following[0].range[0], last];
  if (ASKS_DEED.test(question.folded) && stretch[1] - stretch[0] <= SHORT_STRETCH)
    return trimmed(folded, stretch);
  let end = range[1];
  for (const { range: next } of following) {
    const said = folded.slice(range[0], end);
    const isNamed =
      ASKS_SEVERAL.test(question.folded) && !said.includes('、') && LISTS.test(folded.slice(...next));
    const isWhole = !isNamed && !LEADS_ON.test(said) && said.length >= SHORTEST && saysEnough(question, said);
    if (isWhole || next[1] - range[0] > LONGEST) break;
    end = next[1];
  }
  return [range[0], end];
}

function trimmed(folded: string, [start, end]: Span): Span {
  const text = folded.slice(start, end);
  return [start + text.length - text.trimStart().length, end];
}

function answeredIn({ line, share }: Clause, span: Span): Answered {
  const { article, paragraph, range } = line;
  const quoted: Span = [Math.min(range[0], span[0]), Math.max(range[1], span[1])];
  return {
    status: 'answered',
    answer: paragraph.text.slice(...span),
    note: null,
    proofs: [{ article, paragraph, ranges: [quoted], highlights: [span] }],
    certainty: CERTAINTY,
    fit: share,
  };
}
