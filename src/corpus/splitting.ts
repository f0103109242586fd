import { readCredits } from './credits.js';
import type { Line } from './line.js';
import { isDateline, isHeadline, isItem, isProse } from './line-kind.js';

/** Lines that a headline may have with its kicker and subtitles. */
const MOST_HEADLINES = 5;
/** Shorter lines are no headline of an article. */
const SHORTEST_HEADLINE = 6;

/** Where the head of the article whose dateline stands at `dateline` begins, or null when nothing like a headline stands before it. */
function headOf(lines: readonly Line[], from: number, dateline: number): number | null {
  const textAt = (index: number): string => lines[index]?.stretch.text ?? '';
  let start = dateline;
  while (start - 1 > from && !isProse(textAt(start - 1)) && readCredits(textAt(start - 1)) !== null)
    start -= 1;
  const last = start;
  while (last - start < MOST_HEADLINES && start - 1 > from) {
    const text = textAt(start - 1);
    if (isProse(text) || !isHeadline(text) || isItem(text) || readCredits(text) !== null) break;
    start -= 1;
  }
  const headlines = lines.slice(start, last).some((line) => line.stretch.text.length >= SHORTEST_HEADLINE);
  return headlines ? start : null;
}

/**
 * Cuts a file's lines where a new article begins: at a headline that is followed by a dateline (本报讯(…) and comes after
 * another article's text. A dateline without a headline, and 又讯, belong to the article before.
 */
export function splitArticles<L extends Line>(lines: readonly L[]): readonly (readonly L[])[] {
  const starts = [0];
  let prose = false;
  for (const [index, line] of lines.entries()) {
    const { text } = line.stretch;
    if (prose && isDateline(text)) {
      const head = headOf(lines, starts.at(-1) ?? 0, index);
      if (head !== null) starts.push(head);
    }
    prose ||= isProse(text) && readCredits(text) === null;
  }
  return starts.map((start, i) => lines.slice(start, starts[i + 1]));
}
