import { isUtf8 } from 'node:buffer';
import { decode, decodeStrictly } from './decode.js';
import type { RawFile } from './raw-file.js';

/** A line of a .jsonl that holds an article. */
export interface JsonlRecord {
  /** Counts from 1 in the file. */
  readonly line: number;
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly author: string | null;
}

const NEWLINE = 0x0a;
/** How much of a file that is not UTF-8 is looked at to find its encoding. */
const SAMPLE = 1 << 20;

interface LineEncoding {
  readonly encoding: string;
  readonly warnings: readonly string[];
}

const UTF8: LineEncoding = { encoding: 'utf-8', warnings: [] };

/** How the lines of the file are decoded. Only a file with a UTF-16 BOM has to be decoded as a whole. */
function lineEncoding(raw: RawFile): LineEncoding {
  if (isUtf8(raw.bytes)) return UTF8;
  const end = raw.bytes.lastIndexOf(NEWLINE, SAMPLE);
  const sample = end > 0 ? raw.bytes.subarray(0, end) : raw.bytes;
  const { encoding, warnings } = isUtf8(sample) ? UTF8 : decode(raw.file, sample);
  // Lines that are broken UTF-8 are reported one by one.
  return encoding === 'utf-8' ? UTF8 : { encoding, warnings };
}

/** The lines of a file one by one, so that a large file never becomes one string; null where a line does not decode. */
function* linesOf(raw: RawFile, encoding: string): Generator<string | null> {
  if (encoding.startsWith('utf-16')) {
    yield* decode(raw.file, raw.bytes).text.split('\n');
    return;
  }
  let start = 0;
  while (start < raw.bytes.length) {
    const newline = raw.bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? raw.bytes.length : newline;
    yield decodeStrictly(raw.bytes.subarray(start, end), encoding);
    start = end + 1;
  }
}

function stringOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** The record of a line, or why it holds none. */
function recordOf(source: string, line: number): JsonlRecord | string {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return 'is no JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is no JSON object';
  const fields = value as Readonly<Record<string, unknown>>;
  const id = stringOf(fields.id);
  if (id === null) return 'has no "id"';
  const text = fields.text;
  if (typeof text !== 'string' || text.trim() === '') return 'has no "text"';
  const [title, date, source_, url, author] = ['title', 'date', 'source', 'url', 'author'].map((name) =>
    stringOf(fields[name]),
  );
  return {
    line,
    id,
    text,
    title: title ?? null,
    date: date ?? null,
    source: source_ ?? null,
    url: url ?? null,
    author: author ?? null,
  };
}

/**
 * Yields each line's record, or the reason why the line is skipped. Of two lines with one id the first counts, because
 * an id must name one text. Throws UnreadableFileError when no encoding fits.
 */
export function* jsonlRecords(raw: RawFile): Generator<JsonlRecord | string> {
  const { encoding, warnings } = lineEncoding(raw);
  yield* warnings;
  const lineOfId = new Map<string, number>();
  let line = 0;
  for (const source of linesOf(raw, encoding)) {
    line += 1;
    if (source === null) {
      yield `line ${line} is not ${encoding} text; skipped`;
      continue;
    }
    if (source.trim() === '') continue;
    const record = recordOf(source.replace(/^\uFEFF/, ''), line);
    if (typeof record === 'string') {
      yield `line ${line} ${record}; skipped`;
      continue;
    }
    const earlier = lineOfId.get(record.id);
    if (earlier !== undefined) {
      yield `line ${line} repeats the id ${JSON.stringify(record.id)} of line ${earlier}; skipped`;
      continue;
    }
    lineOfId.set(record.id, line);
    yield record;
  }
}

const textsOfFile = new WeakMap<Uint8Array, ReadonlyMap<string, string>>();

/** The parsed `text` of every article of a .jsonl by id; remembered as long as the bytes are. */
export function jsonlTexts(raw: RawFile): ReadonlyMap<string, string> {
  const known = textsOfFile.get(raw.bytes);
  if (known !== undefined) return known;
  const texts = new Map<string, string>();
  for (const record of jsonlRecords(raw)) if (typeof record !== 'string') texts.set(record.id, record.text);
  textsOfFile.set(raw.bytes, texts);
  return texts;
}
