import type { Receipt, Span } from './article.js';
import { findCloaks, isHabit, uncloaked } from './cloaking.js';
import type { Line } from './line.js';
import type { Stretch } from './stretch.js';
import { tidied } from './whitespace.js';

const LONGEST_RECEIPT = 200;

/** A receipt for a stretch of the raw text. */
export function receipt(rule: string, text: string, span: Span): Receipt {
  return { rule, text: text.slice(0, LONGEST_RECEIPT), span };
}

/** The raw place of a span of a stretch's text. */
function rawSpanOf(stretch: Stretch, [start, end]: Span): Span {
  const at = (offset: number): number => {
    const run = stretch.runs.findLast((candidate) => candidate.at <= offset);
    return run === undefined ? 0 : run.raw + Math.min(offset - run.at, run.rawLength);
  };
  return [at(start), at(end - 1) + 1];
}

/** A line as cleaning leaves it, with receipts for what went. */
export interface CleanLine extends Line {
  readonly receipts: readonly Receipt[];
}

/** Undoes the cloaking of all lines and drops the white space that says nothing. */
export function cleanLines(lines: readonly Line[]): readonly CleanLine[] {
  const habit = isHabit(lines.flatMap((line) => findCloaks(line.stretch.text)));
  return lines.map((line): CleanLine => {
    const { stretch, removed } = uncloaked(line.stretch, habit);
    const receipts = removed.map((span) =>
      receipt('pinyin-cloaking', line.stretch.text.slice(...span), rawSpanOf(line.stretch, span)),
    );
    return { ...line, stretch: tidied(stretch), receipts };
  });
}
