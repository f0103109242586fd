import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/corpus/hash.js';
import { type LocalLibrary, openLibrary } from '../../src/library.js';
import { smallCorpus } from '../small-corpus.js';

let folder: string;
let corpus: string;
let library: LocalLibrary;

const TEXT = `植树记

云岭县今年种了一万棵树，山上又绿了许多。

县长周青说，明年还要再种两万棵。

学生们也参加了植树，每人种了三棵。`;
const LINES = ['a', 'b'].map((id) =>
  JSON.stringify({ id, text: `第${id}篇的第一段。\n\n第${id}篇的第二段。` }),
);

beforeEach(async () => {
  let dataDir: string;
  ({ folder, corpus, dataDir } = await smallCorpus());
  await writeFile(join(corpus, 'trees.txt'), TEXT);
  await writeFile(join(corpus, 'lines.jsonl'), LINES.join('\n'));
  library = await openLibrary({ corpus, dataDir });
});

afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

describe('check', () => {
  it('shows the paragraph with its neighbours and its place in the file', async () => {
    const check = await library.check('trees.txt', 2);
    expect(check).toMatchObject({
      status: 'unchanged',
      file: 'trees.txt',
      sha256: sha256Of(TEXT),
      paragraph: 2,
      paragraphs: 3,
      text: '县长周青说，明年还要再种两万棵。',
      before: '云岭县今年种了一万棵树，山上又绿了许多。',
      after: '学生们也参加了植树，每人种了三棵。',
    });
    const spans = check.status === 'gone' ? [] : check.spans;
    expect(spans.map((span) => TEXT.slice(...span)).join('')).toBe('县长周青说，明年还要再种两万棵。');
  });

  it('has no neighbours beyond the ends', async () => {
    expect(await library.check('trees.txt', 1)).toMatchObject({ before: null });
    expect(await library.check('trees.txt', 3)).toMatchObject({ after: null });
  });

  it('reads the file again: what it shows is what stands there now', async () => {
    const changed = TEXT.replace('两万棵', '五万棵');
    await writeFile(join(corpus, 'trees.txt'), changed);
    expect(await library.check('trees.txt', 2)).toMatchObject({
      status: 'changed',
      sha256: sha256Of(changed),
      text: '县长周青说，明年还要再种五万棵。',
    });
  });

  it('takes a line of a .jsonl by itself', async () => {
    const [a = '', b = ''] = LINES;
    await writeFile(join(corpus, 'lines.jsonl'), `${a.replace('第二段', '末段')}\n${b}`);
    expect(await library.check('a', 2)).toMatchObject({ status: 'changed', text: '第a篇的末段。' });
    expect(await library.check('b', 2)).toMatchObject({ status: 'unchanged', text: '第b篇的第二段。' });
  });

  it.each([
    ['the file is gone', () => rm(join(corpus, 'trees.txt'))],
    ['the file has become empty', () => writeFile(join(corpus, 'trees.txt'), '')],
    [
      'the paragraph is gone',
      () => writeFile(join(corpus, 'trees.txt'), '植树记\n\n云岭县今年种了一万棵树。'),
    ],
  ])('says so when %s', async (_, act) => {
    await act();
    expect(await library.check('trees.txt', 2)).toMatchObject({
      status: 'gone',
      article: { id: 'trees.txt', title: '植树记' },
    });
  });

  it('knows nothing of what was never indexed', async () => {
    expect(await library.check('nowhere.txt', 1)).toEqual({ status: 'gone', article: null });
    expect(await library.check('trees.txt', 9)).toMatchObject({ status: 'gone' });
  });
});

describe('article', () => {
  it('is the whole cleaned article with its places in the file', async () => {
    const article = await library.article('trees.txt');
    expect(article).toMatchObject({
      summary: { id: 'trees.txt', title: '植树记', paragraphs: 3, uploaded: false },
      sha256: sha256Of(TEXT),
    });
    for (const { text, spans } of article?.paragraphs ?? [])
      expect(spans.map((span) => TEXT.slice(...span)).join('')).toBe(text);
  });

  it('is null when there is none', async () => {
    expect(await library.article('nowhere.txt')).toBeNull();
  });
});
