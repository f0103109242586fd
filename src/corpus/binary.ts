import { UnreadableFileError } from './unreadable.js';

/** How many bytes are looked at. */
const SAMPLE = 65_536;
/** Share of control characters in a sample that makes a file binary. */
const CONTROL_LIMIT = 0.005;

const MAGIC: readonly (readonly [name: string, head: string])[] = [
  ['a PDF', '%PDF-'],
  ['a ZIP archive or an Office document', 'PK\u0003\u0004'],
  ['a PNG image', '\u0089PNG'],
  ['a JPEG image', '\u00ff\u00d8\u00ff'],
  ['a GIF image', 'GIF8'],
  ['a gzip archive', '\u001f\u008b'],
  ['an old Office document', '\u00d0\u00cf\u0011\u00e0'],
  ['an RTF document', '{\\rtf'],
];

/** The first bytes as characters of one byte each. */
export function bytesAsLatin(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString('latin1');
}

/** Throws UnreadableFileError when the bytes are no text: a known file format, zero bytes, many control characters. */
export function refuseBinary(file: string, bytes: Uint8Array): void {
  const head = bytesAsLatin(bytes, 8);
  const magic = MAGIC.find(([, start]) => head.startsWith(start));
  if (magic !== undefined) throw new UnreadableFileError('binary', file, `this is ${magic[0]}, not text`);
  let controls = 0;
  const sample = bytes.subarray(0, SAMPLE);
  for (const byte of sample) {
    if (byte === 0) throw new UnreadableFileError('binary', file, 'it holds zero bytes, so it is not text');
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b)
      controls += 1;
  }
  if (controls > sample.length * CONTROL_LIMIT) {
    throw new UnreadableFileError(
      'binary',
      file,
      `it holds ${controls} control characters, so it is not text`,
    );
  }
}
