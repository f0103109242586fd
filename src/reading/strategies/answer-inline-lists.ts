/** Answers with the 、 list of the clause that carries the question best. */
import type { Span } from '../../corpus/article.js';
import { looksLikePersonName } from '../../language/names.js';
import { parseNumeral } from '../../language/numerals.js';
import type { Concept, Question } from '../../retrieval/question.js';
import { isOfficeRun } from '../facts/offices.js';
import type { Line } from '../facts/scenes.js';
import { type Items, itemsAt, trimTails } from '../facts/set-phrases.js';
import type { Answered } from '../finding.js';
import { beyondNames, coverage, topicConcepts } from '../matching/coverage.js';
import { listIsOpen } from '../notes/notes.js';

/** The sentence must carry this much of the question. */
const LEAST_COVERAGE = 0.45;
/** Less is enough for a list of the asked size whose items all are of the asked kind. */
const LEAST_ALIKE = 0.2;
const ALIKE = 0.5;
const LEAST_KIND = 0.1;
const SURELY_KIND = 0.4;
/** 车站、码头等入口 for 入口包括哪些: the list is said to be of the asked thing. */
const NAMED = 2;
const SUBJECT =
  /([\p{Script=Han}]{2,10}?)(?:都|主要|大致|具体)?(?:包括|包含|有|是|指|分为)(?:了|的)?(?:哪|什么)/u;
/** 哪些地方列为高风险场所: the thing that they are parts of stands behind the verb. */
const LISTED_AS =
  /哪(?:些|几[个种类]?)[^,，?？]{0,8}?(?:被)?(?:列为|列入|定为|划为|划入|作为|属于|算作|算是|算)([\p{Script=Han}]{2,16}?)(?:的)?[?？]*$/u;
const SHORTEST_SUBJECT = 2;
const LONGEST_SUBJECT = 6;
/** The lines come best passage first; from first to last this is what it costs to come later. */
const RANK_COST = 0.6;
/** A list with the very number of items that the question says. */
const COUNT_AGREES = 0.5;
/** A list of places stands behind a verb of going. */
const WENT = 0.5;
const CLAUSE = /[^,，。;；:：!?！？]+/gu;
const TRAVEL = /来到|前往|走访|赴|先后(?:到|来|去)|深入|到/u;
const ASKED_SIZE = /哪([一二两三四五六七八九十]{1,3})/u;
const ENGLISH_SIZE = /\b(two|three|four|five|six|seven|eight|nine|ten)\b/u;
const ENGLISH_NUMBERS = 'zero one two three four five six seven eight nine ten'.split(' ');
/** 二、谁可以申请？: what asks is answered elsewhere. */
const ASKS = /[?？][”"」』’)）]?\s*$/u;
/** The 、 of 通知 一、加快拨付 stands behind a number: what is before it is no item. */
const NUMBERING = /(?:^|[\s。;；:：》〕\])）])(?:\d{1,2}|[一二三四五六七八九十]{1,3})$/u;
/** 各省、自治区、直辖市财政厅: is whom a notice is sent to. */
const SALUTATION = /(?:^|\s)各[\p{Script=Han}]{1,8}$/u;
/** Words around a list's clause that still speak of it. */
const NEAR = 24;

interface Found {
  readonly line: Line;
  readonly items: Items;
  readonly alike: number;
  readonly share: number;
  readonly score: number;
}

/** The list of just as many things of the asked kind as an English question says, or null: such a list is hardly another one. `lines` are gathered only for such a question. */
export function answerAlikeList(question: Question, lines: () => readonly Line[]): Answered | null {
  const size = sizeOf(question);
  if (size === null) return null;
  const found = answerInlineList(question, lines(), SURELY_KIND);
  // A Chinese question has its words from the text: what is not of its size is another list.
  return question.language !== 'en' && found?.answer.split('、').length !== size ? null : found;
}

/** The best list among the given lines, or null when no sentence that carries the question has one; its items must be of the asked kind as surely as `leastKind`. */
export function answerInlineList(question: Question, lines: readonly Line[], leastKind = 0): Answered | null {
  const concepts = (question.language === 'en' ? beyondNames(question) : topicConcepts(question)).filter(
    ({ frequency }) => frequency > 0,
  );
  const found = lines.flatMap((line, i) => listsIn(question, concepts, line, (RANK_COST * i) / lines.length));
  const [best] = found.filter(({ alike }) => alike >= leastKind).sort((a, b) => b.score - a.score);
  if (best === undefined) return null;
  const { line, share } = best;
  const spans = trimTails(line.folded, best.items.spans);
  const open = best.items.open || /^等/u.test(line.folded.slice(spans.at(-1)?.[1]));
  return {
    status: 'answered',
    answer: spans.map((span) => line.paragraph.text.slice(...span)).join('、'),
    note: open ? listIsOpen(question.language) : null,
    proofs: [{ article: line.article, paragraph: line.paragraph, ranges: [line.range], highlights: spans }],
    certainty: 0.7,
    fit: share,
  };
}

function listsIn(
  question: Question,
  concepts: readonly Concept[],
  line: Line,
  cost: number,
): readonly Found[] {
  const sentence = line.folded.slice(...line.range);
  if (!sentence.includes('、') && !sentence.includes('等')) return [];
  if (ASKS.test(sentence)) return [];
  const share = coverage(concepts, sentence);
  if (share < LEAST_ALIKE) return [];
  const size = sizeOf(question);
  const named = itemsNamed(question, line).map(
    (items): Found => ({ line, items, alike: 0, share, score: share + NAMED - cost }),
  );
  const listed = [...sentence.matchAll(CLAUSE)].flatMap((clause): Found[] => {
    if (!clause[0].includes('、')) return [];
    const end = line.range[0] + clause.index + clause[0].length;
    const items = itemsAt(line.folded.slice(0, end), [end, end], size);
    if (items === null || unsuited(question, line, items.spans)) return [];
    if (isSalutation(line.folded, items.spans, end)) return [];
    const alike = oneKind(concepts, line, items.spans);
    if (share < LEAST_COVERAGE && !(alike >= LEAST_KIND && size === items.spans.length)) return [];
    const near = sentence.slice(Math.max(0, clause.index - NEAR), clause.index + clause[0].length + NEAR);
    const agrees = size === items.spans.length ? COUNT_AGREES : 0;
    const went = question.kind === 'place' && TRAVEL.test(clause[0]) ? WENT : 0;
    return [
      {
        line,
        items,
        alike,
        share,
        score: share + coverage(concepts, near) + agrees + went + ALIKE * alike - cost,
      },
    ];
  });
  return [...named, ...listed];
}

/** Whether a line gives parts of the very thing that the question asks the parts of: 车站、码头等入口. */
export function namesParts(question: Question, line: Line): boolean {
  return itemsNamed(question, line).length > 0;
}

/** The items before 等 and the very thing that the question asks the parts of, by as much of its name as the line has. */
function itemsNamed({ folded: asked, language }: Question, { folded, range }: Line): readonly Items[] {
  const subject = language === 'en' ? undefined : (LISTED_AS.exec(asked)?.[1] ?? SUBJECT.exec(asked)?.[1]);
  if (subject === undefined) return [];
  for (let length = Math.min(LONGEST_SUBJECT, subject.length); length >= SHORTEST_SUBJECT; length--) {
    const thing = `等${subject.slice(-length)}`;
    const at = folded.indexOf(thing, range[0]);
    const items = at < 0 || at >= range[1] ? null : itemsAt(folded, [at + 1, at + thing.length], null);
    if (items !== null) return [items];
  }
  return [];
}

function sizeOf({ folded }: Question): number | null {
  const word = ENGLISH_SIZE.exec(folded)?.[1];
  return word === undefined
    ? parseNumeral(ASKED_SIZE.exec(folded)?.[1] ?? '')
    : ENGLISH_NUMBERS.indexOf(word);
}

/** How surely all items are of the kind that the question names: 人员准备、物资准备 all are 准备, 分区、分级 begin alike. */
function oneKind(concepts: readonly Concept[], { folded }: Line, spans: readonly Span[]): number {
  const texts = spans.map((span) => folded.slice(...span));
  const ways = concepts.flatMap(({ variants }) => variants);
  const shared = [commonStart(texts), commonStart(texts.map(reversed))];
  const [start = '', end = ''] = [shared[0], reversed(shared[1] ?? '')];
  return Math.max(
    0,
    ...ways.map(({ text, weight }) => {
      if (end.endsWith(text) || start.startsWith(text)) return Math.min(1, weight);
      return (end !== '' && text.endsWith(end)) || (start !== '' && text.startsWith(start))
        ? Math.min(1, weight) / 2
        : 0;
    }),
  );
}

/** What all of some texts begin with; nothing of a text that is no more than that. */
function commonStart(texts: readonly string[]): string {
  const [first = ''] = texts;
  let length = 0;
  while (length < first.length && texts.every((text) => text.charAt(length) === first.charAt(length)))
    length++;
  return texts.some((text) => text.length === length) ? '' : first.slice(0, length);
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

/** Offices and persons are no places or measures, and what the question itself lists is no answer. */
function unsuited(question: Question, { folded }: Line, spans: readonly Span[]): boolean {
  const texts = spans.map((span) => folded.slice(...span));
  if (isNumbered(folded, spans)) return true;
  if (texts.every((text) => question.folded.includes(text))) return true;
  const subject = SUBJECT.exec(question.folded)?.[1];
  if (subject !== undefined && texts.includes(subject)) return true;
  return texts.some((text) => isOfficeRun(text)) || texts.every((text) => looksLikePersonName(text));
}

/** Whether the first item ends with the number of a heading, so that its 、 lists nothing. */
function isNumbered(folded: string, [first, second]: readonly Span[]): boolean {
  if (first === undefined || second === undefined) return false;
  const isNumber = /^[\d一二三四五六七八九十]+(?:\D{0,2})$/u.test(folded.slice(...second));
  return !isNumber && NUMBERING.test(folded.slice(0, first[1]));
}

/** Whether the items are those whom a letter is sent to, up to the colon at `end`. */
function isSalutation(folded: string, [first]: readonly Span[], end: number): boolean {
  return first !== undefined && folded.charAt(end) === ':' && SALUTATION.test(folded.slice(0, first[1]));
}
