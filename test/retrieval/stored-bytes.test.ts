import { rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecentlyUsed, StoredBytes, StoredBytesError } from '../../src/retrieval/stored-bytes.js';
import { newFolder } from '../command-line.js';

let root: string;

beforeAll(async () => {
  root = await newFolder();
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe('stored bytes', () => {
  it('are read from where they stand', async () => {
    const file = join(root, 'letters');
    await writeFile(file, 'abcdefgh');
    const bytes = new StoredBytes(file);
    expect(bytes.read(2, 5).toString()).toBe('cde');
    expect(bytes.read(0, 8).toString()).toBe('abcdefgh');
    expect(bytes.read(3, 3)).toHaveLength(0);
  });

  it('are still there when their file was removed', async () => {
    const file = join(root, 'removed');
    await writeFile(file, 'kept');
    const bytes = new StoredBytes(file);
    await rm(file);
    expect(bytes.read(0, 4).toString()).toBe('kept');
  });

  it('name their file when it was cut short', async () => {
    const file = join(root, 'cut');
    await writeFile(file, 'abcdefgh');
    const bytes = new StoredBytes(file);
    await truncate(file, 4);
    expect(() => bytes.read(2, 6)).toThrow(StoredBytesError);
    expect(() => bytes.read(2, 6)).toThrow(file);
  });
});

describe('what was used last', () => {
  it('is kept as far as it fits, the latest first', () => {
    const recent = new RecentlyUsed<{ readonly name: string; readonly size: number }>(10);
    const [a, b, c, large] = ['a', 'b', 'c', 'large'].map((name) => ({
      name,
      size: name === 'large' ? 20 : 4,
    }));
    const kept = () => recent.kept().map(({ name }) => name);
    if (a === undefined || b === undefined || c === undefined || large === undefined)
      throw new Error('no values');
    for (const value of [a, b, a, c]) recent.use(value);
    expect(kept()).toEqual(['a', 'c']);
    recent.use(large);
    expect(kept()).toEqual(['large']);
    recent.use(b);
    expect(kept()).toEqual(['b']);
  });
});
