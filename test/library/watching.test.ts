import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CorpusWatch, watchCorpus } from '../../src/library/watching.js';

let folder: string;
let watching: CorpusWatch | null = null;
const changed = vi.fn();
const failed = vi.fn();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watching-'));
  await writeFile(join(folder, 'old.txt'), '旧文章');
  changed.mockClear();
  failed.mockClear();
});

afterEach(async () => {
  await watching?.close();
  expect(failed).not.toHaveBeenCalled();
  await rm(folder, { recursive: true, force: true });
});

async function start(corpus = folder, writtenAfter = 200): Promise<void> {
  watching = await watchCorpus(corpus, changed, failed, { writtenAfter, quietFor: 200 });
}

const told = (times: number) => vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(times), 5_000);

describe('watchCorpus', () => {
  it('says nothing of what is there already', async () => {
    await start();
    await pause(600);
    expect(changed).not.toHaveBeenCalled();
  });

  it.each([
    ['a new file', () => writeFile(join(folder, 'new.txt'), '新文章')],
    ['a changed file', () => appendFile(join(folder, 'old.txt'), '又讯')],
    ['a file that is gone', () => rm(join(folder, 'old.txt'))],
    ['another name', () => rename(join(folder, 'old.txt'), join(folder, 'other.txt'))],
    [
      'a file in a new folder',
      async () => {
        await mkdir(join(folder, '2022'));
        await writeFile(join(folder, '2022', 'new.txt'), '新文章');
      },
    ],
  ])('tells of %s', async (_, change) => {
    await start();
    await change();
    await told(1);
  });

  it('tells once of many changes that come together', async () => {
    await start();
    for (let file = 0; file < 30; file += 1) await writeFile(join(folder, `${file}.txt`), '新文章');
    await told(1);
    await pause(600);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('waits until a file is written to its end', async () => {
    await start(folder, 1_000);
    const path = join(folder, 'long.txt');
    await writeFile(path, '第一段');
    for (let piece = 0; piece < 8; piece += 1) {
      await pause(80);
      expect(changed).not.toHaveBeenCalled();
      await appendFile(path, '又一段');
    }
    await told(1);
  });

  it('passes over hidden files', async () => {
    await start();
    await writeFile(join(folder, '.draft.txt'), '草稿');
    await pause(700);
    expect(changed).not.toHaveBeenCalled();
  });

  it('watches a corpus that is one file', async () => {
    await start(join(folder, 'old.txt'));
    await appendFile(join(folder, 'old.txt'), '又讯');
    await told(1);
  });

  it('is silent when it is closed', async () => {
    await start();
    await writeFile(join(folder, 'new.txt'), '新文章');
    await watching?.close();
    await pause(700);
    expect(changed).not.toHaveBeenCalled();
  });
});
