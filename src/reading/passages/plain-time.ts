/** A time without the clause around it: 10月20日至11月5日 of 定于10月20日至11月5日断水清淤. */
import type { Span } from '../../corpus/article.js';
import { findDates } from '../../language/dates.js';
import type { Question } from '../../retrieval/question.js';
import { ASKS_CLOCK } from '../strategies/answer-dates.js';

/** A clause of this length says more than when. */
const LONG = 16;
/** 两千年前, 八月以后: the date alone says something else. */
const MEANT_OTHERWISE = /^[\s个多余左右]*(?:以|之)?(?:[前后起来]|左右|底|初|末|中|间|至|到|~|—|–)/u;
/** Two ends of a period. */
const LINK = /^\s?(?:[至到~—–-]|——)\s?$/u;
const LONGEST_LINK = 4;
/** Behind a day of the week, 周二至周日9:00, the time itself stands so near. */
const BEHIND_DAY = 6;
/** 5月10日(周五)下午2时30分: a day, where it stands there, with its hour. */
const MOMENT =
  /(?:(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}[日号](?:[(（][^()（）]{1,5}[)）])?|当[日天晚]|[今昨明次翌]日)?(?:凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚)?\s?\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分|半|整)?)/gu;
/** 几点到几点, 几点开到几点: both ends of opening hours. */
const ASKS_HOURS = /几点[\p{Script=Han}]{0,4}到(?:几点|什么时候)|什么时段|哪个时段/u;
/** When it closes: the second of 9:00—18:00. */
const ASKS_END =
  /几点(?:钟)?(?:就|才|会|可以)?(?:关门|关闭|闭馆|闭园|闭店|打烊|收摊|下班|收工|放学|散场|结束|停止|截止|关)|(?:关门|关闭|闭馆|闭园|闭店|打烊|收摊|下班|结束|截止)(?:的?时间)?(?:是|在)?几点|what time do(?:es)? .{2,60} (?:close|shut|end|finish)\b/u;
/** 周一闭馆 beside 7月22日至8月10日: what is weekly is not when something takes place. */
const WEEKDAY_ALONE = /^(?:每)?(?:周|星期|礼拜)[一二三四五六日天末]$/u;
const ASKS_WEEKDAY = /(?:周|星期|礼拜)[几一二三四五六日天末]|闭馆|休息|关门|每周|weekday|day of the week/u;
const HAS_DAY = /\d{1,2}月\d{1,2}日/u;
const ASKS_PERIOD =
  /从?(?:哪|几|什么)[\p{Script=Han}]{0,3}到(?:哪|几|什么)|期间|起止|from (?:when|what)|\bperiod\b/u;

/**
 * The span of the answer when: both ends of a period where they are asked for, the one date of a long clause. Offsets
 * are those of the folded paragraph; `sentence` bounds the look.
 */
export function plainTime(
  { kind, folded: asked }: Question,
  folded: string,
  span: Span,
  sentence: Span,
): Span {
  if (kind !== 'time') return span;
  const [from, to] = sentence;
  const dates = joined(
    findDates(folded.slice(from, to)).map(({ start, end }): Span => [from + start, from + end]),
    folded,
  );
  if (ASKS_PERIOD.test(asked)) {
    const around = dates.find(
      ([start, end]) => start <= span[0] && end >= span[1] && end - start > span[1] - span[0],
    );
    if (around !== undefined) return around;
  }
  if (ASKS_CLOCK.test(asked)) {
    const moments = [...folded.slice(from, to).matchAll(MOMENT)].map(
      ({ 0: text, index }): Span => [from + index, from + index + text.length],
    );
    if (ASKS_END.test(asked)) {
      const end = endOfRange(moments, folded, span);
      if (end !== null) return end;
    }
    const found = ASKS_HOURS.test(asked) ? joined(moments, folded) : moments;
    const moment =
      found.find(([start, end]) => start < span[1] && span[0] < end) ??
      found.find(([start]) => start >= span[1] && start - span[1] <= BEHIND_DAY);
    if (moment !== undefined) return moment;
  }
  if (WEEKDAY_ALONE.test(folded.slice(...span)) && !ASKS_WEEKDAY.test(asked)) {
    const day = dates.find(([start, end]) => HAS_DAY.test(folded.slice(start, end)));
    if (day !== undefined) return day;
  }
  const inside = dates.filter(([start, end]) => start >= span[0] && end <= span[1]);
  const [only, another] = inside;
  const isPlain = only !== undefined && another === undefined && !MEANT_OTHERWISE.test(folded.slice(only[1]));
  return span[1] - span[0] >= LONG && isPlain ? only : span;
}

/** The second of two times with 至 between them, of which the first or both were found; null where none are. */
function endOfRange(moments: readonly Span[], folded: string, span: Span): Span | null {
  const range = joined(moments, folded).find(([start, end]) => start < span[1] && span[0] < end);
  const inside = moments.filter(
    ([start, end]) => range !== undefined && start >= range[0] && end <= range[1],
  );
  return inside.length > 1 ? (inside.at(-1) ?? null) : null;
}

/** Dates with 至 between them as one. */
function joined(dates: readonly Span[], folded: string): readonly Span[] {
  const all: Span[] = [];
  for (const [start, end] of dates) {
    const last = all.at(-1);
    const between = last === undefined ? '' : folded.slice(last[1], start);
    const isRange = last !== undefined && between.length <= LONGEST_LINK && LINK.test(between);
    if (isRange) all[all.length - 1] = [last[0], end];
    else all.push([start, end]);
  }
  return all;
}
