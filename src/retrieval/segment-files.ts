/**
 * A segment as files, and back. What a question looks at in many places (postings, folded text) is held in memory as it
 * is written; what it shows of a few articles stays in the file.
 */
import type { Article } from '../corpus/article.js';
import type { Segment } from './segment.js';
import {
  type ArticleStore,
  bodyBytes,
  type HeadRow,
  headRow,
  restBytes,
  StoredArticle,
} from './stored-articles.js';
import { type RecentlyUsed, type Sized, StoredBytes } from './stored-bytes.js';
import { PassageRowError, packPassages, storedPassages } from './stored-passages.js';

/** Heads of articles are written in files of so many lines, so that no string grows without end. */
const LINES_PER_FILE = 5000;
/** Bodies of articles, then the evidence. */
const LEFT_IN_FILE = 'bodies.bin';

/** Thrown when files are no segment. */
export class SegmentFormatError extends Error {
  override readonly name = 'SegmentFormatError';
}

/** The files of a segment by name, in the order in which they are to be written. */
export function* segmentFiles(segment: Segment): Iterable<readonly [name: string, bytes: Uint8Array]> {
  yield* lineFiles('heads', segment.articles, headRow);
  const { postings, characters, articles } = segment;
  const left = [...articles.flatMap((article) => [bodyBytes(article), restBytes(article)]), segment.evidence];
  yield [LEFT_IN_FILE, Buffer.concat(left)];
  yield ['body-starts.bin', bytesOf(startsOf(left.map(({ length }) => length)))];
  const paragraphs = articles.map((article) => article.paragraphs.length);
  yield ['paragraph-firsts.bin', bytesOf(startsOf(paragraphs))];
  const { rows, folded } = packPassages(articles, segment.passages);
  yield ['passages.bin', bytesOf(rows)];
  yield ['folded.bin', folded];
  yield ['firsts.bin', bytesOf(segment.firsts)];
  yield ['keys.bin', bytesOf(postings.keys)];
  yield ['starts.bin', bytesOf(postings.starts)];
  yield [
    postings.passages instanceof Uint16Array ? 'postings-16.bin' : 'postings-32.bin',
    bytesOf(postings.passages),
  ];
  yield ['counts.bin', postings.counts];
  yield ['lengths.bin', bytesOf(postings.lengths)];
  yield ['character-keys.bin', bytesOf(characters.keys)];
  yield ['character-counts.bin', bytesOf(characters.counts)];
}

/** A segment's files as they were read. */
export interface ReadFiles {
  /** By name; without those that stay in their file. */
  readonly bytes: ReadonlyMap<string, Buffer>;
  /** Where a file lies. */
  readonly path: (name: string) => string;
  /** What is kept of the bodies that were read. */
  readonly recent: RecentlyUsed<Sized>;
}

/** Whether loadSegment reads a file where it lies rather than have it in memory. */
export function staysInFile(name: string): boolean {
  return name === LEFT_IN_FILE;
}

/** The segment of segmentFiles. Throws SegmentFormatError or SyntaxError when the files are none. */
export function loadSegment(id: string, files: ReadFiles): Segment {
  const read = (name: string): Buffer => {
    const bytes = files.bytes.get(name);
    if (bytes === undefined) throw new SegmentFormatError(`${name} is missing.`);
    return bytes;
  };
  const numbers = files.bytes.get('postings-16.bin');
  const left = new StoredBytes(files.path(LEFT_IN_FILE));
  const starts = wordsOf(read('body-starts.bin'));
  const articles = storedArticles(files, {
    bytes: left,
    starts,
    paragraphFirsts: wordsOf(read('paragraph-firsts.bin')),
    recent: files.recent,
    sameText: sameTexts(),
  });
  const store = { articles, rows: wordsOf(read('passages.bin')), folded: read('folded.bin') };
  return withEvidence(left, starts, {
    id,
    articles,
    passages: formed(() => storedPassages(store)),
    firsts: wordsOf(read('firsts.bin')),
    postings: {
      keys: wordsOf(read('keys.bin')),
      starts: wordsOf(read('starts.bin')),
      passages: numbers === undefined ? wordsOf(read('postings-32.bin')) : halvesOf(numbers),
      counts: octetsOf(read('counts.bin')),
      lengths: wordsOf(read('lengths.bin')),
    },
    characters: { keys: wordsOf(read('character-keys.bin')), counts: wordsOf(read('character-counts.bin')) },
  });
}

/** The evidence is read when it is wanted. Apart from loadSegment, so that nothing else that was read there stays alive. */
function withEvidence(left: StoredBytes, starts: Uint32Array, parts: Omit<Segment, 'evidence'>): Segment {
  return {
    ...parts,
    get evidence() {
      return left.read(starts.at(-2) ?? 0, starts.at(-1) ?? 0);
    },
  };
}

function storedArticles({ bytes }: ReadFiles, store: ArticleStore): readonly Article[] {
  const rows = linesOf<HeadRow>('heads', bytes);
  if (store.starts.length !== 2 * rows.length + 2 || store.paragraphFirsts.length !== rows.length + 1) {
    throw new SegmentFormatError('The articles are not as many as their bodies.');
  }
  return rows.map((row, place) => new StoredArticle(row, store, place));
}

/** Equal texts as one value. */
function sameTexts(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before === undefined) known.set(text, text);
    return before ?? text;
  };
}

/** Where stretches of these lengths begin that lie one behind the other, and where the last one ends. */
function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, i) => {
    starts[i + 1] = (starts[i] ?? 0) + length;
  });
  return starts;
}

function formed<T>(load: () => T): T {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof PassageRowError)) throw error;
    throw new SegmentFormatError(error.message, { cause: error });
  }
}

function* lineFiles<T>(
  name: string,
  values: Iterable<T>,
  rowOf: (value: T) => unknown,
): Iterable<readonly [name: string, bytes: Uint8Array]> {
  let number = 0;
  let batch: string[] = [];
  for (const value of values) {
    batch.push(JSON.stringify(rowOf(value)));
    if (batch.length < LINES_PER_FILE) continue;
    yield [`${name}-${number++}.jsonl`, Buffer.from(batch.join('\n'))];
    batch = [];
  }
  if (batch.length > 0) yield [`${name}-${number}.jsonl`, Buffer.from(batch.join('\n'))];
}

function linesOf<T>(name: string, files: ReadonlyMap<string, Buffer>): T[] {
  const values: T[] = [];
  for (let number = 0; ; number++) {
    const bytes = files.get(`${name}-${number}.jsonl`);
    if (bytes === undefined) return values;
    for (const line of bytes.toString('utf8').split('\n')) values.push(JSON.parse(line));
  }
}

function bytesOf(words: Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

/** The same memory where it lies at a multiple of four, as files mostly do; else a copy. */
function wordsOf(bytes: Buffer): Uint32Array {
  const { buffer, byteOffset, byteLength } = aligned(bytes);
  return new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT);
}

function halvesOf(bytes: Buffer): Uint16Array {
  const { buffer, byteOffset, byteLength } = aligned(bytes);
  return new Uint16Array(buffer, byteOffset, byteLength / Uint16Array.BYTES_PER_ELEMENT);
}

function octetsOf({ buffer, byteOffset, byteLength }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function aligned(bytes: Buffer): Uint8Array {
  return bytes.byteOffset % Uint32Array.BYTES_PER_ELEMENT === 0 ? bytes : new Uint8Array(bytes);
}
