/** Dates in English questions and texts. */
import { isoOf } from './calendar.js';
import {
  applyDateRules,
  type DateKind,
  type DateMention,
  type DateReading,
  type DateRule,
} from './date-rules.js';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH = `(?<month>${MONTHS.map((m) => (m.length > 4 ? `${m}|${m.slice(0, 3)}\\.?` : m)).join('|')}|sept\\.?)`;
const DAY = '(?<day>[0-9]{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?<year>[12][0-9]{3})';
const LEFT = '(?<![\\p{L}\\d.,/-])';
const RIGHT = '(?![\\p{L}\\d]|[.,/-]\\d)';
const WEEKDAYS = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';

type Groups = Readonly<Record<string, string | undefined>>;

function monthOf({ month }: Groups): number | null {
  if (month === undefined) return null;
  return MONTHS.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3))) + 1;
}

function read(kind: DateKind, groups: Groups): DateReading | null {
  const number = (text: string | undefined) => (text === undefined ? null : Number(text));
  const iso = isoOf({ year: number(groups.year), month: monthOf(groups), day: number(groups.day) });
  return iso === null ? null : { kind, iso, until: null, time: null };
}

function rule(source: string, reader: (groups: Groups) => DateReading | null, flags = 'giu'): DateRule {
  return { pattern: new RegExp(source, flags), read: reader };
}

const vague = (kind: DateKind, iso: string | null = null): DateReading => ({
  kind,
  iso,
  until: null,
  time: null,
});

function beforeChrist(groups: Groups): DateReading | null {
  const iso = isoOf({ year: -Number(groups.bc), month: null, day: null });
  return iso === null ? null : vague('year', iso);
}

const RULES: readonly DateRule[] = [
  rule(`${LEFT}${MONTH} ${DAY}(?:,? ${YEAR})${RIGHT}`, (g) => read('absolute', g)),
  rule(`${LEFT}(?:the )?${DAY}(?: of)? ${MONTH}(?:,? ${YEAR})${RIGHT}`, (g) => read('absolute', g)),
  rule(
    `${LEFT}${YEAR}(?<mark>[-/.])(?<monthNumber>[0-9]{1,2})\\k<mark>${DAY}(?![\\d/-])`,
    ({ year, monthNumber, day }) => {
      const iso = isoOf({ year: Number(year), month: Number(monthNumber), day: Number(day) });
      return iso === null ? null : vague('absolute', iso);
    },
  ),
  rule(`${LEFT}${MONTH} ${DAY}${RIGHT}`, (g) => read('month-day', g)),
  rule(`${LEFT}(?:the )?${DAY}(?: of)? ${MONTH}${RIGHT}`, (g) => read('month-day', g)),
  rule(`${LEFT}${MONTH},? ${YEAR}${RIGHT}`, (g) => read('year-month', g)),
  rule(
    `(?<=\\b(?:in|since|during|by|until|till|of|from|early|late|mid|this|last|next)[ -])${MONTH}${RIGHT}`,
    (g) => read('month', g),
  ),
  rule(`${LEFT}(?<bc>[0-9]{1,4}) ?(?:b\\.?c\\.?e?\\.?)(?![\\p{L}\\d])`, beforeChrist),
  rule(
    `${LEFT}(?:a\\.?d\\.? ?(?<ad>[0-9]{1,4})|(?<adAfter>[0-9]{1,4}) ?(?:a\\.?d\\.?|c\\.?e\\.?))${RIGHT}`,
    ({ ad, adAfter }) => {
      const iso = isoOf({ year: Number(ad ?? adAfter), month: null, day: null });
      return iso === null ? null : vague('year', iso);
    },
  ),
  rule(
    `${LEFT}(?:between|from) (?<year>[12][0-9]{3}) (?:and|to|until) (?<until>[12][0-9]{3})${RIGHT}`,
    ({ year, until }) =>
      year === undefined || until === undefined ? null : { kind: 'range', iso: year, until, time: null },
  ),
  rule(`${LEFT}(?:the )?(?<decade>[12][0-9]{2})0['’]?s(?![\\p{L}\\d])`, ({ decade }) =>
    vague('decade', `${decade}X`),
  ),
  rule(
    `${LEFT}(?:the )?(?<century>[0-9]{1,2})(?:st|nd|rd|th)[ -]century(?<before> b\\.?c\\.?e?)?`,
    ({ century, before }) =>
      vague('century', before === undefined ? `${String(Number(century) - 1).padStart(2, '0')}XX` : null),
  ),
  rule(
    `(?<=\\b(?:in|since|during|by|until|till|from|before|after|early|late|mid|year|years)[ -])${YEAR}(?![\\p{L}\\d%]|[.,:/-]\\d)|${LEFT}(?<year2>(?:19|20)[0-9]{2})(?![\\p{L}\\d%]|[.,:/-]\\d)`,
    (g) => read('year', { year: g.year ?? g.year2 }),
  ),
  rule(
    `${LEFT}the (?<day>[0-9]{1,2})(?:st|nd|rd|th)(?=$|[?.,;!]|\\s*$| (?:of (?:this|the|that) month|at|in the|did|was|were))`,
    (g) => read('day', g),
  ),
  rule(
    `\\b(?:yesterday|today|tomorrow|tonight|the day before yesterday|(?:last|this|next) (?:year|month|week|night|${WEEKDAYS})|the (?:same|previous|following) (?:day|month|year)|(?:on )?(?:${WEEKDAYS}))\\b`,
    () => vague('relative'),
  ),
];

/** Every date of an English text, in order: March 21 (2022), 21 March, March 2022, in 2022, the 21st, 1990s, 221 BC, yesterday. */
export function findEnglishDates(text: string): DateMention[] {
  return applyDateRules(text, RULES);
}
