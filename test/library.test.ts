import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CorpusError } from '../src/library/corpus-error.js';
import { LISTED_AT_MOST, listed } from '../src/library/listed.js';
import { LocalLibrary, openLibrary, type ReindexProgress, ReindexRunningError } from '../src/library.js';
import { newestArticles } from './newest-articles.js';
import { withoutTexts } from './retrieval/plain.js';
import { smallCorpus, WHO_CHAIRED } from './small-corpus.js';

let folder: string;
let corpus: string;
let dataDir: string;
let warnings: string[];

beforeEach(async () => {
  ({ folder, corpus, dataDir } = await smallCorpus());
  warnings = [];
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Opens the library and counts how often it had to index. */
async function open(place: { corpus?: string; dataDir?: string } = {}) {
  const progress: ReindexProgress[] = [];
  const library = await openLibrary(
    { corpus, dataDir, ...place, warn: (message) => warnings.push(message) },
    (step) => progress.push(step),
  );
  return { library, progress, indexed: progress.length > 0 };
}

/** The one folder of snapshots. */
async function snapshots(): Promise<string> {
  const [name = ''] = await readdir(join(dataDir, 'snapshots'));
  return join(dataDir, 'snapshots', name);
}

async function currentSnapshot(): Promise<string> {
  const place = await snapshots();
  return join(place, (await readFile(join(place, 'current'), 'utf8')).trim());
}

describe('openLibrary', () => {
  it('indexes a corpus that it sees for the first time, phase by phase', async () => {
    const { library, progress } = await open();
    expect([...new Set(progress.map(({ phase }) => phase))]).toEqual(['reading', 'indexing', 'saving']);
    expect(progress.at(-1)).toMatchObject({ filesRead: 2, filesTotal: 2 });
    expect(progress.at(-1)?.passagesIndexed).toBeGreaterThan(2);
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ status: 'answered', answer: '林远山' });
  });

  it('reuses the snapshot of an unchanged corpus and answers the same', async () => {
    const first = await (await open()).library.ask(WHO_CHAIRED);
    const again = await open();
    const { tookMs: _, ...answer } = await again.library.ask(WHO_CHAIRED);
    expect(again.indexed).toBe(false);
    expect(withoutTexts(first)).toMatchObject(withoutTexts(answer));
    expect(warnings).toEqual([]);
  });

  it('indexes again when a file has changed', async () => {
    await open();
    await writeFile(join(corpus, 'dam.txt'), '清河水库竣工\n\n白知秋主持了清河水库的竣工仪式。');
    const changed = await open();
    expect(changed.indexed).toBe(true);
    expect(await changed.library.ask(WHO_CHAIRED)).toMatchObject({ answer: '白知秋' });
  });

  it('indexes again when a file is gone', async () => {
    await open();
    await rm(join(corpus, 'bridge.txt'));
    const { library, indexed } = await open();
    expect(indexed).toBe(true);
    expect((await newestArticles(library)).map(({ file }) => file)).toEqual(['dam.txt']);
  });

  it.each([
    ['a part is damaged', /heads-0\.jsonl$/, (bytes: Buffer) => bytes.fill(0, 10, 20)],
    ['a part is cut off', /postings-16\.bin$/, (bytes: Buffer) => bytes.subarray(0, 100)],
    ['what is kept beside the index is damaged', /annex-records$/, (bytes: Buffer) => bytes.fill(0, 1, 5)],
    ['the manifest is damaged', /manifest\.json$/, (bytes: Buffer) => bytes.subarray(0, 100)],
  ])('builds a snapshot anew with one warning when %s', async (_, file, damage) => {
    await open();
    const folder = await currentSnapshot();
    const part = join(folder, (await readdir(folder)).find((name) => file.test(name)) ?? '');
    await writeFile(part, damage(await readFile(part)));
    const { library, indexed } = await open();
    expect(indexed).toBe(true);
    expect(warnings).toEqual([expect.stringContaining('built anew')]);
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
    expect((await open()).indexed).toBe(false);
  });

  it('builds a snapshot of another version anew', async () => {
    await open();
    const manifest = join(await currentSnapshot(), 'manifest.json');
    await writeFile(
      manifest,
      JSON.stringify({ ...JSON.parse(await readFile(manifest, 'utf8')), version: 0 }),
    );
    expect((await open()).indexed).toBe(true);
  });

  it('keeps one snapshot of a corpus and removes what a dead writer left', async () => {
    await open();
    await mkdir(join(await snapshots(), 'unfinished'));
    await writeFile(join(corpus, 'note.txt'), '短讯\n\n云岭县今年种了一万棵树。');
    await open();
    const entries = await readdir(await snapshots(), { withFileTypes: true });
    expect(entries.filter((entry) => entry.isDirectory())).toHaveLength(1);
  });

  it('answers where nothing can be saved, with a warning', async () => {
    const blocked = join(folder, 'a-file');
    await writeFile(blocked, '');
    const { library } = await open({ dataDir: blocked });
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
    expect(warnings).toEqual([expect.stringContaining('could not be saved')]);
  });

  it('answers from memory while another process writes the snapshot', async () => {
    await open();
    await writeFile(join(await snapshots(), 'lock'), String(process.ppid));
    await rm(join(corpus, 'bridge.txt'));
    const { library } = await open();
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
    expect(warnings).toEqual([expect.stringContaining('could not be saved')]);
  });

  it('takes over the lock of a writer that has died', async () => {
    await open();
    const dead = { pid: 999_999_999, host: hostname(), began: 0, token: 'dead' };
    await writeFile(join(await snapshots(), 'lock'), JSON.stringify(dead));
    await rm(join(corpus, 'bridge.txt'));
    await open();
    expect(warnings).toEqual([]);
    expect((await open()).indexed).toBe(false);
  });

  it('throws a CorpusError that names a corpus that is not there', async () => {
    const missing = open({ corpus: join(folder, 'nowhere') });
    await expect(missing).rejects.toThrow(CorpusError);
    await expect(missing).rejects.toThrow('nowhere');
  });

  it('finds nothing in an empty corpus', async () => {
    for (const file of await readdir(corpus)) await rm(join(corpus, file));
    const { library } = await open();
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({
      status: 'no-answer',
      citations: [],
      passages: [],
    });
  });
});

describe('reindex', () => {
  it('reports what was added, changed and removed', async () => {
    const { library } = await open();
    await writeFile(join(corpus, 'note.txt'), '植树\n\n云岭县今年种了一万棵树。');
    await writeFile(join(corpus, 'dam.txt'), '清河水库竣工\n\n白知秋主持了清河水库的竣工仪式。');
    await rm(join(corpus, 'bridge.txt'));
    expect(await library.reindex()).toMatchObject({
      articles: 2,
      added: listed(['note.txt']),
      changed: listed(['dam.txt']),
      removed: listed(['bridge.txt']),
    });
  });

  it('compares with the published snapshot when nothing is open', async () => {
    await open();
    await writeFile(join(corpus, 'note.txt'), '植树\n\n云岭县今年种了一万棵树。');
    const report = await new LocalLibrary({ corpus, dataDir }).reindex();
    expect(report).toMatchObject({
      added: listed(['note.txt']),
      changed: listed([]),
      removed: listed([]),
    });
  });

  it('names the files that it skips', async () => {
    const { library } = await open();
    await writeFile(join(corpus, 'empty.txt'), '');
    expect((await library.reindex()).unreadable.first).toMatchObject([{ file: 'empty.txt', code: 'empty' }]);
  });

  it('names only the first of many, unless it is told to name all', async () => {
    const { library } = await open();
    for (let n = 0; n < 2 * LISTED_AT_MOST; n++) await writeFile(join(corpus, `${n}.txt`), '');
    const { unreadable } = await library.reindex();
    expect([unreadable.count, unreadable.first.length]).toEqual([2 * LISTED_AT_MOST, LISTED_AT_MOST]);
    const all = await library.reindex(() => {}, Number.POSITIVE_INFINITY);
    expect(all.unreadable.first).toHaveLength(2 * LISTED_AT_MOST);
  });

  it('leaves the old index answering when it fails', async () => {
    const { library } = await open();
    await rm(corpus, { recursive: true });
    await expect(library.reindex()).rejects.toThrow(CorpusError);
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
    expect(await newestArticles(library)).toHaveLength(2);
  });

  it('runs one at a time, and again after a failure', async () => {
    const { library } = await open();
    const running = library.reindex();
    await expect(library.reindex()).rejects.toThrow(ReindexRunningError);
    await running;
    await expect(library.reindex()).resolves.toMatchObject({ articles: 2 });
  });

  it('is refused while another process writes, and the old index answers', async () => {
    const { library } = await open();
    await writeFile(join(await snapshots(), 'lock'), String(process.ppid));
    await expect(library.reindex()).rejects.toThrow(ReindexRunningError);
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
  });

  it('answers questions meanwhile', async () => {
    const { library } = await open();
    const running = library.reindex();
    expect(await library.ask(WHO_CHAIRED)).toMatchObject({ answer: '林远山' });
    await running;
  });
});

describe('ask', () => {
  it('gives at most as many passages as the limit', async () => {
    const { library } = await open();
    expect((await library.ask('清河水库', { limit: 1 })).passages).toHaveLength(1);
  });

  it('takes over a snapshot that another library has published since', async () => {
    const { library } = await open();
    await writeFile(join(corpus, 'dam.txt'), '清河水库竣工\n\n白知秋主持了清河水库的竣工仪式。');
    await (await open()).library.close();
    await expect
      .poll(async () => (await library.ask(WHO_CHAIRED)).answer, { timeout: 10_000, interval: 500 })
      .toBe('白知秋');
  });
});

describe('sources', () => {
  it('lists the articles, the newest first, those without a date last', async () => {
    await writeFile(join(corpus, 'old.md'), '---\ntitle: 旧闻\ndate: 2019-04-01\n---\n\n云岭县通了火车。');
    await writeFile(join(corpus, 'new.md'), '---\ntitle: 新闻\ndate: 2022-04-01\n---\n\n云岭县修了机场。');
    const { library } = await open();
    expect((await newestArticles(library)).slice(0, 2).map(({ file }) => file)).toEqual(['new.md', 'old.md']);
  });
});
