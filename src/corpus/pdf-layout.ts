/** Pieces of text on pages → lines → paragraphs; headers, footers and page numbers are told from the text. */
import type { ExtractedParagraph } from './extracted.js';
import type { PdfPage, PdfPiece } from './pdf.js';
import { needsSpace } from './whitespace.js';

/** In units of the font's size: pieces whose baselines differ less stand on one line. */
const SAME_LINE = 0.5;
/** … a gap between pieces of one line that parts words. */
const WORD_GAP = 0.2;
/** … a first line that begins so much further in than the page's others begins a paragraph. */
const INDENT = 1.2;
/** … a line that ends so much earlier than the page's others is the last of its paragraph, if its sentence ends, too. */
const SHORT_BY = 2;
/** Of the usual distance between lines: a larger one parts paragraphs. */
const PARAGRAPH_GAP = 1.4;
/** In units of the font's size: no text is set with its lines farther apart. */
const WIDEST_SPACING = 2;
/** Of the usual size: larger type is a heading. */
const HEADING_SIZE = 1.15;
/** Headings are short. */
const LONGEST_HEADING = 60;
/** Share of a page's height in which headers and footers stand, and how many lines of them there are at most. */
const MARGIN = 0.12;
const MARGIN_LINES = 3;
/** A margin's line counts as repeated when it stands on so many pages, and on this share of all. */
const LEAST_REPEATS = 3;
const REPEATED_SHARE = 0.4;

const PAGE_NUMBER =
  /^[\s\-–—·.•]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}(?:\s*页)?|\s*of\s*\d{1,4})?[\s\-–—·.•]*$|^page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/iu;
const SENTENCE_END = /[。！？!?…；;：:.”」』）)】]$/u;

interface PdfLine {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Height of its page. */
  readonly height: number;
}

/** The paragraphs of a document in reading order. */
export function paragraphsOf(pages: readonly PdfPage[]): readonly ExtractedParagraph[] {
  const lines = pages.map((page, number) => linesOf(page, number));
  const rules = marginRules(lines);
  const paragraphs: ExtractedParagraph[] = [];
  const usualSize = median(lines.flat().map(({ size }) => size));
  for (const page of lines) {
    const layout = layoutOf(page.filter((line) => !rules.has(line)));
    let open: { lines: string[]; heading: boolean; indented: boolean } | null = null;
    let last: PdfLine | null = null;
    const close = () => {
      if (open !== null) paragraphs.push({ ...open, dropBy: null });
      open = null;
    };
    for (const line of page) {
      const rule = rules.get(line);
      if (rule !== undefined) {
        close();
        paragraphs.push({ lines: [line.text], heading: false, indented: false, dropBy: rule });
        continue;
      }
      const heading = line.size > usualSize * HEADING_SIZE && line.text.length <= LONGEST_HEADING;
      const indented = line.left > layout.left + INDENT * line.size;
      const goesOn: boolean =
        open !== null && last !== null && continues(last, line, layout, { heading, indented, after: open });
      if (!goesOn) close();
      open ??= { lines: [], heading, indented };
      open.lines.push(line.text);
      last = line;
    }
    close();
  }
  return paragraphs;
}

interface Layout {
  /** Where most lines begin and end. */
  readonly left: number;
  readonly right: number;
  /** Distance between lines. */
  readonly spacing: number;
}

function layoutOf(lines: readonly PdfLine[]): Layout {
  const spacings = lines.slice(1).flatMap((line, i) => {
    const above = (lines[i]?.y ?? 0) - line.y;
    return above > 0 ? [above] : [];
  });
  return {
    left: commonest(lines.map(({ left }) => left)),
    right: Math.max(0, ...lines.map(({ right }) => right)),
    spacing: Math.min(median(spacings), WIDEST_SPACING * median(lines.map(({ size }) => size))),
  };
}

/** Whether a line belongs to the paragraph of the line before. */
function continues(
  last: PdfLine,
  line: PdfLine,
  layout: Layout,
  { heading, indented, after }: { heading: boolean; indented: boolean; after: { heading: boolean } },
): boolean {
  if (heading !== after.heading) return false;
  const distance = last.y - line.y;
  // A column or a table cell beside the last one begins higher up.
  if (distance <= 0 || distance > layout.spacing * PARAGRAPH_GAP) return false;
  if (heading) return true;
  if (indented) return false;
  const short = last.right < layout.right - SHORT_BY * last.size;
  return !(short && SENTENCE_END.test(last.text));
}

/** The lines of a page as they stand in its text. */
function linesOf({ pieces, height }: PdfPage, page: number): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let row: PdfPiece[] = [];
  const close = () => {
    const text = joined(row);
    const [first] = row;
    if (text !== '' && first !== undefined) {
      lines.push({
        text,
        page,
        left: Math.min(...row.map(({ x }) => x)),
        right: Math.max(...row.map(({ x, width }) => x + width)),
        y: first.y,
        size: Math.max(...row.map(({ size }) => size)),
        height,
      });
    }
    row = [];
  };
  for (const piece of pieces) {
    const before = row.at(-1);
    const size = Math.max(piece.size, before?.size ?? 0);
    if (before !== undefined && Math.abs(before.y - piece.y) > SAME_LINE * size) close();
    if (piece.text !== '') row.push(piece);
    if (piece.endsLine) close();
  }
  close();
  return lines;
}

function joined(row: readonly PdfPiece[]): string {
  let text = '';
  let end: number | null = null;
  for (const piece of row) {
    const apart = end !== null && piece.x - end > WORD_GAP * piece.size;
    const spaced = apart && needsSpace(text.slice(-1), piece.text.charAt(0));
    text += spaced ? ` ${piece.text}` : piece.text;
    end = piece.x + piece.width;
  }
  return text.replace(/[\r\n\f\v\u0085\u2028\u2029]/gu, ' ').trim();
}

/** Lines in the margins that are page numbers or that stand on many pages, with the rule that drops each. */
function marginRules(pages: readonly (readonly PdfLine[])[]): ReadonlyMap<PdfLine, string> {
  const top = pages.flatMap((lines) => lines.filter(isInTop).slice(0, MARGIN_LINES));
  const bottom = pages.flatMap((lines) => lines.filter(isInBottom).slice(-MARGIN_LINES));
  const rules = new Map<PdfLine, string>();
  for (const [lines, rule] of [
    [top, 'page-header'],
    [bottom, 'page-footer'],
  ] as const) {
    const pagesOf = new Map<string, Set<number>>();
    for (const line of lines)
      pagesOf.set(shape(line), (pagesOf.get(shape(line)) ?? new Set()).add(line.page));
    for (const line of lines) {
      const repeats = pagesOf.get(shape(line))?.size ?? 0;
      if (PAGE_NUMBER.test(line.text)) rules.set(line, 'page-number');
      else if (repeats >= LEAST_REPEATS && repeats >= pages.length * REPEATED_SHARE) rules.set(line, rule);
    }
  }
  return rules;
}

function isInTop({ y, height }: PdfLine): boolean {
  return y > height * (1 - MARGIN);
}

function isInBottom({ y, height }: PdfLine): boolean {
  return y < height * MARGIN;
}

/** The same for lines that differ in a number only. */
function shape({ text }: PdfLine): string {
  return text.replace(/\d+/gu, '#').replace(/\s+/gu, '');
}

/** The value that most share, to whole points. */
function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? 0;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
