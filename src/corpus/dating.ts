import { type DateMention, findDates, resolveDate } from '../language/dates.js';
import { fold } from '../language/script.js';
import type { DatedMention, Paragraph } from './article.js';

/** A date of a paragraph with its place in it. */
type PlacedDate = Paragraph['dates'][number];

/** Anything that may be part of a date; texts without it need no closer look. */
const MAY_HOLD_DATE = /[\d０-９年月日時时昨今明翌當当同次周週]|世纪|世紀|星期/;
/** Kinds of mentions that name no day, month or year. */
const NO_DATE = new Set<DateMention['kind']>(['duration', 'time-of-day']);
/** 当日, 同年, 次月: they point to the date before them and not to the day of publication. */
const BACK_REFERENCE =
  /^(?:当[日天晚夜年月]|同[日天年月]|次[日晨年月]|翌[日晨年月]|该[年月]|那年|前年|隔[日天年])/;
const SAME_DAY = /^[当同][日天]/;
/** Behind a date these make it a deadline or a beginning and no day of an event. */
const NOT_THE_EVENT = /^(?:之?前|以前|之?后|以后|以来|起|至今|止|为止|底前)/;
const EVENT_KINDS = new Set<DateMention['kind']>(['absolute', 'month-day', 'day', 'range']);
/** 昨日, 今天上午, 当晚: relative words that name a day; 近期 and 去年 name none. */
const RELATIVE_DAY = /^(?:大?前[天日]|昨|今[天日晚晨早]|当[日天晚夜]|同[日天]|次[日晨]|翌[日晨]|明[天日])/;
/** The paragraphs at the head of an article in which the date of what it reports stands. */
const LEAD_PARAGRAPHS = 3;
const YEAR = /^-?\d{4}/;

/** Where relative dates are counted from: publication, and the last date that the text stated. */
interface Anchors {
  readonly published: string | null;
  readonly stated: string | null;
}

/** `isEvent`: it may be the day of what the article reports. */
interface ReadDate extends PlacedDate {
  readonly isEvent: boolean;
}

/** The date without its time of day, or null unless it gives the year. */
function dayOf(iso: string | null): string | null {
  return iso !== null && YEAR.test(iso) ? (iso.split('T', 1)[0] ?? null) : null;
}

function anchorFor(mention: DateMention, inParagraph: string | null, anchors: Anchors): string | null {
  if (BACK_REFERENCE.test(mention.text)) return inParagraph ?? anchors.stated ?? anchors.published;
  // Words like 昨日 are spoken on the day of publication; a month and day may also lean on a year stated just before.
  if (mention.kind === 'relative') return anchors.published;
  return inParagraph ?? anchors.published ?? anchors.stated;
}

function read(
  mention: DateMention,
  paragraph: string,
  folded: string,
  inParagraph: string | null,
  anchors: Anchors,
): ReadDate {
  const text = paragraph.slice(mention.start, mention.end);
  const isDay = EVENT_KINDS.has(mention.kind) || RELATIVE_DAY.test(mention.text);
  const isEvent = isDay && !NOT_THE_EVENT.test(folded.slice(mention.end, mention.end + 4));
  const base = { text, at: mention.start, isEvent };
  if (mention.iso !== null && YEAR.test(mention.iso))
    return { ...base, iso: mention.iso, certainty: 'stated' };
  const anchor = anchorFor(mention, inParagraph, anchors);
  // The same day as 3月21日 is known as far as that day is.
  if (anchor?.startsWith('--') && SAME_DAY.test(mention.text))
    return { ...base, iso: anchor, certainty: 'resolved' };
  const resolved = anchor === null ? null : resolveDate(mention, anchor);
  if (resolved !== null) return { ...base, iso: resolved.iso, certainty: resolved.certainty };
  return { ...base, iso: mention.iso, certainty: 'stated' };
}

/** Reads the dates of one paragraph; returns them with the last full date that it leaves for 当日 after it. */
function datesOf(
  paragraph: string,
  anchors: Anchors,
): { readonly dates: readonly ReadDate[]; readonly stated: string | null } {
  if (!MAY_HOLD_DATE.test(paragraph)) return { dates: [], stated: anchors.stated };
  const folded = fold(paragraph);
  const dates: ReadDate[] = [];
  let stated = anchors.stated;
  let inParagraph: string | null = null;
  for (const mention of findDates(folded)) {
    if (NO_DATE.has(mention.kind)) continue;
    const date = read(mention, paragraph, folded, inParagraph, { ...anchors, stated });
    if (date.iso !== null || RELATIVE_DAY.test(mention.text)) dates.push(date);
    // Month and day without a year are passed on too: 当日 after 3月21日 is 3月21日.
    if (date.iso !== null && /\d-\d\d(?:-\d\d)?$/.test(date.iso) && date.isEvent) stated = date.iso;
    const day = date.certainty === 'stated' ? dayOf(date.iso) : null;
    // A bare year (2035年远景目标) anchors what follows only where no day of publication does it better.
    if (day !== null && (day.length > 4 || anchors.published === null)) inParagraph = day;
  }
  return { dates, stated };
}

export interface Dating {
  /** For each paragraph its dates. */
  readonly dates: readonly (readonly PlacedDate[])[];
  readonly happened: DatedMention | null;
}

/**
 * Dates of all paragraphs, each resolved as far as publication and earlier dates allow and marked so, and the date of
 * what the article reports: the first day in its lead that is no deadline. The year is never invented.
 */
export function dateArticle(paragraphs: readonly string[], published: string | null): Dating {
  let stated: string | null = null;
  const all: (readonly ReadDate[])[] = [];
  for (const paragraph of paragraphs) {
    const found = datesOf(paragraph, { published: dayOf(published), stated });
    stated = found.stated;
    all.push(found.dates);
  }
  const event = all
    .slice(0, LEAD_PARAGRAPHS)
    .flat()
    .find((date) => date.isEvent);
  const happened = event && { text: event.text, iso: event.iso, certainty: event.certainty };
  return {
    dates: all.map((dates) => dates.map(({ isEvent: _, ...date }) => date)),
    happened: happened ?? null,
  };
}
