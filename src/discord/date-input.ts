/** Dates as people type them into an option: 2022, 2022-03, 2022/3/21, 2022年3月21日. */

// Year, month and day apart by one mark each, or in Chinese; `normalize` has made full-width digits plain.
const WRITTEN = /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?)?\s*[年月日号號]?$/;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null when it is none, or none of the calendar. */
export function parseDateInput(typed: string): string | null {
  const [, year, month, day] = WRITTEN.exec(typed.normalize('NFKC').trim()) ?? [];
  if (year === undefined || Number(year) === 0) return null;
  if (month === undefined) return year;
  const inCalendar =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    (day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month))));
  if (!inCalendar) return null;
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

/** Whether a span of time that starts with `since` and ends with all of `until` holds a day at least. */
export function isInOrder(since: string, until: string): boolean {
  const precision = Math.min(since.length, until.length);
  return since.slice(0, precision) <= until.slice(0, precision);
}
