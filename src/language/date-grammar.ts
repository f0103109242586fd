/** How dates are written in Chinese: one rule a way of writing, each a linear pattern and its reading. */
import type { DateRule } from './date-rules.js';
import { LONG_SPANS, RANGES, TIMES } from './date-spans.js';
import { FULL_DATES } from './full-dates.js';
import { PARTIAL_DATES, RELATIVE_DATES } from './partial-dates.js';

/** In order of preference where two match the same stretch. */
export const CHINESE_DATE_RULES: readonly DateRule[] = [
  ...RANGES,
  ...FULL_DATES,
  ...PARTIAL_DATES,
  ...LONG_SPANS,
  ...RELATIVE_DATES,
  ...TIMES,
];
