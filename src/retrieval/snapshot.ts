/**
 * An index as files. Every part is a file of its own, no string grows with the corpus, and the manifest, written last,
 * holds a checksum of each: a snapshot is whole or it is none.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../corpus/article.js';
import type { IndexParts } from './build-index.js';
import type { MinedFacts } from './corpus-index.js';
import { loadSegment, storeSegment } from './minisearch.js';
import type { Passage } from './passage.js';
import { termStatistics } from './term-statistics.js';
import { wordFrequencies } from './word-frequencies.js';

/** Raised whenever what is stored, or how it is made, changes: older snapshots are built anew. */
export const SNAPSHOT_VERSION = 1;
const MANIFEST = 'manifest.json';
/** Articles and passages are written in files of so many lines. */
const LINES_PER_FILE = 20_000;

/** Thrown when a folder holds no whole snapshot of this version. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

interface Manifest {
  readonly version: number;
  /** What the corpus looked like: see library's fingerprint. */
  readonly fingerprint: string;
  readonly passages: number;
  /** First passage of each segment. */
  readonly segments: readonly number[];
  readonly articleFiles: number;
  readonly passageFiles: number;
  /** SHA-256 by file name. */
  readonly checksums: Readonly<Record<string, string>>;
}

type PassageRow = readonly [article: number, paragraph: number, start: number, end: number, folded: string];

/** Writes a snapshot into a new folder. */
export async function saveSnapshot(folder: string, parts: IndexParts, fingerprint: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const checksums: Record<string, string> = {};
  const write = async (name: string, content: string | Uint8Array) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    checksums[name] = checksumOf(bytes);
    await writeFile(join(folder, name), bytes);
  };
  const articleFiles = await writeLines(
    'articles',
    parts.articles.map((article) => JSON.stringify(article)),
    write,
  );
  const passageFiles = await writeLines('passages', passageRows(parts), write);
  await write('statistics.bin', columns(parts.statistics.keys, parts.statistics.counts));
  await write('words.json', JSON.stringify(parts.wordFrequencies.entries));
  await write('lexicon.br', parts.lexicon);
  await write('facts.json', storedFacts(parts.facts));
  for (const [number, segment] of parts.segments.entries()) {
    const { json, frequency } = storeSegment(segment);
    await write(`segment-${number}.json`, json);
    await write(`segment-${number}.bin`, bytesOf(frequency));
  }
  const manifest: Manifest = {
    version: SNAPSHOT_VERSION,
    fingerprint,
    passages: parts.passages.length,
    segments: parts.segments.map((segment) => segment.firstPassage),
    articleFiles,
    passageFiles,
    checksums,
  };
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest));
}

/** The fingerprint of the snapshot in a folder. Throws SnapshotError when there is none of this version. */
export async function snapshotFingerprint(folder: string): Promise<string> {
  return (await readManifest(folder)).fingerprint;
}

/** Reads a snapshot. Throws SnapshotError when it is missing, damaged or of another version. */
export async function loadSnapshot(folder: string): Promise<IndexParts> {
  const manifest = await readManifest(folder);
  const read = async (name: string): Promise<Buffer> => {
    let bytes: Buffer;
    try {
      bytes = await readFile(join(folder, name));
    } catch (error) {
      throw new SnapshotError(`${name} of the snapshot cannot be read.`, { cause: error });
    }
    if (checksumOf(bytes) !== manifest.checksums[name]) {
      throw new SnapshotError(`${name} of the snapshot is damaged.`);
    }
    return bytes;
  };
  const articles = (await readLines('articles', manifest.articleFiles, read)).map(
    (line) => JSON.parse(line) as Article,
  );
  const rows = await readLines('passages', manifest.passageFiles, read);
  const [keys, counts] = splitColumns(wordsOf(await read('statistics.bin')));
  const segments = [];
  for (const [number, firstPassage] of manifest.segments.entries()) {
    const json = (await read(`segment-${number}.json`)).toString('utf8');
    segments.push(
      loadSegment({ firstPassage, json, frequency: wordsOf(await read(`segment-${number}.bin`)) }),
    );
  }
  return {
    articles,
    passages: rows.map((line) => passageOf(JSON.parse(line) as PassageRow, articles)),
    segments,
    statistics: termStatistics(manifest.passages, keys, counts),
    wordFrequencies: wordFrequencies(JSON.parse((await read('words.json')).toString('utf8'))),
    lexicon: await read('lexicon.br'),
    facts: loadedFacts((await read('facts.json')).toString('utf8')),
  };
}

async function readManifest(folder: string): Promise<Manifest> {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'));
  } catch (error) {
    throw new SnapshotError('There is no snapshot, or its manifest is damaged.', { cause: error });
  }
  if (manifest.version !== SNAPSHOT_VERSION) {
    throw new SnapshotError(`The snapshot has version ${manifest.version}, not ${SNAPSHOT_VERSION}.`);
  }
  return manifest;
}

function* passageRows({ articles, passages }: IndexParts): Iterable<string> {
  const place = new Map(articles.map((article, index) => [article, index]));
  for (const { article, paragraph, range, folded } of passages) {
    const row: PassageRow = [place.get(article) ?? -1, paragraph.number - 1, range[0], range[1], folded];
    yield JSON.stringify(row);
  }
}

function passageOf([number, place, start, end, folded]: PassageRow, articles: readonly Article[]): Passage {
  const article = articles[number];
  const paragraph = article?.paragraphs[place];
  if (article === undefined || paragraph === undefined) {
    throw new SnapshotError('A passage of the snapshot belongs to no article.');
  }
  return { article, paragraph, range: [start, end], folded };
}

async function writeLines(
  name: string,
  lines: Iterable<string>,
  write: (name: string, content: string) => Promise<void>,
): Promise<number> {
  let files = 0;
  let batch: string[] = [];
  const flush = async () => {
    if (batch.length > 0) await write(`${name}-${files++}.jsonl`, `${batch.join('\n')}\n`);
    batch = [];
  };
  for (const line of lines) {
    batch.push(line);
    if (batch.length >= LINES_PER_FILE) await flush();
  }
  await flush();
  return files;
}

async function readLines(
  name: string,
  files: number,
  read: (name: string) => Promise<Buffer>,
): Promise<string[]> {
  const lines: string[] = [];
  for (let number = 0; number < files; number++) {
    const text = (await read(`${name}-${number}.jsonl`)).toString('utf8');
    for (const line of text.split('\n')) if (line !== '') lines.push(line);
  }
  return lines;
}

function storedFacts({ gazetteer, ordinals, transliterations }: MinedFacts): string {
  return JSON.stringify({ gazetteer, ordinals, transliterations: [...transliterations] });
}

function loadedFacts(json: string): MinedFacts {
  const { gazetteer, ordinals, transliterations } = JSON.parse(json);
  return { gazetteer, ordinals, transliterations: new Map(transliterations) };
}

function checksumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

/** Copied, because a Buffer of Node's pool need not lie at a multiple of four. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer);
}

function columns(keys: Uint32Array, counts: Uint32Array): Uint8Array {
  const both = new Uint32Array(keys.length * 2);
  both.set(keys);
  both.set(counts, keys.length);
  return bytesOf(both);
}

function splitColumns(both: Uint32Array): [keys: Uint32Array, counts: Uint32Array] {
  return [both.subarray(0, both.length / 2), both.subarray(both.length / 2)];
}
