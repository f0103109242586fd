/** Answers when a meeting or visit took place, from the sentence that opens its scene. */

import type { Span } from '../../corpus/article.js';
import { findDates } from '../../language/dates.js';
import { findOrdinals, parseNumeral } from '../../language/numerals.js';
import type { Question } from '../../retrieval/question.js';
import type { Outline } from '../facts/outline.js';
import type { Line } from '../facts/scenes.js';
import type { Finding } from '../finding.js';
import { sameOrdinal } from '../matching/conditions.js';
import { beyondNames, coverage } from '../matching/coverage.js';
import type { SceneFit } from '../matching/scene-fit.js';
import { factNotGiven, noClock, noYear, yearInferred } from '../notes/notes.js';

const ASKS_EVENT =
  /会议?是|召开|举行|开的|开会|(?:开(?![门放馆业店园课学张]|始[施实执生])|去|到|来)(?:了|过|的)?|日期|时间|检查|调研|视察|部署|主持|出席|汇报|通报|参加|when (?:was|were|did|is)|what (?:date|day)|held|h[oe]ld|meet|take place/u;
/** Which year a meeting was in; what somebody did in which year of a life stands at its own date. */
const ASKS_YEAR_OF_EVENT =
  /(?:会议?|大会|论坛|活动|仪式|演练|比赛|展览?|节).{0,12}哪(?:一)?年|哪(?:一)?年.{0,12}(?:会议|大会|论坛|仪式|演练)/u;
/** What somebody demands by when is said in the speech, not in the opening. */
const ASKS_DEADLINE = /要求|强调|指出|提出|之前|以前|期限|截止|最[晚迟早]|deadline|by when|\bbefore\b/u;
/** The opening must carry this much of the topic, or the time asked for is another one. */
const LEAST_TOPIC = 0.4;
/** What the same person does later in the scene happens on the day of its opening, most likely. */
const WHOLE_SCENE = 0.7;
/** 周一闭馆: of every week, not of the event. */
const WEEKLY = /^(?:闭馆|休息|关门|休馆|停诊|不营业)/u;
const DAYS = new Set(['absolute', 'month-day', 'day', 'year-month', 'relative']);

/** A time of day by the clock, in or right behind the date. */
export const CLOCK =
  /\d{1,2}(?:\s?[时点]|[:：]\d{2})|(?<!第)[一二三四五六七八九十]{1,3}[时点](?![间候期代刻要意建])/u;
const CLOCK_REACH = 10;
/** A line with so much of the question's topic tells of it. */
const TELLS_OF = 0.5;
export const ASKS_CLOCK = /几点(?!要求|意见|建议)|\bwhat time\b/u;
const ASKS_YEAR = /哪(?:一)?年|什么年份|年份|\b(?:what|which|in what) year\b/u;
/** By when: 什么时候前, 最晚哪天. */
const ASKS_BY_WHEN =
  /(?:什么时候|什么时间|什么日期|哪天|哪一天|何时|几号|几月几[号日]|多久)(?:之|以)?[前内]|最[晚迟]|期限(?!制)|deadline|by when|by (?:what|which) (?:date|day|time)|before (?:when|what)|\b(?:what|which) (?:date|day) did .{2,60} set\b/u;
/** 到什么时候结束: the end of a period. */
const ASKS_UNTIL =
  /(?<!(?:哪(?:一)?天|几号|什么时候|几月几[日号])[\p{Script=Han}]{0,2})(?<![改推延挪移迟后前])到(?:什么时候|哪(?:一)?天|几号|几月几[日号])|(?:什么时候|何时|哪(?:一)?天|几号)(?:结束|截止|为止)|截止(?:日期|时间)|until when|when .{0,30}\bend/u;
const BEFORE = /^(?:之|以)?前/u;
const UNTIL = /^(?:止|截止|结束|为止)/u;
/** No time of year ends a period: 三至五年级. */
const A_DAY = /[月日号底]|\d{4}/u;
/** 2021年至2022年生产的: which ones are meant, not until when. */
const TELLS_WHICH = /^[\p{Script=Han}]{1,6}的/u;
/** Of a question's word pairs, what the deadline's sentence must carry. */
const LEAST_DEADLINE = 0.25;

/** The date with 前 in the sentence that carries a question for a deadline, or null. */
export function answerDeadline(question: Question, fits: readonly SceneFit[]): Finding | null {
  const until = ASKS_UNTIL.test(question.folded);
  if (!until && !ASKS_BY_WHEN.test(question.folded)) return null;
  const concepts = beyondNames(question);
  const found = fits.flatMap(({ lines }) =>
    lines.flatMap((line) => {
      const sentence = line.folded.slice(...line.range);
      return limitsIn(sentence, until).map(([start, end]) => {
        const span: Span = [line.range[0] + start, line.range[0] + end];
        const told = coverage(concepts, `${line.scene.opening}\n${sentence}`);
        return { line, span, share: (coverage(concepts, sentence) + told) / 2 };
      });
    }),
  );
  const [best] = found.sort((a, b) => b.share - a.share);
  const isOnly = found.length === 1 && question.constraints.length > 0;
  if (best === undefined || (best.share < LEAST_DEADLINE && !isOnly)) return null;
  const { line, span, share } = best;
  return {
    status: 'answered',
    answer: line.paragraph.text.slice(...span),
    note: null,
    proofs: [{ article: line.article, paragraph: line.paragraph, ranges: [line.range], highlights: [span] }],
    certainty: 0.85,
    fit: share,
  };
}

/** The dates in a sentence by which something is to be done (with their 前) or at which it ends. */
function limitsIn(sentence: string, until: boolean): readonly Span[] {
  return findDates(sentence).flatMap(({ start, end }): Span[] => {
    const date = sentence.slice(start, end);
    const after = sentence.slice(end);
    const before = BEFORE.exec(after)?.[0];
    if (before !== undefined && A_DAY.test(date)) return [[start, end + before.length]];
    if (!until || !A_DAY.test(date) || TELLS_WHICH.test(after)) return [];
    // 11月21日起至1月20日 is found as one.
    const second = /^.{2,16}?(?:起)?[至到]/u.exec(date)?.[0].length ?? 0;
    const isEnd = second > 0 || /[至到]$/u.test(sentence.slice(0, start)) || UNTIL.test(after);
    return isEnd ? [[start + second, end]] : [];
  });
}

/** 八月几号: the month that the question gives. */
function monthOf(folded: string): number | null {
  return parseNumeral(
    /(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?:的)?(?:几|哪)/u.exec(folded)?.[1] ?? '',
  );
}

function isOfMonth(iso: string | null, month: number): boolean {
  const told = /-(\d{2})(?:-\d{2})?$/u.exec(iso ?? '')?.[1];
  return Number(told) === month;
}

/** The year of an event whose report gives only month and day: by the date of its article, or a refusal. */
function yearOf(question: Question, { article }: Outline, opening: Line, span: Span): Finding {
  const resolved =
    opening.paragraph.dates.find(({ at }) => at === span[0])?.iso ?? article.happened?.iso ?? '';
  const year = /^\d{4}/u.exec(resolved)?.[0];
  const written = opening.paragraph.text.slice(...span);
  if (year === undefined)
    return { status: 'no-answer', note: noYear(written, question.language), certainty: 0.85 };
  const { paragraph, range } = opening;
  return {
    status: 'answered',
    answer: question.language === 'en' ? year : `${year}年`,
    note: yearInferred(written, article.published?.text ?? null, question.language),
    proofs: [{ article, paragraph, ranges: [range], highlights: [span] }],
    certainty: 0.8,
    fit: 1,
  };
}

/** The date in the opening of the best scene, or null when the question is about another time. */
export function answerEventDate(question: Question, fits: readonly SceneFit[]): Finding | null {
  const { kind, folded } = question;
  const asksEvent = ASKS_EVENT.test(folded) || ASKS_YEAR_OF_EVENT.test(folded);
  if (kind !== 'time' || !asksEvent || ASKS_DEADLINE.test(folded)) return null;
  if (isOnlyMentioned(question, fits))
    return { status: 'no-answer', note: factNotGiven(question.language), certainty: 0.85 };
  const topic = beyondNames(question);
  const persons = question.constraints.flatMap((constraint) =>
    constraint.type === 'person' ? [constraint.name] : [],
  );
  const named = question.constraints.some(({ type }) => type === 'ordinal');
  const month = monthOf(question.folded);
  for (const { scene, lines, outline, score } of fits) {
    const [opening] = lines;
    if (opening === undefined || score < (fits[0]?.score ?? 0) - 0.3) continue;
    const acts = persons.length > 0 && persons.every((name) => scene.opening.includes(name));
    const share = Math.max(
      coverage(topic, scene.opening),
      acts
        ? coverage(topic, lines.map(({ folded, range }) => folded.slice(...range)).join('\n')) * WHOLE_SCENE
        : 0,
    );
    if (!named && share < LEAST_TOPIC) continue;
    const date = findDates(scene.opening).find(
      ({ kind, end }) => DAYS.has(kind) && !WEEKLY.test(scene.opening.slice(end)),
    );
    if (date === undefined || (month !== null && !isOfMonth(date.iso, month))) continue;
    const span: Span = [opening.range[0] + date.start, opening.range[0] + date.end];
    if (
      ASKS_CLOCK.test(question.folded) &&
      !CLOCK.test(scene.opening.slice(date.start, date.end + CLOCK_REACH))
    ) {
      if (lines.some((line) => tellsClock(line, topic))) return null;
      return { status: 'no-answer', note: noClock(date.text, question.language), certainty: 0.85 };
    }
    if (ASKS_YEAR.test(question.folded) && !/\d{4}年/u.test(date.text))
      return yearOf(question, outline, opening, span);
    return {
      status: 'answered',
      answer: opening.paragraph.text.slice(...span),
      note: null,
      proofs: [
        {
          article: outline.article,
          paragraph: opening.paragraph,
          ranges: [opening.range],
          highlights: [span],
        },
      ],
      certainty: named ? 0.95 : 0.8,
      fit: named ? 1 : share,
    };
  }
  return null;
}

/** 定于11月15日14:30召开股东大会: a line of the report of another meeting that tells the very hour. */
function tellsClock({ folded, range }: Line, topic: Question['concepts']): boolean {
  const text = folded.slice(...range);
  return topic.length > 0 && CLOCK.test(text) && coverage(topic, text) >= TELLS_OF;
}

/** 筹备好第五次活动: a numbered event that no scene is of, and that no line tells a day of, is not the scene's. */
function isOnlyMentioned(question: Question, fits: readonly SceneFit[]): boolean {
  const asked = question.constraints.flatMap((one) => (one.type === 'ordinal' ? [one] : []));
  const [ordinal] = asked;
  if (ordinal === undefined || fits.length === 0) return false;
  if (fits.some(({ scene }) => scene.ordinals.some((one) => sameOrdinal(ordinal, one)))) return false;
  const lines = fits.flatMap((fit) => fit.lines.map(({ folded, range }) => folded.slice(...range)));
  return !lines.some(
    (line) =>
      findOrdinals(line).some((one) => sameOrdinal(ordinal, one)) &&
      findDates(line).some(({ kind }) => DAYS.has(kind)),
  );
}
