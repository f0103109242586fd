/** Calendar arithmetic on plain numbers and ISO strings; no time zones, no clock. */

/** A date as far as it is known. Years before the common era are negative (公元前221年 is -221; there is no year 0). */
export interface CalendarDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

const MILLISECONDS_A_DAY = 86_400_000;
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Later years are no dates but counts (3000年历史). */
const LAST_YEAR = 2200;

/** Whether the parts that are known can be together: no 13th month, no 30 February, 29 February only in leap years. */
export function isPossible({ year, month, day }: CalendarDate): boolean {
  if (year !== null && (year === 0 || year > LAST_YEAR)) return false;
  if (month !== null && (month < 1 || month > 12)) return false;
  if (day === null) return true;
  if (day < 1 || day > (month === null ? 31 : (DAYS_OF_MONTH[month - 1] ?? 0))) return false;
  if (month !== 2 || day !== 29 || year === null || year < 0) return true;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** `2022-03-21`, `2022-03`, `2022`, `--03-21`, `--03`, `---21`, `-0221`; null when nothing is known or it is impossible. */
export function isoOf(date: CalendarDate): string | null {
  const { year, month, day } = date;
  if (!isPossible(date) || (year === null && month === null && day === null)) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  if (year === null && month === null) return `---${two(day ?? 0)}`;
  const monthAndDay = month === null ? '' : `-${two(month)}${day === null ? '' : `-${two(day)}`}`;
  if (year === null) return `-${monthAndDay}`;
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}${monthAndDay}`;
}

/** Reads what `isoOf` writes; a time after `T` is ignored. Null for anything else. */
export function parseIso(iso: string): CalendarDate | null {
  const match = /^(?:(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})(?:-(\d{2}))?|---(\d{2}))(?:$|[T ])/.exec(
    iso,
  );
  if (match === null) return null;
  const [, year, month, day, bareMonth, monthDay, bareDay] = match;
  const number = (text: string | undefined) => (text === undefined ? null : Number(text));
  return { year: number(year), month: number(month ?? bareMonth), day: number(day ?? monthDay ?? bareDay) };
}

export interface FullDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The date when all of it is known. */
export function asFullDate({ year, month, day }: CalendarDate): FullDate | null {
  return year === null || month === null || day === null ? null : { year, month, day };
}

function dayNumber({ year, month, day }: FullDate): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / MILLISECONDS_A_DAY);
}

export function addDays(date: FullDate, days: number): FullDate {
  const moved = new Date((dayNumber(date) + days) * MILLISECONDS_A_DAY);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** Days from `a` to `b`, negative when `b` is earlier. */
export function daysBetween(a: FullDate, b: FullDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: FullDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The same month counted on or back, without a day. */
export function addMonths(year: number, month: number, months: number): { year: number; month: number } {
  const count = year * 12 + (month - 1) + months;
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
}

/** Whether two dates, each as far as it is known, can be the same day: `--03-21` fits `2022-03-21` and `2022-03`. */
export function datesAgree(one: string, other: string): boolean {
  const [a, b] = [dateFields(one), dateFields(other)];
  return (
    [0, 1, 2].every((i) => a[i] === null || b[i] === null || a[i] === b[i]) &&
    [0, 1, 2].some((i) => a[i] !== null && a[i] === b[i])
  );
}

function dateFields(iso: string): readonly (string | null)[] {
  const match = /^(-?\d{4}|-)-?(\d{2}|-)?-?(\d{2})?/u.exec(iso);
  if (iso.startsWith('---')) return [null, null, iso.slice(3, 5)];
  if (iso.startsWith('--')) return [null, iso.slice(2, 4), iso.slice(5, 7) || null];
  return [match?.[1] ?? null, match?.[2] ?? null, match?.[3] ?? null];
}
