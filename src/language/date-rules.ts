/** What date rules are, and how they are run over a text. */

export type DateKind =
  | 'absolute'
  | 'month-day'
  | 'month'
  | 'day'
  | 'relative'
  | 'year'
  | 'year-month'
  | 'decade'
  | 'century'
  | 'time-of-day'
  | 'duration'
  | 'range';

/** What a rule makes of a match; null when it is no date after all (30 February). */
export interface DateReading {
  readonly kind: DateKind;
  readonly iso: string | null;
  /** End of a range, else null. */
  readonly until: string | null;
  /** `HH:MM` or `HH:MM:SS` when a clock time is given, else null. */
  readonly time: string | null;
}

export interface DateRule {
  readonly pattern: RegExp;
  /** What every match has, so that a text without it need not be searched. */
  readonly needs?: readonly string[];
  /** Of these every match has one at least. */
  readonly oneOf?: readonly string[];
  read(groups: Readonly<Record<string, string | undefined>>): DateReading | null;
}

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

/** As `text.matchAll(pattern)`, which makes a pattern of its own first. */
function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return matches;
}

/** Runs every rule; where matches overlap the earlier one wins, then the longer, then the earlier rule. */
export function applyDateRules(text: string, rules: readonly DateRule[]): DateMention[] {
  const found: (DateMention & { rank: number })[] = [];
  rules.forEach((rule, rank) => {
    if (rule.needs?.every((part) => text.includes(part)) === false) return;
    if (rule.oneOf?.some((part) => text.includes(part)) === false) return;
    for (const match of matchesOf(rule.pattern, text)) {
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
