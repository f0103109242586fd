import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LocalLibrary } from '../../src/library.js';
import { perform } from '../../src/search-process/calls.js';
import { frameOf } from '../../src/search-process/frames.js';
import type { Call } from '../../src/search-process/protocol.js';
import { newFolder } from '../command-line.js';

const ARTICLES = 3000;
/** Less than a tenth of what a list of all articles takes, however little it says of each. */
const MOST_BYTES = 16_000;

let folder: string;
let library: LocalLibrary;

/** An article a line, each with an odd front; and as many files that cannot be read. */
async function largeCorpus(): Promise<string> {
  const corpus = join(folder, 'corpus');
  await mkdir(corpus);
  const lines = Array.from({ length: ARTICLES }, (_, n) =>
    JSON.stringify({
      id: `bulletin-${n}`,
      title: `云岭县第${n}号通报`,
      text: `云岭县水务站今日通报第${n}号水情。`,
      source: `云岭县第${n % 60}水务站`,
      date: `${1990 + (n % 30)}-05-02`,
    }),
  );
  await writeFile(join(corpus, 'bulletins.jsonl'), lines.join('\n'));
  for (let n = 0; n < ARTICLES / 10; n++) await writeFile(join(corpus, `empty-${n}.txt`), '');
  return corpus;
}

beforeAll(async () => {
  folder = await newFolder();
  library = new LocalLibrary({ corpus: await largeCorpus(), dataDir: join(folder, 'data') });
}, 120_000);

afterAll(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

/** Bytes of the message with which a call is answered. */
async function bytesOf(call: Call): Promise<number> {
  return frameOf({ type: 'done', id: 1, result: await perform(library, call, () => {}) }).length;
}

it('the report of a reindex is small, however much it changed', async () => {
  expect(await bytesOf({ type: 'reindex' })).toBeLessThan(MOST_BYTES);
  expect(await bytesOf({ type: 'refresh', about: [] })).toBeLessThan(MOST_BYTES);
}, 120_000);
