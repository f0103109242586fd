import type { Article, Receipt } from './article.js';
import { assemble, type Known } from './assemble.js';
import { receipt } from './cleaning.js';
import { decode } from './decode.js';
import { isWholePage, looksLikeJsonl, sniffFormat } from './format.js';
import { readFrontMatter } from './front-matter.js';
import { sha256Of } from './hash.js';
import { htmlText } from './html.js';
import { readJsonl, readJsonlArticle } from './jsonl.js';
import { knownFromFrontMatter, knownFromPage, mergeKnown } from './known.js';
import { type Line, textLines } from './line.js';
import { mainBlocks } from './main-content.js';
import { markdownLines } from './markdown.js';
import type { RawFile, ReadResult } from './raw-file.js';
import { UnreadableFileError } from './unreadable.js';

export { decodeEntities } from './entities.js';
export type { RawFile, ReadResult } from './raw-file.js';
export { UnreadableFileError } from './unreadable.js';

/** How much of a file is looked at to find out whether it holds an article a line. */
const FIRST_LINE = 1 << 20;

function isJsonl(raw: RawFile): boolean {
  if (/\.(?:jsonl|ndjson)$/i.test(raw.file)) return true;
  const newline = raw.bytes.indexOf(0x0a);
  const end = newline < 0 ? raw.bytes.length : newline;
  if (end > FIRST_LINE) return false;
  return looksLikeJsonl(new TextDecoder().decode(raw.bytes.subarray(0, end)));
}

/** A line of at least this length counts as running text. */
const RUNNING_LENGTH = 40;
/** Share of a page's running text that its article has at least. */
const LEAST_SHARE = 0.4;

interface Body {
  readonly lines: readonly Line[];
  readonly known: Known;
}

/** Whether enough running text is left; where it is not, the mark-up was misread and nothing is dropped by it. */
function leavesEnough(lines: readonly Line[]): boolean {
  let all = 0;
  let kept = 0;
  for (const { stretch, dropBy } of lines) {
    if (stretch.text.length < RUNNING_LENGTH) continue;
    all += stretch.text.length;
    if (dropBy === null) kept += stretch.text.length;
  }
  return kept >= all * LEAST_SHARE;
}

/** An HTML text's lines; of a whole page, those outside its article are marked to be dropped. */
function htmlBody(raw: string, start: number, known: Known): Body {
  const page = htmlText(raw, start, raw.length);
  const blocks = isWholePage(raw.slice(start)) ? mainBlocks(raw, start, raw.length, page) : null;
  const lines = page.lines.map((line): Line => {
    const outside = blocks !== null && !blocks.has(line.block);
    return outside ? { ...line, dropBy: line.dropBy ?? 'outside-main' } : line;
  });
  return {
    lines: leavesEnough(lines) ? lines : page.lines.map((line) => ({ ...line, dropBy: null })),
    known: mergeKnown(known, knownFromPage(page.head)),
  };
}

/**
 * Raw bytes to cleaned articles. The format is told by what the file holds. Throws UnreadableFileError (empty, binary,
 * bad-encoding, no-text) when the file gives no article at all.
 */
export function readArticles(raw: RawFile): ReadResult {
  if (raw.bytes.byteLength > 0 && isJsonl(raw)) return readJsonl(raw);
  const { text, warnings } = decode(raw.file, raw.bytes);
  const front = readFrontMatter(text);
  const known = knownFromFrontMatter(front.fields);
  const format = sniffFormat(text.slice(front.bodyStart), raw.file);
  const body =
    format === 'html'
      ? htmlBody(text, front.bodyStart, known)
      : {
          lines:
            format === 'markdown'
              ? markdownLines(text, front.bodyStart, text.length)
              : textLines(text, front.bodyStart),
          known,
        };
  const dropped: readonly Receipt[] =
    front.span === null ? [] : [receipt('front-matter', text.slice(...front.span), front.span)];
  const articles = assemble({
    file: raw.file,
    format,
    sha256: sha256Of(raw.bytes),
    raw: text,
    dropped,
    ...body,
  }).filter((article) => article.paragraphs.length > 0);
  if (articles.length === 0)
    throw new UnreadableFileError('no-text', raw.file, 'it holds no text of an article');
  return { articles, warnings: [...warnings, ...front.warnings] };
}

/** The one article of a file that has the id; null when there is none (any more). Throws UnreadableFileError. */
export function readArticle(raw: RawFile, id: string): Article | null {
  if (raw.bytes.byteLength > 0 && isJsonl(raw)) return readJsonlArticle(raw, id);
  return readArticles(raw).articles.find((article) => article.id === id) ?? null;
}
