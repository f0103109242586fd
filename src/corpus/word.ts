/** The text of a Word file (.docx), paragraph by paragraph. The only door to mammoth. */
import mammoth from 'mammoth';
import { MOST_ENTRIES } from './document-kind.js';
import type { ExtractedParagraph } from './extracted.js';
import { unpackedSize, ZipError, zipEntries } from './zip.js';

/** Thrown when bytes are no Word file that can be read, or a larger one than is read. */
export class WordError extends Error {
  override readonly name = 'WordError';

  constructor(
    /** damaged, too-large. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const MEGABYTE = 1024 * 1024;
/** What the file's XML may unpack to; pictures are never unpacked. */
const LARGEST_XML = 16 * MEGABYTE;
const XML = /\.(?:xml|rels)$/i;
const HEADING = /^(?:heading|title|subtitle|标题|標題|副标题|副標題)/i;
/** Elements inside elements; more is no document that a person wrote. */
const DEEPEST = 200;

/** All paragraphs, those of tables too, a row as one. Throws WordError. */
export async function readWord(bytes: Uint8Array): Promise<readonly ExtractedParagraph[]> {
  refuseBombs(bytes);
  const paragraphs: ExtractedParagraph[] = [];
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        // Pictures are left packed, and nothing outside the file is read.
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        externalFileAccess: false,
        transformDocument: (document: unknown) => {
          collect(document, paragraphs, 0);
          // What is wanted has been taken; there is nothing to convert.
          return { ...(isNode(document) ? document : {}), children: [] };
        },
      },
    );
  } catch (error) {
    if (error instanceof WordError) throw error;
    throw new WordError('damaged', 'it is no Word file that can be read');
  }
  return paragraphs;
}

/** What an entry says of its own size is not believed: everything that will be read is unpacked within limits first. */
function refuseBombs(bytes: Uint8Array): void {
  try {
    let left = LARGEST_XML;
    for (const entry of zipEntries(bytes, MOST_ENTRIES)) {
      if (XML.test(entry.name)) left -= unpackedSize(entry, left);
    }
  } catch (error) {
    if (error instanceof ZipError) throw new WordError(error.code, error.message);
    throw error;
  }
}

/** A node of mammoth's document: paragraphs, runs, texts, tables … */
interface Node {
  readonly type: string;
  readonly children?: readonly unknown[];
  readonly value?: string;
  readonly styleName?: string | null;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function collect(node: unknown, paragraphs: ExtractedParagraph[], depth: number): void {
  if (!isNode(node)) return;
  if (depth > DEEPEST) throw new WordError('damaged', 'its parts are nested too deeply');
  if (node.type === 'paragraph' || node.type === 'tableRow') {
    const heading = node.type === 'paragraph' && HEADING.test(node.styleName ?? '');
    const lines = textOf(node, depth)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    // A line break within a paragraph parts its lines, as it does for whoever reads it.
    for (const line of lines) paragraphs.push({ lines: [line], heading, indented: true, dropBy: null });
    return;
  }
  for (const child of node.children ?? []) collect(child, paragraphs, depth + 1);
}

function textOf(node: unknown, depth: number): string {
  if (!isNode(node)) return '';
  if (depth > DEEPEST) throw new WordError('damaged', 'its parts are nested too deeply');
  if (node.type === 'text') return (node.value ?? '').replace(/[\r\n]+/gu, ' ');
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  const texts = (node.children ?? []).map((child) => textOf(child, depth + 1));
  return texts.filter((text) => text !== '').join(node.type === 'tableRow' ? '\t' : '');
}
