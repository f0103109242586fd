/**
 * Text that was taken out of a PDF or a Word file: the lines as they stood, and which of them make a paragraph. The
 * text is kept with its articles, because there is no other text into which their offsets could point.
 */
import { type Line, trimmed } from './line.js';
import { concat, verbatim } from './stretch.js';
import { needsSpace } from './whitespace.js';

/** One or several lines that belong together. */
export interface ExtractedParagraph {
  readonly lines: readonly string[];
  readonly heading: boolean;
  /** Its first line begins further in than the others. */
  readonly indented: boolean;
  /** The rule by which it is no part of the article, else null. */
  readonly dropBy: string | null;
}

export interface ExtractedText {
  /** Every line, in order, with a line break after each. */
  readonly text: string;
  readonly lines: readonly Line[];
}

/** Writes the lines one below the other and remembers where each paragraph's stand. */
export function writeExtracted(paragraphs: readonly ExtractedParagraph[]): ExtractedText {
  const text: string[] = [];
  const spans: (readonly [number, number])[][] = [];
  let at = 0;
  for (const { lines } of paragraphs) {
    spans.push(
      lines.map((line, i) => {
        // Words of other scripts that a line break keeps apart need a space where it is taken out.
        const next = lines[i + 1];
        const written = next !== undefined && needsSpace(line.slice(-1), next.charAt(0)) ? `${line} ` : line;
        const start = at;
        text.push(written, '\n');
        at += written.length + 1;
        return [start, start + written.length] as const;
      }),
    );
  }
  const whole = text.join('');
  const lines = paragraphs.flatMap(({ heading, indented, dropBy }, i): Line[] => {
    const stretch = trimmed(concat((spans[i] ?? []).map(([start, end]) => verbatim(whole, start, end))));
    return stretch.text === '' ? [] : [{ stretch, gap: 2, indented, heading, dropBy }];
  });
  return { text: whole, lines };
}
