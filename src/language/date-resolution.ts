/** What an incomplete date means beside a known one: 3月21日 in an article of 2022-03-22, 昨日, 本月15日, 同年. */
import {
  addDays,
  addMonths,
  asFullDate,
  type CalendarDate,
  daysBetween,
  type FullDate,
  isoOf,
  isPossible,
  parseIso,
  weekdayOf,
} from './calendar.js';
import type { DateMention } from './date-rules.js';

/** A month and day may lie this far after the anchor (an announcement) before the year before is meant. */
const DAYS_AHEAD = 7;

export interface ResolvedDate {
  readonly iso: string;
  /** `resolved` when the words leave one date only, `inferred` when the likeliest of several was chosen. */
  readonly certainty: 'resolved' | 'inferred';
}

type Certainty = ResolvedDate['certainty'];

function result(date: CalendarDate, certainty: Certainty): ResolvedDate | null {
  const iso = isoOf(date);
  return iso === null ? null : { iso, certainty };
}

/** Days from the anchor for the words that name a day. */
const DAY_OFFSETS: readonly (readonly [words: RegExp, days: number])[] = [
  [/^(?:大前天)/, -3],
  [/^(?:前[天日]|the day before yesterday)/i, -2],
  [/^(?:昨|yesterday|last night|the previous day)/i, -1],
  [/^(?:今[天日晚夜晨早]|当[日天晚夜]|同[日天]|即日|today|tonight|the same day)/i, 0],
  [/^(?:明[天日晚晨早]|翌[日晨]|次[日晨]|tomorrow|the following day)/i, 1],
  [/^(?:后天|隔[日天])/, 2],
];
const YEAR_OFFSETS: readonly (readonly [words: RegExp, years: number])[] = [
  [/^前年/, -2],
  [/^(?:去年|上年|last year|the previous year)/i, -1],
  [/^(?:今年|同年|当年|本年|该年|那年|this year|the same year)/i, 0],
  [/^(?:明年|翌年|次年|next year|the following year)/i, 1],
  [/^(?:后年|隔年)/, 2],
];
const MONTH_OFFSETS: readonly (readonly [words: RegExp, months: number])[] = [
  [/^(?:上个?月|last month|the previous month)/i, -1],
  [/^(?:本月|当月|同月|该月|this month|the same month)/i, 0],
  [/^(?:下个?月|次月|翌月|next month|the following month)/i, 1],
];
const WEEKDAY = /^(本|上|下|这|上个|下个|这个)?(?:周|星期|礼拜)([一二三四五六日天])/;

function offsetOf(text: string, table: readonly (readonly [RegExp, number])[]): number | null {
  return table.find(([words]) => words.test(text))?.[1] ?? null;
}

/** The year in which month and day lie nearest to the anchor, but not more than a few days after it. */
function nearestYear(date: CalendarDate, anchor: FullDate): number | null {
  for (const year of [anchor.year + 1, anchor.year, anchor.year - 1]) {
    const candidate = { year, month: date.month ?? 1, day: date.day ?? 1 };
    if (isPossible(candidate) && daysBetween(anchor, candidate) <= DAYS_AHEAD) return year;
  }
  return null;
}

function resolveMonthDay(date: CalendarDate, anchor: CalendarDate): ResolvedDate | null {
  const full = asFullDate(anchor);
  if (full !== null) {
    const year = nearestYear(date, full);
    return year === null ? null : result({ ...date, year }, 'resolved');
  }
  return anchor.year === null ? null : result({ ...date, year: anchor.year }, 'inferred');
}

/** A bare day is of the anchor's month, or of the month before when it would lie too far ahead. */
function resolveDay(day: number, anchor: CalendarDate): ResolvedDate | null {
  const { year, month } = anchor;
  if (year === null || month === null) return null;
  const full = asFullDate(anchor);
  const here = { year, month, day };
  if (isPossible(here) && (full === null || daysBetween(full, here) <= DAYS_AHEAD))
    return result(here, 'resolved');
  return result({ ...addMonths(year, month, -1), day }, 'inferred');
}

function resolveWeekday(text: string, anchor: FullDate): ResolvedDate | null {
  const match = WEEKDAY.exec(text);
  if (match === null) return null;
  const [, which = '', name = ''] = match;
  const weekday = '一二三四五六日'.indexOf(name === '天' ? '日' : name) + 1;
  const days = weekday - weekdayOf(anchor);
  if (which.startsWith('上')) return result(addDays(anchor, days - 7), 'inferred');
  if (which.startsWith('下')) return result(addDays(anchor, days + 7), 'inferred');
  return result(addDays(anchor, which === '' && days > 0 ? days - 7 : days), 'inferred');
}

function resolveRelative(text: string, parts: CalendarDate, anchor: CalendarDate): ResolvedDate | null {
  const full = asFullDate(anchor);
  const days = offsetOf(text, DAY_OFFSETS);
  if (days !== null) return full === null ? null : result(addDays(full, days), 'resolved');
  const years = offsetOf(text, YEAR_OFFSETS);
  if (years !== null)
    return anchor.year === null ? null : result({ ...parts, year: anchor.year + years }, 'resolved');
  const months = offsetOf(text, MONTH_OFFSETS);
  if (months !== null) {
    if (anchor.year === null || anchor.month === null) return null;
    return result({ ...addMonths(anchor.year, anchor.month, months), day: parts.day }, 'resolved');
  }
  return full === null ? null : resolveWeekday(text, full);
}

/**
 * The date that a mention stands for beside an anchor (ISO, full or `YYYY-MM` or `YYYY`, a time after `T` is ignored):
 * the day of publication, or for 当日 and 同年 the date stated before. Dates that are complete already come back as they
 * are. Null when words and anchor together don't give a date (近日, or 昨日 beside a bare year).
 */
export function resolveDate(mention: DateMention, anchor: string): ResolvedDate | null {
  const known = parseIso(anchor);
  const parts = mention.iso === null ? null : parseIso(mention.iso);
  if (parts !== null && parts.year !== null) return result(parts, 'resolved');
  if (known === null) return null;
  if (mention.kind === 'relative')
    return resolveRelative(mention.text, parts ?? { year: null, month: null, day: null }, known);
  if (parts === null) return null;
  if (parts.month !== null) return resolveMonthDay(parts, known);
  return parts.day === null ? null : resolveDay(parts.day, known);
}
