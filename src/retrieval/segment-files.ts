/** A segment as files, and back. */
import type { Article } from '../corpus/article.js';
import type { Passage } from './passage.js';
import type { Segment } from './segment.js';

/** Articles and passages are written in files of so many lines, so that no string grows without end. */
const LINES_PER_FILE = 5000;

/** Thrown when files are no segment. */
export class SegmentFormatError extends Error {
  override readonly name = 'SegmentFormatError';
}

type PassageRow = readonly [article: number, paragraph: number, start: number, end: number, folded: string];

/** The files of a segment by name, in the order in which they are to be written. */
export function* segmentFiles(segment: Segment): Iterable<readonly [name: string, bytes: Uint8Array]> {
  yield* lineFiles('articles', segment.articles);
  yield* lineFiles('passages', passageRows(segment));
  const { postings, characters } = segment;
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
  yield ['evidence.json', segment.evidence];
}

/** The segment of segmentFiles. Throws SegmentFormatError or SyntaxError when the files are none. */
export function loadSegment(id: string, files: ReadonlyMap<string, Buffer>): Segment {
  const read = (name: string): Buffer => {
    const bytes = files.get(name);
    if (bytes === undefined) throw new SegmentFormatError(`${name} is missing.`);
    return bytes;
  };
  const numbers = files.get('postings-16.bin');
  const articles = linesOf<Article>('articles', files);
  return {
    id,
    articles,
    passages: linesOf<PassageRow>('passages', files).map((row) => passageOf(row, articles)),
    firsts: wordsOf(read('firsts.bin')),
    postings: {
      keys: wordsOf(read('keys.bin')),
      starts: wordsOf(read('starts.bin')),
      passages: numbers === undefined ? wordsOf(read('postings-32.bin')) : halvesOf(numbers),
      counts: new Uint8Array(read('counts.bin')),
      lengths: wordsOf(read('lengths.bin')),
    },
    characters: { keys: wordsOf(read('character-keys.bin')), counts: wordsOf(read('character-counts.bin')) },
    evidence: read('evidence.json'),
  };
}

function* passageRows({ articles, passages }: Segment): Iterable<PassageRow> {
  const place = new Map(articles.map((article, index) => [article, index]));
  for (const { article, paragraph, range, folded } of passages)
    yield [place.get(article) ?? -1, paragraph.number - 1, range[0], range[1], folded];
}

function passageOf([number, place, start, end, folded]: PassageRow, articles: readonly Article[]): Passage {
  const article = articles[number];
  const paragraph = article?.paragraphs[place];
  if (article === undefined || paragraph === undefined) {
    throw new SegmentFormatError('A passage belongs to no article.');
  }
  return { article, paragraph, range: [start, end], folded };
}

function* lineFiles(
  name: string,
  values: Iterable<unknown>,
): Iterable<readonly [name: string, bytes: Uint8Array]> {
  let number = 0;
  let batch: string[] = [];
  for (const value of values) {
    batch.push(JSON.stringify(value));
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

/** Copied, because a Buffer need not lie at a multiple of four (and its `slice` would be no copy). */
function wordsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}

function halvesOf(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(Uint8Array.from(bytes).buffer);
}
