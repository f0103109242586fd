import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articlesIn, type IndexParts, updateParts } from '../../src/retrieval/build-index.js';
import { LivePostings } from '../../src/retrieval/live-postings.js';
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
import { plainArticle, plainSegment } from './plain.js';
import { articlesOf, NEWS, partsOf } from './small-index.js';

let root: string;
let parts: IndexParts;

beforeAll(async () => {
  root = await newFolder();
  parts = await partsOf(NEWS);
  await saveSnapshot(join(root, 'whole'), parts, 'print', {
    annexes: { notes: Buffer.from('kept beside it') },
  });
});

afterAll(() => rm(root, { recursive: true, force: true }));

const places = (of: Pick<IndexParts, 'segments' | 'places'>) => new LivePostings(of.segments, of.places);

describe('a snapshot', () => {
  it('holds all that was saved', async () => {
    const { parts: loaded, annexes, fingerprint } = await loadSnapshot(join(root, 'whole'));
    const { lexicons: _, ...stored } = parts;
    expect(loaded.facts).toEqual(stored.facts);
    expect(loaded.places).toEqual(stored.places);
    expect(loaded.segments).toHaveLength(1);
    for (const [i, segment] of loaded.segments.entries()) {
      const expected = stored.segments[i];
      expect(expected).toBeDefined();
      if (expected !== undefined) expect(plainSegment(segment)).toEqual(plainSegment(expected));
    }
    expect(Object.keys(annexes)).toEqual(['notes']);
    expect(Buffer.from(annexes.notes ?? []).toString()).toBe('kept beside it');
    expect(fingerprint).toBe('print');
  });

  it('of other code is refused', async () => {
    const folder = join(root, 'older');
    await saveSnapshot(folder, parts, 'print');
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, code: 'older' }));
    await expect(loadSnapshot(folder)).rejects.toThrow(SnapshotError);
    await expect(snapshotFingerprint(folder)).rejects.toThrow('another version of the program');
  });

  it('finds what was found before it was saved', async () => {
    const { parts: loaded } = await loadSnapshot(join(root, 'whole'));
    const terms = termsOf('清河水库竣工').map((term) => ({ term, weight: 1 }));
    const before = await miniSearchRetriever(places(parts)).search(terms, 10);
    expect(before.length).toBeGreaterThan(1);
    expect(await miniSearchRetriever(places(loaded)).search(terms, 10)).toEqual(before);
  });

  it('lets passages of one article share the article', async () => {
    const { parts: loaded } = await loadSnapshot(join(root, 'whole'));
    for (const { articles, passages } of loaded.segments)
      for (const { article } of passages) expect(articles).toContain(article);
  });

  it('shares the files of what has not changed with the one before', async () => {
    const more = updateParts(parts, [
      ...articlesIn(parts),
      ...articlesOf({ 'new.txt': '云岭县种树一万棵。' }),
    ]);
    await saveSnapshot(join(root, 'later'), more, 'later', { earlier: join(root, 'whole') });
    const { parts: loaded } = await loadSnapshot(join(root, 'later'));
    expect(articlesIn({ ...loaded, lexicons: parts.lexicons }).map(plainArticle)).toEqual(
      articlesIn(more).map(plainArticle),
    );
    const [old = ''] = parts.segments.map(({ id }) => id);
    const inode = async (folder: string) => (await stat(join(root, folder, `${old}-keys.bin`))).ino;
    expect(await inode('later')).toBe(await inode('whole'));
    expect(loaded.segments.map(({ id }) => id)).toContain(old);
  });

  it('is not read again where its segments are known', async () => {
    const { parts: loaded } = await loadSnapshot(join(root, 'whole'), parts);
    expect(loaded.segments[0]).toBe(parts.segments[0]);
  });

  it('tells its fingerprint without being loaded', async () => {
    expect(await snapshotFingerprint(join(root, 'whole'))).toBe('print');
  });

  it('can be of an empty corpus', async () => {
    await saveSnapshot(join(root, 'empty'), await partsOf({}), 'print');
    expect((await loadSnapshot(join(root, 'empty'))).parts.segments).toEqual([]);
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
