import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UnreadableFileError } from '../../src/corpus/unreadable.js';
import { listFiles, readSource, type SourceFile } from '../../src/corpus/walk.js';

let folder: string;
let corpus: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corpus-'));
  corpus = join(folder, 'corpus');
  await mkdir(join(corpus, 'inner'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

async function put(file: string, text = '一句话。'): Promise<void> {
  await writeFile(join(corpus, file), text);
}

async function source(file: string): Promise<SourceFile> {
  const found = (await listFiles(corpus)).files.find((candidate) => candidate.file === file);
  if (found === undefined) throw new Error(`${file} is not listed`);
  return found;
}

async function codeOf(file: SourceFile): Promise<string> {
  try {
    await readSource(file);
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.code;
    throw error;
  }
  return 'none';
}

describe('listFiles', () => {
  it('lists files of all folders in the order of their names', async () => {
    await Promise.all([put('乙.txt'), put('b.txt'), put('inner/a.md'), put('A.html')]);
    const { files, unreadable } = await listFiles(corpus);
    expect(files.map(({ file }) => file)).toEqual(['A.html', 'b.txt', 'inner/a.md', '乙.txt']);
    expect(files[1]).toMatchObject({ path: join(corpus, 'b.txt'), size: 12, mtimeMs: expect.any(Number) });
    expect(unreadable).toEqual([]);
  });

  it('leaves out hidden files, READMEs and licences', async () => {
    await mkdir(join(corpus, '.git'));
    await Promise.all([
      put('.git/x.txt'),
      put('.hidden.txt'),
      put('README.md'),
      put('LICENSE'),
      put('a.txt'),
    ]);
    expect((await listFiles(corpus)).files.map(({ file }) => file)).toEqual(['a.txt']);
  });

  it('takes one file for a corpus', async () => {
    await put('a.jsonl', '{}');
    expect((await listFiles(join(corpus, 'a.jsonl'))).files.map(({ file }) => file)).toEqual(['a.jsonl']);
  });

  it('throws when the corpus is not there', async () => {
    await expect(listFiles(join(folder, 'nowhere'))).rejects.toThrow('ENOENT');
  });

  it('does not follow links out of the corpus and reports them', async () => {
    await writeFile(join(folder, 'secret.txt'), '秘密。');
    await mkdir(join(folder, 'corpus-of-others'));
    await writeFile(join(folder, 'corpus-of-others', 'x.txt'), '别人的。');
    await symlink(join(folder, 'secret.txt'), join(corpus, 'link.txt'));
    await symlink(join(folder, 'corpus-of-others', 'x.txt'), join(corpus, 'near.txt'));
    await symlink(folder, join(corpus, 'up'));
    await symlink(join(corpus, 'nothing'), join(corpus, 'broken.txt'));
    const { files, unreadable } = await listFiles(corpus);
    expect(files).toEqual([]);
    expect(unreadable.map(({ file, code }) => [file, code])).toEqual([
      ['broken.txt', 'vanished'],
      ['link.txt', 'outside'],
      ['near.txt', 'outside'],
      ['up', 'outside'],
    ]);
  });

  it('follows a link to a file of the corpus that is not listed itself, and to no folder', async () => {
    await mkdir(join(corpus, '..data'));
    await put('..data/a.txt');
    await put('b.txt');
    await symlink('..data/a.txt', join(corpus, 'a.txt'));
    await symlink('b.txt', join(corpus, 'c.txt'));
    await symlink('inner', join(corpus, 'd'));
    const { files, unreadable } = await listFiles(corpus);
    expect(files.map(({ file }) => file)).toEqual(['a.txt', 'b.txt']);
    expect(unreadable.map(({ file, code }) => [file, code])).toEqual([['d', 'not-a-file']]);
  });
});

describe('readSource', () => {
  it('gives the bytes', async () => {
    await put('a.txt', '桥');
    expect(await readSource(await source('a.txt'))).toEqual(new TextEncoder().encode('桥'));
  });

  it('refuses a file of 50 MB', async () => {
    await put('a.txt');
    await truncate(join(corpus, 'a.txt'), 50 * 1024 * 1024);
    const large = await source('a.txt');
    expect(await codeOf(large)).toBe('too-large');
    await expect(readSource(large)).rejects.toThrow('a.txt: it has 50 MB, more than the 32 MB that are read');
  });

  it('reads a .jsonl of 50 MB', async () => {
    await put('a.jsonl');
    await truncate(join(corpus, 'a.jsonl'), 50 * 1024 * 1024);
    expect((await readSource(await source('a.jsonl'))).byteLength).toBe(50 * 1024 * 1024);
  });

  it('says that a file vanished when it went after it was listed', async () => {
    await put('a.txt');
    const listed = await source('a.txt');
    await rm(listed.path);
    expect(await codeOf(listed)).toBe('vanished');
  });

  it('does not follow a link that took a file’s place after it was listed', async () => {
    await put('a.txt');
    const listed = await source('a.txt');
    await writeFile(join(folder, 'secret.txt'), '秘密。');
    await rm(listed.path);
    await symlink(join(folder, 'secret.txt'), listed.path);
    expect(await codeOf(listed)).toBe('outside');
  });

  it('refuses a folder that took a file’s place', async () => {
    await put('a.txt');
    const listed = await source('a.txt');
    await rm(listed.path);
    await mkdir(listed.path);
    expect(await codeOf(listed)).toBe('not-a-file');
  });
});
