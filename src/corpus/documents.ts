/** PDF and Word files → articles. What can be told only by taking a file apart takes time and memory: see library/document-reader.ts. */
import type { ArticleFormat } from './article.js';
import { assemble } from './assemble.js';
import { NO_CREDITS } from './credits.js';
import { documentKind } from './document-kind.js';
import { type ExtractedParagraph, writeExtracted } from './extracted.js';
import { sha256Of } from './hash.js';
import { PdfError, readPdf } from './pdf.js';
import { paragraphsOf } from './pdf-layout.js';
import type { RawFile, ReadResult } from './raw-file.js';
import { UnreadableFileError } from './unreadable.js';
import { readWord, WordError } from './word.js';

/** How long the pages of a PDF may take. */
const PATIENCE_MS = 20_000;

/** The articles of a PDF or Word file. Throws UnreadableFileError: damaged, encrypted, too-large, too-slow, scanned, no-text. */
export async function readDocument(raw: RawFile): Promise<ReadResult> {
  const format = documentKind(raw) ?? 'docx';
  try {
    const paragraphs =
      format === 'pdf'
        ? paragraphsOf(await readPdf(raw.bytes, performance.now() + PATIENCE_MS))
        : await readWord(raw.bytes);
    return articlesOf(raw, format, paragraphs);
  } catch (error) {
    if (!(error instanceof PdfError || error instanceof WordError)) throw error;
    throw new UnreadableFileError(error.code, raw.file, error.message);
  }
}

function articlesOf(
  { file, bytes }: RawFile,
  format: ArticleFormat,
  paragraphs: readonly ExtractedParagraph[],
): ReadResult {
  if (format === 'pdf' && paragraphs.every(({ dropBy }) => dropBy !== null)) {
    throw new UnreadableFileError(
      'scanned',
      file,
      'its pages are pictures without text; it has to be recognised first',
    );
  }
  const { text, lines } = writeExtracted(paragraphs);
  const articles = assemble({
    file,
    format,
    sha256: sha256Of(bytes),
    raw: text,
    lines,
    known: { title: null, subtitles: [], credits: NO_CREDITS },
    dropped: [],
    extracted: text,
  }).filter((article) => article.paragraphs.length > 0);
  if (articles.length === 0) throw new UnreadableFileError('no-text', file, 'it holds no text of an article');
  return { articles, warnings: [] };
}
