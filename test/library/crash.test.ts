import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/corpus/hash.js';
import { openLibrary } from '../../src/library.js';
import { openStore } from '../../src/store/store.js';
import { KILLS, KILLS_TIMEOUT_MS, tally } from '../kills.js';
import { smallCorpus, WHO_CHAIRED } from '../small-corpus.js';

const WRITER = fileURLToPath(new URL('crash-writer.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');
/** A round of work takes so many milliseconds, until one has been measured. */
const FIRST_GUESS_MS = 100;

/** From which word of the writer on it may be killed. */
const WAYS = {
  'of a reindex': { way: 'reindex', from: 'begin' },
  'of adding an article': { way: 'add', from: 'begin' },
  'of writing a snapshot': { way: 'reindex', from: 'saving' },
} as const;

let folder: string;
let corpus: string;
let dataDir: string;

beforeEach(async () => {
  ({ folder, corpus, dataDir } = await smallCorpus());
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Lets a writer work, kills it at a random moment of its second piece of work, and gives what it had said by then. */
async function killedWriter(
  { way, from }: (typeof WAYS)[keyof typeof WAYS],
  round: number,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--import', TSX, WRITER, corpus, dataDir, way, `${round}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const said: string[] = [];
  let startedAt = 0;
  let lasts = 0;
  for await (const line of createInterface(child.stdout)) {
    said.push(line);
    const [word] = line.split(' ');
    if (word === 'done' && lasts === 0) lasts = performance.now() - startedAt || FIRST_GUESS_MS;
    if (word !== from) continue;
    if (lasts === 0) startedAt = performance.now();
    else setTimeout(() => child.kill('SIGKILL'), Math.random() * lasts);
  }
  const [, signal] = await closed;
  expect(signal, complaints).toBe('SIGKILL');
  return said;
}

/** What the corpus and the store hold, as the library names it: file → sha256. */
async function whatIsThere(): Promise<ReadonlyMap<string, string>> {
  const store = await openStore({ dataDir });
  const there = new Map<string, string>();
  for (const name of (await readdir(corpus)).filter((one) => !one.startsWith('.')))
    there.set(name, sha256Of(await readFile(join(corpus, name))));
  for (const { name } of await store.uploads.list()) {
    there.set(`uploads/${name}`, sha256Of((await store.uploads.bytes(name)) ?? new Uint8Array()));
  }
  await store.close();
  return there;
}

describe.each(Object.entries(WAYS))('a process that is killed at any moment %s', (when, way) => {
  it(
    'leaves what the next one starts from and answers, with nothing lost that was confirmed',
    async () => {
      const stored = new Map<string, string>();
      const interrupted: string[] = [];
      for (let round = 1; round <= KILLS; round++) {
        const said = await killedWriter(way, round);
        interrupted.push(said.at(-1) ?? 'nothing');
        const note = `killed after: ${interrupted.join(', ')}`;
        for (const [word, name = '', sha256 = ''] of said.map((line) => line.split(' ')))
          if (word === 'stored') stored.set(`uploads/${name}`, sha256);

        const there = await whatIsThere();
        for (const [file, sha256] of stored) expect(there.get(file), note).toBe(sha256);
        const warnings: string[] = [];
        const warn = (message: string, error?: unknown) => warnings.push(`${message} ${error ?? ''}`);
        const library = await openLibrary({ corpus, dataDir, warn });
        expect(await library.ask(WHO_CHAIRED), note).toMatchObject({ answer: '林远山' });
        const known = new Map<string, string>();
        for (const { id, file } of library.index().articles)
          known.set(file, (await library.article(id))?.sha256 ?? '');
        await library.close();
        expect(known, note).toEqual(there);
        expect(warnings, note).toEqual([]);
      }
      console.log(`killed at a moment ${when}, after: ${tally(interrupted)}`);
      const library = await openLibrary({ corpus, dataDir });
      await library.reindex();
      await library.close();
      const [snapshots = ''] = await readdir(join(dataDir, 'snapshots'));
      const left = await readdir(join(dataDir, 'snapshots', snapshots));
      // The snapshot and the file that names it; nothing of those who were killed.
      expect(left, `killed after: ${interrupted.join(', ')}`).toHaveLength(2);
    },
    KILLS_TIMEOUT_MS,
  );
});
