/** Finds dates in texts; what they mean beside an anchor is date-resolution's part. */
import { CHINESE_DATE_RULES, type DateKind, type DateReading, type DateRule } from './date-grammar.js';

export type { DateKind } from './date-grammar.js';
export { resolveDate } from './date-resolution.js';
export { findEnglishDates } from './english-dates.js';

export interface DateMention extends DateReading {
  /** As written on the layer that was searched. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: DateKind;
  /**
   * `YYYY-MM-DD`, `YYYY-MM`, `YYYY` (`-0221` for 公元前221年), `--MM-DD`, `--MM`, `---DD`, a decade `199X`, a century
   * `18XX`; null when the text gives no number (昨日). Of a range its beginning.
   */
  readonly iso: string | null;
}

/** Runs every rule; where matches overlap the earlier one wins, then the longer, then the earlier rule. */
export function applyDateRules(text: string, rules: readonly DateRule[]): DateMention[] {
  const found: (DateMention & { rank: number })[] = [];
  rules.forEach((rule, rank) => {
    for (const match of text.matchAll(rule.pattern)) {
      const reading = rule.read(match.groups ?? {});
      const written = match[0].trimEnd();
      if (reading === null || written === '') continue;
      found.push({ ...reading, text: written, start: match.index, end: match.index + written.length, rank });
    }
  });
  found.sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank);
  const kept: DateMention[] = [];
  let end = 0;
  for (const { rank: _, ...mention } of found) {
    if (mention.start < end) continue;
    kept.push(mention);
    end = mention.end;
  }
  return kept;
}

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
