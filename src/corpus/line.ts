import { cut, EMPTY, type Stretch, verbatim } from './stretch.js';

/** A line of a text, or a block of a marked-up one, before it is known what it is. */
export interface Line {
  /** Without the white space around it; never empty. */
  readonly stretch: Stretch;
  /** Line breaks between the line before and this one: 1 is the next line, 2 and more leave blank lines between. */
  readonly gap: number;
  /** It begins with white space of a paragraph's first line. */
  readonly indented: boolean;
  /** The mark-up makes it a heading. */
  readonly heading: boolean;
  /** A rule that the mark-up already decided: the line is no part of the article, though its credits may be read. */
  readonly dropBy: string | null;
}

/** What is no character of the text: white space of every kind, and marks of no width (not the joiners of emoji). */
const BLANK = /[\s\u200b\u2060\ufeff\u00ad\u180e]/;
const LINE = /[^\r\n\u2028\u2029\u0085\f\v]+/g;
/** Spaces before a line that make it a new paragraph; a single one is a stray. */
const INDENT = 2;

/** The stretch without white space at its ends. Linear. */
export function trimmed(stretch: Stretch): Stretch {
  let start = 0;
  let end = stretch.text.length;
  while (start < end && BLANK.test(stretch.text.charAt(start))) start += 1;
  while (end > start && BLANK.test(stretch.text.charAt(end - 1))) end -= 1;
  return start === end ? EMPTY : cut(stretch, start, end);
}

/** Whether the white space before a line's text is an indent. */
export function isIndent(space: string): boolean {
  return space.includes('\u3000') || [...space].filter((char) => char !== '\ufeff').length >= INDENT;
}

function breaksIn(between: string): number {
  return between.match(/\r\n|[\r\n\u2028\u2029\u0085\f\v]/g)?.length ?? 0;
}

/** The lines of raw [start, end) that hold more than white space. */
export function textLines(raw: string, start = 0, end: number = raw.length): readonly Line[] {
  const lines: Line[] = [];
  const body = start === 0 && end === raw.length ? raw : raw.slice(start, end);
  let gap = 0;
  let last = 0;
  for (const match of body.matchAll(LINE)) {
    gap += breaksIn(body.slice(last, match.index));
    last = match.index + match[0].length;
    const stretch = trimmed(verbatim(raw, start + match.index, start + last));
    const first = stretch.runs[0];
    if (first === undefined) continue;
    const indented = isIndent(body.slice(match.index, first.raw - start));
    lines.push({
      stretch,
      gap: lines.length === 0 ? Math.max(2, gap) : gap,
      indented,
      heading: false,
      dropBy: null,
    });
    gap = 0;
  }
  return lines;
}
