/** The text of a PDF, page by page, as pieces with their places. The only door to unpdf (PDF.js). */
import { getDocumentProxy } from 'unpdf';

/** A piece of text on a page; places in points from the lower left corner. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
  /** A line ends after it. */
  readonly endsLine: boolean;
}

export interface PdfPage {
  readonly height: number;
  readonly pieces: readonly PdfPiece[];
}

/** Thrown when bytes are no PDF that can be read, or a larger one than is read. */
export class PdfError extends Error {
  override readonly name = 'PdfError';

  constructor(
    /** damaged, encrypted, too-large, too-slow. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** No article is longer; larger files are books or bombs. */
const MOST_PAGES = 1000;
const MOST_CHARACTERS = 5_000_000;
/** PDF.js says only errors: the rest is noise about fonts. */
const QUIET = 0;

/** All pages. Throws PdfError; `deadlineMs` is when reading another page is given up, as of performance.now(). */
export async function readPdf(bytes: Uint8Array, deadlineMs: number): Promise<readonly PdfPage[]> {
  // PDF.js takes the bytes for itself.
  const document = await open(Uint8Array.from(bytes));
  try {
    if (document.numPages > MOST_PAGES) {
      throw new PdfError(
        'too-large',
        `it has ${document.numPages} pages, more than the ${MOST_PAGES} that are read`,
      );
    }
    const pages: PdfPage[] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      if (performance.now() > deadlineMs) throw new PdfError('too-slow', 'reading it takes too long');
      const page = await pageOf(document, number);
      characters += page.pieces.reduce((sum, { text }) => sum + text.length, 0);
      if (characters > MOST_CHARACTERS) throw new PdfError('too-large', 'it holds more text than is read');
      pages.push(page);
    }
    return pages;
  } catch (error) {
    throw error instanceof PdfError ? error : new PdfError('damaged', 'a page of it cannot be read');
  } finally {
    await document.destroy();
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    return await getDocumentProxy(bytes, { verbosity: QUIET, stopAtErrors: false });
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw locked
      ? new PdfError('encrypted', 'it is locked with a password')
      : new PdfError('damaged', 'it is no PDF that can be read');
  }
}

async function pageOf(document: PdfDocument, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item): PdfPiece[] => {
    if (!('str' in item)) return [];
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform.map(Number);
    return [
      {
        text: item.str,
        x,
        y,
        width: item.width,
        size: Math.hypot(a, b) || item.height,
        endsLine: item.hasEOL,
      },
    ];
  });
  const [, bottom = 0, , top = 0] = page.view;
  page.cleanup();
  return { height: top - bottom, pieces };
}
