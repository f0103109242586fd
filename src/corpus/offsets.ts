import type { Article, Paragraph, Run, Span } from './article.js';
import { decode } from './decode.js';
import { jsonlTexts } from './jsonl-texts.js';
import type { RawFile } from './raw-file.js';
import { isVerbatim } from './stretch.js';

/** Index of the run in which a text offset lies. */
function runAt(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Half-open raw slices of a part of a paragraph: decoded (for HTML, each with `decodeEntities`) and joined they are
 * `paragraph.text.slice(...range)`. Slices that touch are merged. An entity that decodes to several code units is
 * never cut: the slice then holds all of it.
 */
export function rawSpans(paragraph: Paragraph, range: Span): readonly Span[] {
  const [start, end] = [Math.max(0, range[0]), Math.min(paragraph.text.length, range[1])];
  if (start >= end) return [];
  const spans: [number, number][] = [];
  for (let i = runAt(paragraph.runs, start); i < paragraph.runs.length; i++) {
    const run = paragraph.runs[i];
    if (run === undefined || run.at >= end) break;
    const from = isVerbatim(run) ? Math.max(start, run.at) - run.at : 0;
    const to = isVerbatim(run) ? Math.min(end, run.at + run.length) - run.at : run.rawLength;
    const last = spans.at(-1);
    if (last !== undefined && last[1] === run.raw + from) last[1] = run.raw + to;
    else spans.push([run.raw + from, run.raw + to]);
  }
  return spans;
}

/**
 * The text into which an article's spans point: the decoded file (its BOM counted), or for an article of a .jsonl its
 * parsed `text`, and for one of a PDF or Word file the text that was taken out of it. Throws UnreadableFileError when the bytes cannot be decoded; empty when the line is no longer there.
 */
export function rawTextOf(raw: RawFile, article: Article): string {
  if (article.extracted !== undefined) return article.extracted;
  if (article.format === 'jsonl') return jsonlTexts(raw).get(article.id) ?? '';
  return decode(raw.file, raw.bytes).text;
}
