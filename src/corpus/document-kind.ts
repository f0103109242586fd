/** Which files have to be taken apart before they can be read; told without loading what takes them apart. */
import type { RawFile } from './raw-file.js';
import { isZip, zipEntries } from './zip.js';

/** The entry that makes a ZIP archive a Word file. */
const WORD_BODY = 'word/document.xml';
/** No Word file has more entries. */
export const MOST_ENTRIES = 2000;
/** A PDF may begin with a few bytes of something else. */
const PDF_WITHIN = 1024;

/** PDF or Word, by what the file holds; null for everything else. */
export function documentKind({ bytes }: Pick<RawFile, 'bytes'>): 'pdf' | 'docx' | null {
  if (isPdf(bytes)) return 'pdf';
  return isWord(bytes) ? 'docx' : null;
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_WITHIN)).includes('%PDF-');
}

function isWord(bytes: Uint8Array): boolean {
  if (!isZip(bytes)) return false;
  try {
    return zipEntries(bytes, MOST_ENTRIES).some(({ name }) => name === WORD_BODY);
  } catch {
    return false;
  }
}
