import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IndexParts } from '../../src/retrieval/build-index.js';
import { miniSearchRetriever } from '../../src/retrieval/minisearch.js';
import {
  loadSnapshot,
  SNAPSHOT_VERSION,
  SnapshotError,
  saveSnapshot,
  snapshotFingerprint,
} from '../../src/retrieval/snapshot.js';
import { termsOf } from '../../src/retrieval/terms.js';
import { newFolder } from '../command-line.js';
import { NEWS, partsOf } from './small-index.js';

let root: string;
let parts: IndexParts;

beforeAll(async () => {
  root = await newFolder();
  parts = await partsOf(NEWS);
  await saveSnapshot(join(root, 'whole'), parts, 'print');
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe('a snapshot', () => {
  it('holds all that was saved', async () => {
    const loaded = await loadSnapshot(join(root, 'whole'));
    expect(loaded.articles).toEqual(parts.articles);
    expect(loaded.passages).toEqual(parts.passages);
    expect(loaded.facts).toEqual(parts.facts);
    expect(loaded.wordFrequencies.entries).toEqual(parts.wordFrequencies.entries);
    expect(Buffer.compare(loaded.lexicon, parts.lexicon)).toBe(0);
    expect(loaded.statistics.keys).toEqual(parts.statistics.keys);
    expect(loaded.statistics.counts).toEqual(parts.statistics.counts);
    expect(loaded.statistics.passages).toBe(parts.statistics.passages);
  });

  it('finds what was found before it was saved', async () => {
    const loaded = await loadSnapshot(join(root, 'whole'));
    const terms = termsOf('清河水库竣工').map((term) => ({ term, weight: 1 }));
    const before = await miniSearchRetriever(parts.segments).search(terms, 10);
    expect(before.length).toBeGreaterThan(1);
    expect(await miniSearchRetriever(loaded.segments).search(terms, 10)).toEqual(before);
  });

  it('lets passages of one article share the article', async () => {
    const { articles, passages } = await loadSnapshot(join(root, 'whole'));
    for (const { article } of passages) expect(articles).toContain(article);
  });

  it('tells its fingerprint without being loaded', async () => {
    expect(await snapshotFingerprint(join(root, 'whole'))).toBe('print');
  });

  it('can be of an empty corpus', async () => {
    await saveSnapshot(join(root, 'empty'), await partsOf({}), 'print');
    expect((await loadSnapshot(join(root, 'empty'))).passages).toEqual([]);
  });

  it('is none where nothing was saved', async () => {
    await expect(loadSnapshot(join(root, 'nowhere'))).rejects.toThrow(SnapshotError);
    await expect(snapshotFingerprint(join(root, 'nowhere'))).rejects.toThrow(SnapshotError);
  });

  it('is refused when any of its files is changed by a byte, and names the file', async () => {
    const folder = join(root, 'damaged');
    await saveSnapshot(folder, parts, 'print');
    const files = (await readdir(folder)).filter((file) => file !== 'manifest.json');
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const bytes = await readFile(join(folder, file));
      const middle = Math.floor(bytes.length / 2);
      await writeFile(
        join(folder, file),
        bytes.map((byte, i) => (i === middle ? byte ^ 1 : byte)),
      );
      await expect(loadSnapshot(folder), file).rejects.toThrow(SnapshotError);
      await expect(loadSnapshot(folder), file).rejects.toThrow(file);
      await writeFile(join(folder, file), bytes);
    }
    await expect(loadSnapshot(folder)).resolves.toBeDefined();
  });

  it('is refused when it is of another version', async () => {
    const folder = join(root, 'old');
    await saveSnapshot(folder, parts, 'print');
    const file = join(folder, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8'));
    expect(manifest.version).toBe(SNAPSHOT_VERSION);
    await writeFile(file, JSON.stringify({ ...manifest, version: SNAPSHOT_VERSION - 1 }));
    await expect(loadSnapshot(folder)).rejects.toThrow(SnapshotError);
  });
});
