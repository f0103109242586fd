import { isUtf8 } from 'node:buffer';
import { bytesAsLatin, refuseBinary } from './binary.js';
import { likeness } from './encoding-statistics.js';
import { UnreadableFileError } from './unreadable.js';

/** A file's text with every code unit that its bytes gave, the BOM included. */
export interface Decoded {
  readonly text: string;
  /** The name that TextDecoder knows. */
  readonly encoding: string;
  /** What was guessed or lost; English sentences. */
  readonly warnings: readonly string[];
}

/** How far into a file a `<meta charset>` is looked for. */
const META_REACH = 4096;
/** How many bytes the statistics look at. */
const SAMPLE = 65_536;
/** Share of characters that a text may lose and still be read as damaged UTF-8. */
const LOSS_LIMIT = 0.02;
/** Share of everyday characters below which a decoded text is not taken for Chinese; running text has 0.25 and more. */
const LIKENESS_FLOOR = 0.08;
/** Share of bytes beyond ASCII up to which an undecodable text is read as Western European. */
const WESTERN_LIMIT = 0.1;
const ALIASES: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  'x-x-big5': 'big5',
};

/** Decodes strictly; null where the bytes are not of this encoding. The BOM stays, so that offsets count it. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 by its BOM; without one only where zero bytes rule out the others and the text reads as Chinese. */
function readUtf16(file: string, bytes: Uint8Array): Decoded | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (marked !== null) {
    const text = decodeStrictly(bytes, marked);
    if (text === null)
      throw new UnreadableFileError('bad-encoding', file, `its BOM says ${marked}, its bytes do not`);
    return { text, encoding: marked, warnings: [] };
  }
  if (!bytes.subarray(0, SAMPLE).includes(0)) return null;
  const best = guess(bytes, ['utf-16le', 'utf-16be']);
  return best && { ...best, warnings: [`encoding guessed as ${best.encoding}: it has no BOM`] };
}

/** The charset that the file names for itself, as TextDecoder calls it, or null. */
function statedCharset(bytes: Uint8Array): string | null {
  const head = bytesAsLatin(bytes, META_REACH);
  const label = /(?:charset|encoding)\s{0,9}=\s{0,9}["']?([A-Za-z0-9_-]{3,20})/i
    .exec(head)?.[1]
    ?.toLowerCase();
  return label === undefined ? null : (ALIASES[label] ?? null);
}

/** UTF-8 with a few broken bytes: better read with gaps than taken for another encoding. */
function damagedUtf8(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let lost = 0;
  let wide = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) lost += 1;
    else if (unit > 0x7f) wide += 1;
  }
  if (wide === 0 || lost > Math.max(1, wide * LOSS_LIMIT)) return null;
  return { text, encoding: 'utf-8', warnings: [`${lost} broken UTF-8 sequences, read as U+FFFD`] };
}

interface Candidate {
  readonly text: string;
  readonly encoding: string;
  readonly score: number;
}

/** The encoding under which the bytes read most like Chinese, if any does. */
function guess(bytes: Uint8Array, encodings: readonly string[]): Candidate | null {
  const candidates = encodings.flatMap((encoding): Candidate[] => {
    const text = decodeStrictly(bytes, encoding);
    return text === null ? [] : [{ text, encoding, score: likeness(text.slice(0, SAMPLE)) }];
  });
  const best = candidates.sort((a, b) => b.score - a.score)[0];
  return best === undefined || best.score < LIKENESS_FLOOR ? null : best;
}

/** Western European text with a few accents or curly quotes. */
function western(bytes: Uint8Array): Decoded | null {
  const high = bytes.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
  if (high > bytes.length * WESTERN_LIMIT) return null;
  const text = decodeStrictly(bytes, 'windows-1252');
  return text === null
    ? null
    : {
        text,
        encoding: 'windows-1252',
        warnings: ['encoding guessed as windows-1252: neither UTF-8 nor Chinese'],
      };
}

/**
 * The text of a file: UTF-8 when the bytes are valid, UTF-16 by BOM, else the charset that the file states, else GB18030
 * or Big5 by statistics; every guess is a warning. Throws UnreadableFileError: empty, binary, bad-encoding.
 */
export function decode(file: string, bytes: Uint8Array): Decoded {
  if (bytes.byteLength === 0) throw new UnreadableFileError('empty', file, 'the file is empty');
  const wide = readUtf16(file, bytes);
  if (wide !== null) return wide;
  refuseBinary(file, bytes);
  if (isUtf8(bytes)) {
    return { text: decodeStrictly(bytes, 'utf-8') ?? '', encoding: 'utf-8', warnings: [] };
  }
  const stated = statedCharset(bytes);
  if (stated !== null) {
    const text = decodeStrictly(bytes, stated);
    if (text !== null && likeness(text.slice(0, SAMPLE)) >= LIKENESS_FLOOR) {
      return { text, encoding: stated, warnings: [] };
    }
  }
  const damaged = damagedUtf8(bytes);
  if (damaged !== null) return damaged;
  const best = guess(bytes, ['gb18030', 'big5']);
  if (best !== null) {
    const why =
      stated === null ? 'it is not UTF-8 and states no charset' : `its stated charset ${stated} does not fit`;
    return {
      text: best.text,
      encoding: best.encoding,
      warnings: [`encoding guessed as ${best.encoding}: ${why}`],
    };
  }
  const latin1 = western(bytes);
  if (latin1 !== null) return latin1;
  throw new UnreadableFileError(
    'bad-encoding',
    file,
    'its bytes are neither UTF-8, UTF-16, GB18030 nor Big5 text',
  );
}
