import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALL } from '../../src/library/catalogue-types.js';
import { LocalLibrary } from '../../src/library.js';
import { perform } from '../../src/search-process/calls.js';
import { frameOf } from '../../src/search-process/frames.js';
import type { Call } from '../../src/search-process/protocol.js';
import { newFolder } from '../command-line.js';

const ARTICLES = 3000;
/** Less than a tenth of what a list of all articles takes, however little it says of each. */
const MOST_BYTES = 32_000;

/** An article a line. */
const BULLETINS = Buffer.from(
  Array.from({ length: ARTICLES }, (_, n) =>
    JSON.stringify({
      id: `bulletin-${n}`,
      title: `云岭县第${n}号通报`,
      text: `云岭县水务站今日通报第${n}号水情。`,
      source: `云岭县第${n % 60}水务站`,
      date: `${1990 + (n % 30)}-05-02`,
    }),
  ).join('\n'),
);

let folder: string;
let library: LocalLibrary;
/** Of the report of the reindex in which every article was new. */
let bytesOfFirst: number;

/** Articles that can be read, and files that cannot. */
async function largeCorpus(): Promise<string> {
  const corpus = join(folder, 'corpus');
  await mkdir(corpus);
  await writeFile(join(corpus, 'bulletins.jsonl'), BULLETINS);
  for (let n = 0; n < ARTICLES / 10; n++) await writeFile(join(corpus, `empty-${n}.txt`), '');
  return corpus;
}

beforeAll(async () => {
  folder = await newFolder();
  library = new LocalLibrary({ corpus: await largeCorpus(), dataDir: join(folder, 'data') });
  bytesOfFirst = await bytesOf({ type: 'reindex' });
}, 120_000);

afterAll(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

/** Bytes of the message with which a call is answered. */
async function bytesOf(call: Call): Promise<number> {
  return frameOf({ type: 'done', id: 1, result: await perform(library, call, () => {}) }).length;
}

const LONGEST_VIEW = { page: 2, perPage: ARTICLES, source: ALL, year: ALL };

/** One call of each kind that asks for as much as it can. */
const CALLS: {
  readonly [Type in Call['type']]: Extract<Call, { readonly type: Type }>;
} = {
  reindex: { type: 'reindex' },
  refresh: { type: 'refresh', about: [] },
  catchUp: { type: 'catchUp' },
  size: { type: 'size' },
  ask: { type: 'ask', question: '云岭县水务站通报了什么？', options: { limit: 10 } },
  timeline: { type: 'timeline', subject: '云岭县', wanted: LONGEST_VIEW },
  starters: { type: 'starters', language: 'zh-Hans' },
  browse: { type: 'browse', view: LONGEST_VIEW },
  suggest: { type: 'suggest', typed: '通报' },
  find: { type: 'find', typed: 'bulletin-7' },
  findSource: { type: 'findSource', typed: '云岭县第7水务站' },
  entry: { type: 'entry', key: 'i=bulletin-7' },
  ids: { type: 'ids', after: null },
  article: { type: 'article', id: 'bulletin-7' },
  check: { type: 'check', id: 'bulletin-7', paragraph: 1 },
  preview: { type: 'preview', name: 'bulletins.jsonl', bytes: BULLETINS },
  idsIn: { type: 'idsIn', name: 'bulletins.jsonl', bytes: BULLETINS, among: ['bulletin-7'] },
};

it('the report of a reindex in which every article is new is small', () => {
  expect(bytesOfFirst).toBeLessThan(MOST_BYTES);
});

it.each(Object.values(CALLS))(
  'what is answered to $type is small, however large the archive is',
  async (call) => {
    expect(await bytesOf(call)).toBeLessThan(MOST_BYTES);
  },
  120_000,
);
