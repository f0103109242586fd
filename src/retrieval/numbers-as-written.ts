/** Numbers of a Chinese question in the corpus's own writing: 9个不变 asked where the texts have 九个不变, and the reverse. */
import { chineseNumeral } from '../language/numeral-words.js';
import { parseNumeral } from '../language/numerals.js';
import { fold } from '../language/script.js';
import { documentFrequency } from './frequencies.js';
import type { TermStatistics } from './term-statistics.js';
import type { TextCounts } from './text-counts.js';

/** A small number before two characters that it counts; ordinals and dates are told apart elsewhere. */
const COUNTING =
  /(?<![\d第.:,〇零一二三四五六七八九十百千万亿])(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?=[\p{Script=Han}]{2})(?![月日号年时点分])/gu;
const MOST = 99;
/** How much of what follows must stand behind the number in the texts. */
const FOLLOWING = 2;

interface Counts {
  readonly statistics: TermStatistics;
  readonly texts: TextCounts;
}

/** The question with every number that stands in no text as typed, but in the other writing, in that one. */
export function numbersAsWritten(typed: string, counts: Counts): string {
  const folded = fold(typed);
  let text = '';
  let at = 0;
  for (const { 0: numeral, index } of folded.matchAll(COUNTING)) {
    const end = index + numeral.length;
    const other = otherWriting(numeral);
    const following = folded.slice(end, end + FOLLOWING);
    if (other === null || documentFrequency(numeral + following, counts) > 0) continue;
    if (documentFrequency(other + following, counts) === 0) continue;
    text += typed.slice(at, index) + other;
    at = end;
  }
  return text + typed.slice(at);
}

function otherWriting(numeral: string): string | null {
  const value = parseNumeral(numeral);
  if (value === null || value < 1 || value > MOST) return null;
  return /\d/u.test(numeral) ? chineseNumeral(value) : String(value);
}
