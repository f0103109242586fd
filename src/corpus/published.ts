import { fold } from '../language/script.js';
import type { DatedMention } from './article.js';

/** Chinese outlets give times without a zone; all of China keeps this one. */
const BEIJING = '+08:00';
const BEIJING_HOURS = 8;
const HOUR = 3_600_000;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** 2021-08-06 08:56:09, 2021/8/6, 2021年8月6日 08时56分, 2021-08-06T08:56:09+08:00. */
const NUMERIC =
  /(?<![\d.-])(?<year>(?:19|20)\d{2})(?:[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})|年(?<monthZh>\d{1,2})月(?<dayZh>\d{1,2})日)(?!\d)(?:(?:[ t]{0,4}|[ ]{0,2}[(]?(?:星期|周)[一二三四五六日天][)]?[ ]{0,2})(?<hour>\d{1,2})(?::|时|点)(?<minute>\d{2})(?:(?::|分)(?<second>\d{2})(?:\.\d{1,9})?)?[分秒]?\s?(?<zone>z|gmt|utc|[+-]\d{2}:?\d{2})?)?/;
/** Mon, 08 Nov 2021 14:32:44 GMT. */
const MAIL =
  /(?<day>\d{1,2}) (?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} (?<year>(?:19|20)\d{2})(?: (?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?\s?(?<zone>gmt|utc|z|[+-]\d{4})?)?/;
/** November 8, 2021. */
const AMERICAN =
  /(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (?<day>\d{1,2}), (?<year>(?:19|20)\d{2})/;
/** 2021年8月, 2021-08. */
const YEAR_MONTH = /(?<!\d)(?<year>(?:19|20)\d{2})(?:年(?<month>\d{1,2})月|-(?<monthAscii>\d{2})(?![\d-]))/;

const two = (value: number): string => String(value).padStart(2, '0');

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
  readonly zone: string | null;
}

function clockOf(groups: Readonly<Record<string, string | undefined>>): Clock | null {
  if (groups.hour === undefined || groups.minute === undefined) return null;
  const clock = {
    hour: Number(groups.hour),
    minute: Number(groups.minute),
    second: groups.second === undefined ? null : Number(groups.second),
    zone: groups.zone ?? null,
  };
  return clock.hour > 23 || clock.minute > 59 || (clock.second ?? 0) > 59 ? null : clock;
}

function isRealDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function withClock(
  year: number,
  month: number,
  day: number,
  clock: Clock | null,
  mail: boolean,
): Omit<DatedMention, 'text'> {
  const date = `${year}-${two(month)}-${two(day)}`;
  if (clock === null) return { iso: date, certainty: 'stated' };
  const seconds = clock.second === null ? '' : `:${two(clock.second)}`;
  const time = `${two(clock.hour)}:${two(clock.minute)}${seconds}`;
  const utc = clock.zone !== null && /^(?:z|gmt|utc|\+00:?00)$/.test(clock.zone);
  if (mail && utc) {
    // Feeds of Chinese outlets put GMT behind the local clock. Where that would not even change the day, all is well.
    const sameDay = clock.hour + BEIJING_HOURS < 24;
    return { iso: `${date}T${time}${BEIJING}`, certainty: sameDay ? 'stated' : 'inferred' };
  }
  if (utc) {
    const moved = new Date(
      Date.UTC(year, month - 1, day, clock.hour, clock.minute, clock.second ?? 0) + BEIJING_HOURS * HOUR,
    );
    return {
      iso: `${moved.toISOString().slice(0, clock.second === null ? 16 : 19)}${BEIJING}`,
      certainty: 'stated',
    };
  }
  const zone = clock.zone === null ? BEIJING : clock.zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  return { iso: `${date}T${time}${zone}`, certainty: 'stated' };
}

/** A date of publication and where it stands in the text that was searched. */
export interface PublishedMention extends DatedMention {
  readonly start: number;
  readonly end: number;
}

/**
 * The first date with a year in a credit line or a field, with its time where one is given (Beijing time unless the
 * text says otherwise; the GMT of a mail-style date is taken for Beijing time). Null when there is none.
 */
export function findPublished(text: string): PublishedMention | null {
  const folded = fold(text);
  for (const pattern of [NUMERIC, MAIL, AMERICAN]) {
    const match = pattern.exec(folded);
    const groups = match?.groups;
    if (match === null || groups === undefined) continue;
    const year = Number(groups.year);
    const name = groups.name;
    const month = name === undefined ? Number(groups.month ?? groups.monthZh) : MONTHS.indexOf(name) + 1;
    const day = Number(groups.day ?? groups.dayZh);
    if (!isRealDay(year, month, day)) continue;
    const end = match.index + match[0].trimEnd().length;
    const written = text.slice(match.index, end);
    return {
      text: written,
      ...withClock(year, month, day, clockOf(groups), pattern === MAIL),
      start: match.index,
      end,
    };
  }
  const match = YEAR_MONTH.exec(folded);
  const month = Number(match?.groups?.month ?? match?.groups?.monthAscii ?? 0);
  if (match === null || month < 1 || month > 12) return null;
  const [start, end] = [match.index, match.index + match[0].length];
  return {
    text: text.slice(start, end),
    iso: `${match.groups?.year}-${two(month)}`,
    certainty: 'stated',
    start,
    end,
  };
}

/** The date of a field that holds nothing else; kept as written with `iso` null where it cannot be read. */
export function publishedOf(field: string | null): DatedMention | null {
  const text = field?.trim() ?? '';
  if (text === '') return null;
  const epoch = /^1\d{9}(\d{3})?$/.exec(text);
  if (epoch !== null) {
    const moment = new Date(Number(text) * (epoch[1] === undefined ? 1000 : 1) + BEIJING_HOURS * HOUR);
    return { text, iso: `${moment.toISOString().slice(0, 19)}${BEIJING}`, certainty: 'stated' };
  }
  const found = findPublished(text);
  if (found !== null) return { text, iso: found.iso, certainty: found.certainty };
  return { text, iso: /^(?:19|20)\d{2}$/.test(text) ? text : null, certainty: 'stated' };
}
