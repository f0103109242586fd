/** Finds dates in texts; what they mean beside an anchor is date-resolution's part. */
import { CHINESE_DATE_RULES } from './date-grammar.js';
import { applyDateRules, type DateKind, type DateMention } from './date-rules.js';

export { resolveDate } from './date-resolution.js';
export type { DateMention } from './date-rules.js';
export { findEnglishDates } from './english-dates.js';

const CONNECTOR = /^ ?(?:至|到|起至|-|–|—|~|～) ?$/;
const JOINABLE = new Set<DateKind>(['absolute', 'month-day', 'year-month', 'year', 'month', 'day']);
const LONGEST_CONNECTOR = 4;

/** 2021年8月4日至9月3日: two dates with nothing but a connector between them are one range. */
function joinRanges(text: string, mentions: readonly DateMention[]): DateMention[] {
  const joined: DateMention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : mention.start - last.end;
    const joins =
      last !== undefined &&
      gap <= LONGEST_CONNECTOR &&
      JOINABLE.has(last.kind) &&
      JOINABLE.has(mention.kind) &&
      CONNECTOR.test(text.slice(last.end, mention.start));
    if (!joins) {
      joined.push(mention);
      continue;
    }
    const range = {
      ...last,
      kind: 'range',
      until: mention.iso,
      end: mention.end,
      text: text.slice(last.start, mention.end),
    } as const;
    joined[joined.length - 1] = range;
  }
  return joined;
}

/** Every date, time and duration of a folded Chinese text, in order, without overlaps; impossible dates are left out. */
export function findDates(folded: string): DateMention[] {
  return joinRanges(folded, applyDateRules(folded, CHINESE_DATE_RULES));
}
