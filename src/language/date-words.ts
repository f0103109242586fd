/** The pieces that Chinese date rules are made of: patterns for years, months and times, and how they are read. */
import { type CalendarDate, isoOf } from './calendar.js';
import type { DateKind, DateReading } from './date-rules.js';
import { parseNumeral } from './numeral-grammar.js';

/** Han digits of dates, for character classes. */
export const HAN_DIGIT = '一二三四五六七八九十廿卅';
/** A day, month or hour. */
export const TWO = `(?:[0-9]{1,2}|[${HAN_DIGIT}]{1,3})`;
/** A year of four digits. */
export const FOUR = '(?:[0-9]{4}|[一二三四五六七八九〇零○]{4})';
/** Sets `month`. */
export const MONTH = `(?<month>${TWO}|正|冬|腊) ?月(?:份(?!额))?`;
/** Parts of the day. */
export const PART = `凌晨|清晨|早晨|早上|上午|中午|正午|午间|下午|午后|傍晚|晚上|晚间|深夜|午夜|夜间|夜里|[晚夜晨早](?![${HAN_DIGIT}年期已来些点起])`;
/** A clock time. */
export const CLOCK = `(?<hour>${TWO}) ?(?:(?:时(?![间期代任常候段])|点(?!多|半钟)钟?)(?: ?(?<minute>${TWO}) ?分|(?<half>半))?|:(?<clockMinute>[0-5][0-9])(?::(?<second>[0-5][0-9]))?)`;
/** A part of the day and a clock time, both optional; sets the groups that `timeOf` reads. */
export const TIME = `(?: ?(?<part>${PART}))?(?:[ ,]{0,2}${CLOCK})?`;
/** Parts of a year. */
export const SEASON =
  '初|底|末|中期|年初|年中|年底|年末|上半年|下半年|春季?|夏季?|秋季?|冬季?|第?[一二三四1-4]季度';

/** First year of each era, minus one: year n of the era is base + n. Spelled as folded (乾隆 is 干隆). */
const ERAS = new Map(
  '民国1911 中华民国1911 明治1867 大正1911 昭和1925 平成1988 令和2018 洪武1367 建文1398 永乐1402 宣德1425 正统1435 景泰1449 成化1464 弘治1487 正德1505 嘉靖1521 隆庆1566 万历1572 天启1620 崇祯1627 顺治1643 康熙1661 雍正1722 干隆1735 嘉庆1795 道光1820 咸丰1850 同治1861 光绪1874 宣统1908'
    .split(' ')
    .map((era): [string, number] => [era.slice(0, -4), Number(era.slice(-4))]),
);
const ERA = [...ERAS.keys()].sort((a, b) => b.length - a.length).join('|');
/** Eras that count months by the moon: only their years have a date in our calendar. */
export const SOLAR_ERA = /国$|治$|正$|和$|平成$/;
/** Sets the groups that `yearOf` reads. */
export const YEAR = `(?:(?<era>${ERA}) ?(?<eraYear>${TWO}|元|[0-9]{3}) ?年|(?<bce>公元前|西元前|纪元前|(?<![\\p{Script=Han}0-9])前) ?(?<bceYear>[0-9]{1,4}|[${HAN_DIGIT}百千零〇]{1,8}) ?年|(?:公元|西元) ?(?<ceYear>[0-9]{1,4}|[${HAN_DIGIT}百千零〇]{1,8}) ?年|(?<![0-9.,])(?<year>${FOUR}) ?年)`;
/** What makes a number of years a span and no year: 3000年历史, 200年来. */
export const SPAN = '历史|的历史|来(?!到|自|源)|间(?!接)|以上|之久';
/** Looks ahead. */
export const NOT_A_SPAN = `(?!${SPAN}|级|会|制)`;

const MONTH_NAMES: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };

/** The value of a numeral or month name; 元年 is 1. */
export function number(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === '元') return 1;
  return MONTH_NAMES[text] ?? parseNumeral(text);
}

/** The named groups of a match. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** The year that the groups of `YEAR` give; before the common era negative. */
export function yearOf({ era, eraYear, bceYear, ceYear, year }: Groups): number | null {
  if (era !== undefined) return (ERAS.get(era) ?? 0) + (number(eraYear) ?? 0);
  const before = number(bceYear);
  return before === null ? number(ceYear ?? year) : -before;
}

/** `HH:MM[:SS]`; 下午3点 is 15:00. Null without an hour, undefined when the hour is impossible. */
export function timeOf({
  part = '',
  hour,
  minute,
  half,
  clockMinute,
  second,
}: Groups): string | null | undefined {
  const stated = number(hour);
  if (stated === null) return null;
  const minutes = half === undefined ? (number(minute ?? clockMinute) ?? 0) : 30;
  if (stated > 24 || minutes > 59) return undefined;
  const afternoon = /下午|午后|傍晚|晚/.test(part) && stated < 12;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(afternoon ? stated + 12 : stated)}:${two(minutes)}${second === undefined ? '' : `:${second}`}`;
}

/** A reading with its clock time; null when date or time is impossible. */
export function reading(
  kind: DateKind,
  date: CalendarDate,
  groups: Groups = {},
  until: string | null = null,
): DateReading | null {
  const iso = isoOf(date);
  const time = timeOf(groups);
  return iso === null || time === undefined ? null : { kind, iso, until, time };
}

/** A reading without a calendar date of its own. */
export function vague(kind: DateKind, iso: string | null = null, time: string | null = null): DateReading {
  return { kind, iso, until: null, time };
}

/** Nothing known, to be filled in. */
export const none = { year: null, month: null, day: null } as const;
