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
const NOT_THE_EVENT = /^(?:之?前|以前|之?[后後]|以[后後]|以[来來]|起|至今|止|[为為]止|底前)/;
const EVENT_KINDS = new Set<DateMention['kind']>(['absolute', 'month-day', 'day', 'range']);
/** 昨日, 今天上午, 当晚: relative words that name a day; 近期 and 去年 name none. */
const RELATIVE_DAY = /^(?:大?前[天日]|昨|今[天日晚晨早]|当[日天晚夜]|同[日天]|次[日晨]|翌[日晨]|明[天日])/;
/** The paragraphs at the head of an article in which the date of what it reports stands. */
const LEAD_PARAGRAPHS = 3;
const YEAR = /^-?\d{4}/;
/** From a date in one of the last months to one in the first months the year has turned. */
const LATE_MONTH = 11;
const EARLY_MONTH = 2;

/** `isEvent`: it may be the day of what the article reports. */
interface ReadDate extends PlacedDate {
  readonly isEvent: boolean;
}

/** What is known at a place of the text, for dates that do not say everything. */
interface Context {
  /** Day of publication, `YYYY-MM-DD` or less. */
  readonly published: string | null;
  /** The year of all full dates of the article where they agree, and publication is not known. */
  readonly onlyYear: string | null;
  /** The last date in the same paragraph that gives its year. */
  year: string | null;
  /** The last date in the same paragraph that gives its month. */
  month: string | null;
  /** The last day of an event in the article, with or without its year: what 当日 points to. */
  event: string | null;
}

/** The date without its time of day, or null unless it gives the year. */
function dayOf(iso: string | null): string | null {
  return iso !== null && YEAR.test(iso) ? (iso.split('T', 1)[0] ?? null) : null;
}

type Resolved = Pick<DatedMention, 'iso' | 'certainty'>;

/** A month and day after a date of the same text are of its year, or of the next when the year turns between them. */
function yearAfter(anchor: string, mention: DateMention): string {
  const year = Number(anchor.slice(0, 4));
  const turns = Number(anchor.slice(5, 7)) >= LATE_MONTH && Number(mention.iso?.slice(2, 4)) <= EARLY_MONTH;
  return String(turns ? year + 1 : year);
}

function within(
  mention: DateMention,
  anchor: string | null,
  certainty: DatedMention['certainty'] | null,
): Resolved | null {
  const resolved = anchor === null ? null : resolveDate(mention, anchor);
  return resolved && { iso: resolved.iso, certainty: certainty ?? resolved.certainty };
}

/** 3月21日: the year stands before it in the paragraph, follows from publication, or is the article's only one. */
function resolveMonthDay(mention: DateMention, context: Context): Resolved | null {
  if (context.year !== null) return within(mention, yearAfter(context.year, mention), 'resolved');
  return within(mention, context.published, null) ?? within(mention, context.onlyYear, 'inferred');
}

/** 20日: of the month that stands before it in the paragraph, else of the month that publication tells. */
function resolveBareDay(mention: DateMention, context: Context): Resolved | null {
  if (context.month === null) return within(mention, context.published, null);
  if (!context.month.startsWith('--')) return within(mention, context.month.slice(0, 7), 'resolved');
  return { iso: `${context.month.slice(0, 4)}${mention.iso?.slice(2)}`, certainty: 'resolved' };
}

function resolve(mention: DateMention, context: Context): Resolved | null {
  if (mention.iso !== null && YEAR.test(mention.iso)) return { iso: mention.iso, certainty: 'stated' };
  if (BACK_REFERENCE.test(mention.text)) {
    const anchor = context.event ?? context.year ?? context.published;
    // The same day as 3月21日 is known as far as that day is.
    if (anchor?.startsWith('--') && SAME_DAY.test(mention.text))
      return { iso: anchor, certainty: 'resolved' };
    return within(mention, anchor, null);
  }
  // 昨日, 本月, 去年 are spoken on the day of publication.
  if (mention.kind === 'relative') return within(mention, context.published, null);
  if (mention.kind === 'day') return resolveBareDay(mention, context);
  return mention.iso?.startsWith('--') ? resolveMonthDay(mention, context) : null;
}

/** Lets what follows lean on a date that was just read. */
function remember(context: Context, date: ReadDate): void {
  const { iso } = date;
  if (iso === null) return;
  if (date.isEvent && /^-?[-\d]{2,4}-\d\d(?:-\d\d)?$/.test(iso)) context.event = iso;
  if (/^(?:\d{4}|-)-\d\d/.test(iso)) context.month = iso;
  // A bare year (2035年远景目标) tells of what follows only where no day of publication does it better.
  const day = date.certainty === 'stated' ? dayOf(iso) : null;
  if (day !== null && (day.length > 4 || context.published === null)) context.year = day;
}

function readDates(
  paragraph: string,
  mentions: readonly DateMention[],
  context: Context,
): readonly ReadDate[] {
  const dates: ReadDate[] = [];
  context.year = null;
  context.month = null;
  for (const mention of mentions) {
    const { iso, certainty } = resolve(mention, context) ?? { iso: mention.iso, certainty: 'stated' };
    if (iso === null && !RELATIVE_DAY.test(mention.text)) continue;
    const isDay = EVENT_KINDS.has(mention.kind) || RELATIVE_DAY.test(mention.text);
    const isEvent = isDay && !NOT_THE_EVENT.test(paragraph.slice(mention.end, mention.end + 4));
    const text = paragraph.slice(mention.start, mention.end);
    const date = { text, at: mention.start, iso, certainty, isEvent };
    dates.push(date);
    remember(context, date);
  }
  return dates;
}

/** The year of the article's full dates, if there is but one. */
function onlyYearOf(mentions: readonly (readonly DateMention[])[]): string | null {
  const years = new Set<string>();
  for (const mention of mentions.flat()) {
    if (mention.iso !== null && /^\d{4}-\d\d/.test(mention.iso)) years.add(mention.iso.slice(0, 4));
  }
  const [year] = years;
  return years.size === 1 ? (year ?? null) : null;
}

export interface Dating {
  /** For each paragraph its dates. */
  readonly dates: readonly (readonly PlacedDate[])[];
  readonly happened: DatedMention | null;
}

/**
 * Dates of all paragraphs, each resolved as far as publication and the dates beside it allow and marked so, and the date
 * of what the article reports: the first day in its lead that is no deadline. A year is never invented.
 */
export function dateArticle(paragraphs: readonly string[], published: string | null): Dating {
  const mentions = paragraphs.map((paragraph) =>
    MAY_HOLD_DATE.test(paragraph) ? findDates(fold(paragraph)).filter(({ kind }) => !NO_DATE.has(kind)) : [],
  );
  const day = dayOf(published);
  const onlyYear = day === null ? onlyYearOf(mentions) : null;
  const context: Context = { published: day, onlyYear, year: null, month: null, event: null };
  const all = paragraphs.map((paragraph, i) => readDates(paragraph, mentions[i] ?? [], context));
  const event = all
    .slice(0, LEAD_PARAGRAPHS)
    .flat()
    .find((date) => date.isEvent);
  return {
    dates: all.map((dates) => dates.map(({ isEvent: _, ...date }) => date)),
    happened: event === undefined ? null : { text: event.text, iso: event.iso, certainty: event.certainty },
  };
}
