/** Chinese decades, centuries, ranges, times of day and durations. */
import { isoOf } from './calendar.js';
import type { DateRule } from './date-rules.js';
import {
  CLOCK,
  FOUR,
  type Groups,
  HAN_DIGIT,
  MONTH,
  none,
  number,
  PART,
  reading,
  SPAN,
  TWO,
  timeOf,
  vague,
  YEAR,
  yearOf,
} from './date-words.js';

const CENTURY = `(?:(?<before>公元前|西元前|前)|公元)?(?<![0-9${HAN_DIGIT}])(?<century>${TWO}) ?世纪`;

/** Decades and centuries. */
export const LONG_SPANS: readonly DateRule[] = [
  {
    needs: ['年代'],
    pattern: new RegExp(
      `(?:${CENTURY} ?|(?<last>上世纪|上个世纪|本世纪))?(?<![0-9.,])(?<decade>[0-9]{4}|[0-9]{2}|[${HAN_DIGIT}]{2}) ?年代(?:初期?|中期?|末期?|后期|早期|前期|晚期)?`,
      'gu',
    ),
    read: (g) => vague('decade', decadeIso(g)),
  },
  {
    needs: ['世纪'],
    pattern: new RegExp(
      `${CENTURY}(?:初期?|中期|中叶|末期?|末叶|后期|早期|前期|晚期|上半叶|下半叶|前半叶|后半叶)?`,
      'gu',
    ),
    read: (g) => {
      const century = number(g.century);
      return century === null || g.before !== undefined
        ? vague('century')
        : vague('century', `${String(century - 1).padStart(2, '0')}XX`);
    },
  },
];

function decadeIso({ century, decade = '', last }: Groups): string | null {
  if (/^[0-9]{4}$/.test(decade)) return `${decade.slice(0, 3)}X`;
  const tens = (number(decade) ?? 0) / 10;
  const hundreds = last?.startsWith('上') ? 20 : last === undefined ? number(century) : 21;
  return hundreds === null || !Number.isInteger(tens) ? null : `${hundreds - 1}${tens}X`;
}

/** A place that begins with none of this is passed over before anything else is looked at. */
const BEGINS_COUNT = `(?=[0-9${HAN_DIGIT}两半百千数几])`;
const COUNT = `${BEGINS_COUNT}(?<![0-9${HAN_DIGIT}第.])(?!(?:1[0-9]|20)[0-9]{2} ?年(?!${SPAN}))(?:[0-9]{1,9}(?:\\.[0-9]{1,9})?|[${HAN_DIGIT}两半百千数几]{1,5})(?: ?[多余几])?`;

/** Times of day and durations. */
export const TIMES: readonly DateRule[] = [
  {
    oneOf: ['时', '点', ':'],
    pattern: new RegExp(
      `(?<part>${PART}) ?${CLOCK}|(?<![0-9:.])(?<part2>)(?<h>[01]?[0-9]|2[0-4]):(?<m>[0-5][0-9])(?::(?<s>[0-5][0-9]))?(?![0-9:.])|(?<![0-9:.第])(?<hourOnly>[0-9]{1,2}) ?时(?: ?(?<minuteOnly>[0-9]{1,2}) ?分)?(?![间期代任常候段])`,
      'gu',
    ),
    read: (g) => {
      const hour = g.hour ?? g.h ?? g.hourOnly;
      const time = timeOf({
        ...g,
        hour,
        clockMinute: g.clockMinute ?? g.m ?? g.minuteOnly,
        second: g.second ?? g.s,
      });
      return time === undefined || time === null ? null : vague('time-of-day', null, time);
    },
  },
  {
    oneOf: ['月', '周', '期', '时', '分', '秒', '天', '年', '日'],
    pattern: new RegExp(
      `${COUNT} ?(?:个半?月|周年?|个?星期|个?小时|分钟|秒钟?|天(?!竺|津|河|山|主|文|下)|年半?|日(?=内|间|后|以内|之内))(?:以内|之内|内|以上|左右|之久|来|间|后)?`,
      'gu',
    ),
    read: () => vague('duration'),
  },
];

/** From one year, day or month to another, the first without its unit. */
export const RANGES: readonly DateRule[] = [
  {
    needs: ['年'],
    pattern: new RegExp(`(?<![0-9.,\\-])(?<year>${FOUR}) ?年? ?[-–—~至到] ?(?<untilYear>${FOUR}) ?年`, 'gu'),
    read: (g) => {
      const until = isoOf({ ...none, year: number(g.untilYear) });
      return until === null ? null : reading('range', { ...none, year: number(g.year) }, {}, until);
    },
  },
  {
    needs: ['月'],
    pattern: new RegExp(
      `(?:${YEAR} ?)?(?<![0-9${HAN_DIGIT}])${MONTH} ?(?<day>${TWO}) ?[日号]? ?[-–—~至到] ?(?<untilDay>${TWO}) ?[日号]`,
      'gu',
    ),
    read: (g) => {
      const date = { year: yearOf(g), month: number(g.month), day: number(g.day) };
      const until = isoOf({ ...date, day: number(g.untilDay) });
      return until === null ? null : reading('range', date, {}, until);
    },
  },
  {
    needs: ['月'],
    pattern: new RegExp(
      `(?<![0-9年月第.${HAN_DIGIT}])(?<month>[0-9]{1,2}) ?月? ?[-–—~至到] ?(?<untilMonth>[0-9]{1,2}) ?月(?![0-9 ])`,
      'gu',
    ),
    read: (g) => {
      const until = isoOf({ ...none, month: number(g.untilMonth) });
      return until === null ? null : reading('range', { ...none, month: number(g.month) }, {}, until);
    },
  },
];
