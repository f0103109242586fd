import type { Span } from './article.js';
import { type Stretch, without } from './stretch.js';

/** Marks of no width; the joiners U+200C and U+200D stay, emoji and other scripts need them. */
const WIDTHLESS = /[\u200b\u2060\ufeff\u00ad\u180e]/;
/** What calls for a closer look: two blanks in a row, a line break, or a mark of no width. */
const UNTIDY = /\s\s|[\n\r\u2028\u2029\u0085\u200b\u2060\ufeff\u00ad\u180e]/;
const BLANKS = /[\s\u200b\u2060\ufeff\u00ad\u180e]+/g;
const LINE_BREAK = /[\n\r\u2028\u2029\u0085]/;
/** Letters and digits of scripts that separate words by spaces. */
const WORD = /[\p{L}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether two characters would run together into one word if nothing stood between them. */
export function needsSpace(before: string, after: string): boolean {
  const spaced = (character: string): boolean => WORD.test(character) && !UNSPACED.test(character);
  return (spaced(before) || /[,.;:!?)\]%]/.test(before)) && (spaced(after) || /[([]/.test(after));
}

/** Which part of one stretch of blanks goes: all but one blank, and that too where a line break stands between Chinese. */
function surplus(text: string, start: number, end: number): readonly Span[] {
  const blanks = text.slice(start, end);
  const broken = LINE_BREAK.test(blanks);
  const apart = needsSpace(text.charAt(start - 1), text.charAt(end));
  if (broken && !apart) return [[start, end]];
  let keep = blanks.search(/[^\S\n\r\u2028\u2029\u0085]/);
  while (keep >= 0 && WIDTHLESS.test(blanks.charAt(keep))) keep = keep + 1 < blanks.length ? keep + 1 : -1;
  if (keep < 0) keep = broken ? blanks.search(LINE_BREAK) : -1;
  if (keep < 0) return [[start, end]];
  return (
    [
      [start, start + keep],
      [start + keep + 1, end],
    ] as const
  ).filter(([from, to]) => from < to);
}

/**
 * Deletes white space that says nothing: one blank stays of several, none at a line break between Chinese characters.
 * Between Latin words one stays, the line break itself when there is no other.
 */
export function tidied(stretch: Stretch): Stretch {
  if (!UNTIDY.test(stretch.text)) return stretch;
  const spans: Span[] = [];
  for (const match of stretch.text.matchAll(BLANKS)) {
    if (!UNTIDY.test(match[0])) continue;
    spans.push(...surplus(stretch.text, match.index, match.index + match[0].length));
  }
  return without(stretch, spans);
}
