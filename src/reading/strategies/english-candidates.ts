/** The numbers, dates and persons of Chinese clauses, and which of them an English question asks for. */
import type { Span } from '../../corpus/article.js';
import { findDates } from '../../language/dates.js';
import { isSurname, looksLikePersonName } from '../../language/names.js';
import { wordClass } from '../../language/tokenizer.js';
import type { Concept, Question } from '../../retrieval/question.js';
import { type Clause, glossIn } from '../matching/english-clauses.js';
import { asksUnit, carriesUnit, measuredNumbers } from '../passages/asked-number.js';
import { suitsEnglish } from '../passages/suits-english.js';
import { changeWanted } from '../passages/which-number.js';

/** A number, date or person with its clause. */
interface Candidate {
  readonly clause: Clause;
  readonly span: Span;
}

/** The one that is meant, and what share of the question stands around it: 0..1. */
export interface Picked extends Candidate {
  readonly near: number;
}

/** What a word of the question counts in front of a candidate in its part of the sentence, behind it there, and in other parts. */
interface Nearness {
  readonly front: number;
  readonly behind: number;
  readonly earlier: number;
  readonly later: number;
}

/** A number's thing stands in front of it or behind; whoever does something is named before it is told. */
const OF_NUMBER: Nearness = { front: 1, behind: 0.95, earlier: 0.85, later: 0.3 };
const OF_PERSON: Nearness = { front: 0.85, behind: 1, earlier: 0.75, later: 0.35 };
/** Who was appointed: 聘任某某为…. */
const OF_PATIENT: Nearness = { front: 1, behind: 0.6, earlier: 0.75, later: 0.35 };
const ASKS_PATIENT =
  /\bwho(?:m)? (?:was|were|is|are|has been|have been|will be) (?:[a-z]+ly )?(?:[a-z]+ed|chosen|made|given|hit|hurt|taken|caught)\b|\bwhom\b/u;
/** Of two in the same part the nearer one: a word counts so much less for each character between. */
const FAR_COST = 0.01;
const FARTHEST = 30;
const PART_END = /[,，、;；:：。!！?？\n]/u;

/** The candidate of the clauses around which the most of the question stands, or null. */
export function bestCandidate(
  question: Question,
  topic: readonly Concept[],
  clauses: readonly Clause[],
  find: (question: Question, clause: Clause) => readonly Span[],
): Picked | null {
  const nearness =
    question.kind !== 'person' ? OF_NUMBER : ASKS_PATIENT.test(question.folded) ? OF_PATIENT : OF_PERSON;
  const [best] = clauses
    .flatMap((clause) => find(question, clause).map((span): Candidate => ({ clause, span })))
    .map((one) => {
      const near = around(topic, one, nearness) - (isOfOtherPlace(question, one) ? OTHER_PLACE : 0);
      return { ...one, near, worth: one.clause.score + near + CHANGED * changed(question, one) };
    })
    .sort((a, b) => b.worth - a.worth);
  return best ?? null;
}

/** Whoever came second won something too, which is not meant. */
const OTHER_PLACE = 0.35;
const PLACED = /亚军|季军|[二三四五六七八]等奖|第[二三四五六七八]名/u;
const ASKS_PLACED = /\b(?:second|third|fourth|fifth|runners?[- ]up|place)\b/u;

function isOfOtherPlace({ folded: asked }: Question, { clause, span }: Candidate): boolean {
  const behind = clause.line.folded.slice(span[1], clause.range[1]);
  return PLACED.test(behind) && !ASKS_PLACED.test(asked);
}

/** 由28元提高到32元: what was and what is. */
const CHANGED = 0.15;
const CHANGE_REACH = 6;

function changed({ folded: asked }: Question, { clause: { line }, span: [start] }: Candidate): number {
  return changeWanted(asked, line.folded.slice(Math.max(line.range[0], start - CHANGE_REACH), start));
}

/** Share of the question's words around a candidate, by how near they stand. */
function around(
  topic: readonly Concept[],
  { clause: { line }, span: [start, end] }: Candidate,
  { front, behind, earlier, later }: Nearness,
): number {
  const { folded, range } = line;
  let from = start;
  while (from > range[0] && !PART_END.test(folded.charAt(from - 1))) from--;
  let to = end;
  while (to < range[1] && !PART_END.test(folded.charAt(to))) to++;
  const [ahead, follows] = [folded.slice(from, start), folded.slice(end, to)];
  const places: readonly (readonly [text: string, worth: number, far: (word: Concept) => number])[] = [
    [ahead, front, (word) => farFromEnd(word, ahead)],
    [follows, behind, (word) => farFromStart(word, follows)],
    [folded.slice(range[0], from), earlier, () => 0],
    [folded.slice(to, range[1]), later, () => 0],
  ];
  const whole = topic.reduce((sum, { idf }) => sum + idf, 0);
  const said = topic.reduce((sum, word) => {
    const worths = places.map(([text, worth, far]) => {
      const there = glossIn(word, text);
      return there === 0 ? 0 : worth * there * (1 - FAR_COST * Math.min(FARTHEST, far(word)));
    });
    return sum + word.idf * Math.max(...worths);
  }, 0);
  return said / whole;
}

function farFromEnd({ variants }: Concept, text: string): number {
  const places = variants.map(({ text: way }) => text.lastIndexOf(way) + way.length).filter((at) => at > 0);
  return text.length - Math.max(0, ...places.filter((at) => at <= text.length));
}

function farFromStart({ variants }: Concept, text: string): number {
  return Math.min(text.length, ...variants.map(({ text: way }) => text.indexOf(way)).filter((at) => at >= 0));
}

const DIGITS = '(?:\\d[\\d,.]*|[〇零一二两三四五六七八九十百千万亿]+)(?:余|多)?[万亿千百]*(?:余|多)?';
const UNIT =
  '(?:立方米|平方米|平方公里|公里|千米|厘米|毫米|个?小时|分钟|个月|个?工作日|人次|美元|摄氏度|百分点|[\\p{Script=Han}%℃])?';
const NUMBER = new RegExp(DIGITS + UNIT, 'gu');
/** 一要, 三是, 五: the head of an item or part of a word. */
const LONE = /^[〇零一二两三四五六七八九十百千万亿]+(?:[要是、.．些定直般样切起致贯律旦共]|$)/u;
/** 11时, 8月: of a time. */
const OF_TIME = /^\d+(?:时|年|月|日|号)$/u;
/** 1米38, 2分11秒37: what follows the unit belongs to it. */
const GOES_ON = /^(?:\d+(?:[分秒米]\d*)*)/u;

/** Numbers of the measure that the question asks for; none where it says none. */
export function measuresIn(question: Question, { line, range }: Clause): readonly Span[] {
  return measuredNumbers(question, line.folded, range).map((span) => whole(line.folded, span, range));
}

/** Any numbers that count something, for a question that says no measure. */
export function numbersIn(question: Question, { line, range }: Clause): readonly Span[] {
  const { folded } = line;
  if (asksUnit(question)) return [];
  return [...folded.slice(...range).matchAll(NUMBER)]
    .map(({ index, 0: text }): Span => [range[0] + index, range[0] + index + text.length])
    .filter(
      ([start, end]) =>
        !/[第\d,.]/u.test(folded.charAt(start - 1)) &&
        !LONE.test(folded.slice(start, end)) &&
        !OF_TIME.test(folded.slice(start, end)) &&
        suitsEnglish(question, folded.slice(start, end)),
    )
    .map((span) => whole(folded, span, range));
}

function whole(folded: string, [start, end]: Span, clause: Span): Span {
  return [start, end + (GOES_ON.exec(folded.slice(end, clause[1]))?.[0].length ?? 0)];
}

/** 明万历二十七年: the dynasty before a reign. */
const DYNASTY = /[夏商周秦汉晋隋唐宋辽金元明清]$/u;

/** Dates, or times of day where the question asks for one. */
export function datesIn(question: Question, { line, range }: Clause): readonly Span[] {
  const { folded } = line;
  return findDates(folded.slice(...range))
    .map(({ start, end }): Span => {
      const from = range[0] + start;
      return [DYNASTY.test(folded.slice(range[0], from)) ? from - 1 : from, range[0] + end];
    })
    .filter((span) => {
      const said = folded.slice(...span);
      return asksUnit(question) ? carriesUnit(question, said) : suitsEnglish(question, said);
    });
}

/** What a name stands behind though no list has it: 季军是…冠军郭某, 老党员祝某. */
const AFTER_CALLING =
  /(?<=[是由为]|聘任|任命|聘请|增补|推选|选举|提名|冠军|亚军|季军|名将|选手|教练|学生|同学|老师|师傅|社员|村民|居民|代表|先生|女士|医生|护士|书记|经理|秘书|[员长任家生班组队])(\p{Script=Han}{2,3})(?=$|[以获的在,，、;；。:：(（主作致宣说率代为夺第捐到出参介汇表强要指通提讲发前来与和及等就对从向也还担任兼带领分负答])/gu;

/** Persons whom the question does not name itself. */
export function personsIn({ folded }: Question, { line, range }: Clause): readonly Span[] {
  const listed = line.groups
    .flatMap(({ members }) => members)
    .filter(({ start, end }) => start >= range[0] && end <= range[1])
    .map(({ start, end }): Span => [start, end]);
  const called = [...line.folded.slice(...range).matchAll(AFTER_CALLING)]
    .filter(({ 1: name = '' }) => looksLikePersonName(name) || mayBeName(name))
    .map(({ index, 1: name = '' }): Span => [range[0] + index, range[0] + index + name.length])
    .filter(([start, end]) => !listed.some((one) => one[0] < end && start < one[1]));
  return [...listed, ...called].filter((span) => !folded.includes(line.folded.slice(...span)));
}

/** A surname with characters that make no word with it: of 长周期不… 周期 is one. */
function mayBeName(name: string): boolean {
  return isSurname(name.charAt(0)) && isNoWord(name) && isNoWord(name.slice(0, 2));
}

function isNoWord(text: string): boolean {
  const kind = wordClass(text);
  return kind === 'unknown' || kind === 'name';
}
