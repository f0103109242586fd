/** Chinese dates with their year. */
import type { DateRule } from './date-rules.js';
import {
  HAN_DIGIT,
  MONTH,
  NOT_A_SPAN,
  none,
  number,
  reading,
  SEASON,
  SOLAR_ERA,
  TIME,
  TWO,
  YEAR,
  yearOf,
} from './date-words.js';

/** Year, month and day by numbers or year, month and day in words. */
export const FULL_DATES: readonly DateRule[] = [
  {
    needs: ['年', '月'],
    pattern: new RegExp(
      `${YEAR} ?${MONTH} ?(?<day>${TWO}|初${TWO}) ?[日号]?(?![0-9${HAN_DIGIT}])${TIME}`,
      'gu',
    ),
    read: (g) => {
      const year = yearOf(g);
      if (g.era !== undefined && !SOLAR_ERA.test(g.era)) return reading('year', { ...none, year });
      return reading('absolute', { year, month: number(g.month), day: number(g.day?.replace('初', '')) }, g);
    },
  },
  {
    oneOf: ['-', '/', '.'],
    pattern:
      /(?<![0-9.\-/])(?<year>[12][0-9]{3})(?<mark>[-/.])(?<month>[0-9]{1,2})\k<mark>(?<day>[0-9]{1,2})(?![0-9\-/]|\.[0-9])(?:[t ]{1,4}(?<hour>[0-9]{1,2}):(?<clockMinute>[0-5][0-9])(?::(?<second>[0-5][0-9]))?)?/giu,
    read: (g) => reading('absolute', { year: number(g.year), month: number(g.month), day: number(g.day) }, g),
  },
  {
    needs: ['年', '月'],
    pattern: new RegExp(`${YEAR} ?${MONTH}(?:[初底末]|上旬|中旬|下旬|间)?(?! ?(?:[0-9]{1,2} ?[日号]))`, 'gu'),
    read: (g) => {
      const year = yearOf(g);
      if (g.era !== undefined && !SOLAR_ERA.test(g.era)) return reading('year', { ...none, year });
      return reading('year-month', { year, month: number(g.month), day: null });
    },
  },
  {
    oneOf: ['-', '/'],
    pattern: /(?<![0-9.\-/])(?<year>[12][0-9]{3})[-/](?<month>0[1-9])(?![0-9\-/.]|赛季|年|学年|球季)/gu,
    read: (g) => reading('year-month', { year: number(g.year), month: number(g.month), day: null }),
  },
  {
    needs: ['年'],
    pattern: new RegExp(`${YEAR}(?:${SEASON})?(?! ?[${HAN_DIGIT}0-9]{1,2} ?月|代)${NOT_A_SPAN}`, 'gu'),
    read: (g) => reading('year', { ...none, year: yearOf(g) }),
  },
  {
    needs: ['年'],
    pattern: new RegExp(
      `(?<![0-9${HAN_DIGIT}百千万余多第.,\\-])(?<year>[1-9][0-9]{2}) ?年(?:${SEASON})?${NOT_A_SPAN}(?!前|后|内|代|的|时|左右|余|多|之)`,
      'gu',
    ),
    read: (g) => reading('year', { ...none, year: number(g.year) }),
  },
];
