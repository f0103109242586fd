/** The blank of a question: what it leaves open, and the words that stand around it. */

import type { Question } from '../../retrieval/question.js';

/** What a short answer must fill. All texts are folded. */
export interface Blank {
  /** The question before the question phrase, without a linking word at its end; empty for English. */
  readonly before: string;
  /** The question after the question phrase; empty for English. */
  readonly after: string;
  /** What the answer is one of: 大学 of 哪所大学; several for English, by the lexicon. */
  readonly heads: readonly string[];
  /** What is counted: 人 of 多少人; several for English. */
  readonly units: readonly string[];
  /** Finest part of a date that is asked for: year, month, day; none when the question leaves it open. */
  readonly calendar: 'year' | 'month' | 'day' | null;
  /** Indices of the concepts that stand next to the blank, -1 for none: what is done by whom, since when. */
  readonly conceptBefore: number;
  readonly conceptAfter: number;
}

const MEASURE = '个|所|座|种|些|家|位|条|项|本|部|名|支|场|届|款|首|张|只|类|篇|段|次|批|艘|架|颗|样的?|一';
const PHRASE = new RegExp(
  '什么(?:时候|时间|地方|人)|何[时地处人年日月]|哪[里儿边]|几时|谁|' +
    `哪(?:一|两|几)?个?(?:年代?|月份?|日|天|世纪)|哪(?:一|两|几)?(?:${MEASURE})?|什么(?:样的?)?|何种?|多少|第几|百分之几|多[大高长远重久宽深快]|几|怎样的?|如何`,
  'u',
);
const LINK_BEFORE = /(?:是|有|在|于|由|被|为|叫|叫做|称为|到|从|向)+$/u;
const HEAD = new RegExp(`(?:哪|什么|何)(?:一|两|几|些)?(?:${MEASURE})?的?([\\p{Script=Han}]{1,4})`, 'u');
const UNIT = /(?:多少|几)([\p{Script=Han}]{1,3})/u;
const NOT_A_HEAD = /^(?:时候|时间|地方|是|会|被|在|要|能|的|里|儿|而|人)/u;
const ENGLISH_HEAD =
  /\b(?:what|which)\s+((?:[a-z-]+\s+){0,2}[a-z-]+?)\s+(?:is|are|was|were|did|does|do|has|have|had|can|could|would|will)\b|\b(?:what|which)\s+([a-z-]+)/;
const ENGLISH_UNIT = /\bhow\s+(?:many|much)\s+([a-z-]+(?:\s+[a-z-]+)?)/;

function calendarOf(folded: string): Blank['calendar'] {
  if (/哪一?年|何年|几年(?!级)|年份|what year|which year/.test(folded)) return 'year';
  if (/哪个?月|几月|何月|what month|which month/.test(folded)) return 'month';
  if (/哪一?[天日]|几[日号]|何日|日期|what (?:day|date)|which (?:day|date)/.test(folded)) return 'day';
  return null;
}

/** The Chinese words of the concepts that an English phrase is made of. */
function wordsFor(question: Question, phrase: string): string[] {
  const words = new Set(phrase.split(/\s+/).flatMap((word) => [word, word.replace(/s$/, '')]));
  return question.concepts
    .filter((concept) => words.has(concept.surface.toLowerCase()))
    .flatMap((concept) =>
      concept.variants.filter((variant) => variant.weight >= 0.3).map((variant) => variant.text),
    );
}

/** The concepts next to the blank at [start, end) of a text in which they stand by their surface. */
function neighbours(
  question: Question,
  text: string,
  start: number,
  end: number,
): Pick<Blank, 'conceptBefore' | 'conceptAfter'> {
  let before = { index: -1, at: -1 };
  let after = { index: -1, at: text.length };
  question.concepts.forEach(({ surface }, index) => {
    const at = text.indexOf(surface.toLowerCase(), end);
    if (at >= 0 && at < after.at) after = { index, at };
    const back = text.lastIndexOf(surface.toLowerCase(), start - surface.length);
    if (start >= surface.length && back > before.at) before = { index, at: back };
  });
  return { conceptBefore: before.index, conceptAfter: after.index };
}

const ENGLISH_PHRASE = /\b(?:who|whom|whose|when|where|what|which|how)\b/;

function englishBlank(question: Question): Blank {
  const lower = question.text.toLowerCase();
  const head = ENGLISH_HEAD.exec(lower);
  const unit = ENGLISH_UNIT.exec(lower);
  const phrase = ENGLISH_PHRASE.exec(lower);
  const asked = [phrase, head, unit].map((match) => (match === null ? 0 : match.index + match[0].length));
  return {
    ...neighbours(question, lower, phrase?.index ?? lower.length, Math.max(...asked)),
    before: '',
    after: '',
    heads: head === null ? [] : wordsFor(question, head[1] ?? head[2] ?? ''),
    units: unit === null ? [] : wordsFor(question, unit[1] ?? ''),
    calendar: calendarOf(lower),
  };
}

const blanks = new WeakMap<Question, Blank>();

/** Reads the blank off a question, once. */
export function findBlank(question: Question): Blank {
  const blank = blanks.get(question) ?? readBlank(question);
  blanks.set(question, blank);
  return blank;
}

function readBlank(question: Question): Blank {
  if (question.language === 'en') return englishBlank(question);
  const { folded } = question;
  const phrase = PHRASE.exec(folded);
  const head = HEAD.exec(folded)?.[1] ?? '';
  const unit = UNIT.exec(folded)?.[1] ?? '';
  const end = phrase === null ? folded.length : phrase.index + phrase[0].length;
  return {
    ...neighbours(question, folded, phrase?.index ?? folded.length, end + (unit || head).length),
    before: folded.slice(0, phrase?.index ?? folded.length).replace(LINK_BEFORE, ''),
    after: folded.slice(end).replace(/[?？。\s]+$/u, ''),
    heads: head === '' || NOT_A_HEAD.test(head) ? [] : [head],
    units: unit === '' ? [] : [unit],
    calendar: calendarOf(folded),
  };
}
