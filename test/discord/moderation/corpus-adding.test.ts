import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChangePendingError } from '../../../src/library.js';
import { newestArticles } from '../../newest-articles.js';
import { buildCouncil, type Council, controlId, controlsOf, wordsOf } from './council.js';

let council: Council;

beforeEach(async () => {
  council = await buildCouncil();
});

afterEach(async () => {
  expect(council.loopback.violations).toEqual([]);
  await council.close();
});

const ARTICLE =
  '北门修缮完工\n青河日报 2023-05-01\n5月1日，青河市北门修缮工程完工，总工程师何一鸣介绍了修缮经过。\n修缮用去青砖三万块。\n责任编辑：王小青';
const file = (name: string, text: string | Buffer = ARTICLE) => ({ name, bytes: Buffer.from(text) });
type Files = readonly ReturnType<typeof file>[];

function add(files: Files, user = council.moderator, guild = council.home) {
  const options = Object.fromEntries(
    files.map((one, index) => [index === 0 ? 'file' : `file${index + 1}`, one]),
  );
  return council.loopback.command({ user, guild, name: 'corpus', subcommand: 'add', options });
}

const uploads = async (): Promise<readonly string[]> =>
  (await council.store.uploads.list()).map(({ name }) => name);
const titles = async (): Promise<readonly (string | null)[]> =>
  (await newestArticles(council.library)).map(({ title }) => title);

describe('/corpus add', () => {
  it('shows the cleaned text and its receipt, and keeps nothing yet', async () => {
    await council.start();
    const run = add([file('gate.txt')]);
    const words = wordsOf(await run.answered());
    expect(words).toContain('Keep this file?');
    expect(words).toContain('### 北门修缮完工');
    expect(words).toContain('青河日报 · 1 May 2023 · 2 paragraphs');
    expect(words).toContain('> 5月1日，青河市北门修缮工程完工');
    expect(words).toContain('uploads/gate.txt');
    expect(words).toContain('**credits** 2 × —');
    expect(words).toContain('责任编辑：王小青');
    expect(run.ephemeral).toBe(true);
    expect(await uploads()).toEqual([]);
  });

  it('keeps the file when Keep is pressed, and answers from it at once', async () => {
    await council.start();
    const run = add([file('gate.txt')]);
    const message = await run.answered();
    const kept = council.loopback.click(message, controlId(message, 'Keep'), council.moderator);
    const last = await kept.until((one) => wordsOf(one).includes('### Kept'));
    expect(wordsOf(last)).toContain('It answers questions from now on: 3 articles');
    expect(controlsOf(last)).toEqual([]);
    expect(await uploads()).toEqual(['gate.txt']);
    expect(await titles()).toContain('北门修缮完工');
    expect(await council.store.audit.last(council.home.id, 10)).toMatchObject([
      { act: 'corpus-keep', userId: council.moderator.id, detail: 'gate.txt', at: council.now },
      { act: 'corpus-add' },
    ]);
  });

  it('forgets the file when Discard is pressed', async () => {
    await council.start();
    const message = await add([file('gate.txt')]).answered();
    const run = council.loopback.click(message, controlId(message, 'Discard'), council.moderator);
    expect(wordsOf(await run.until((one) => wordsOf(one).includes('Discarded')))).toContain('gate.txt');
    expect(await uploads()).toEqual([]);
    const again = council.loopback.click(message, controlId(message, 'Keep'), council.moderator, {
      force: true,
    });
    await again.response;
    expect(wordsOf(again.message)).toContain('no longer waiting');
    expect(await uploads()).toEqual([]);
  });

  it('takes several files, of which each can be kept or discarded by itself', async () => {
    await council.start();
    const names = ['a.txt', 'b.md', 'c.txt'];
    const files = names.map((name, index) => file(name, `${ARTICLE}\n第${index}篇。`));
    const message = await add(files).answered();
    expect(controlsOf(message).map(({ label }) => label)).toEqual([
      'Keep all',
      'Discard all',
      ...names.map((name) => `Keep ${name}`),
      ...names.map((name) => `Discard ${name}`),
    ]);
    const first = council.loopback.click(message, controlId(message, 'Keep b.md'), council.moderator);
    const second = await first.until((one) => wordsOf(one).includes('### Kept'));
    expect(await uploads()).toEqual(['b.md']);
    const third = council.loopback.click(second, controlId(second, 'Discard a.txt'), council.moderator);
    const fourth = await third.until((one) => wordsOf(one).includes('Discarded'));
    expect(controlsOf(fourth).map(({ label }) => label)).toEqual(['Keep', 'Discard']);
    const last = council.loopback.click(fourth, controlId(fourth, 'Keep'), council.moderator);
    await last.until((one) => wordsOf(one).includes('### Kept'));
    expect(await uploads()).toEqual(['b.md', 'c.txt']);
  });

  it('keeps all of five long files at once, within the limits of Discord', async () => {
    await council.start();
    const long = (index: number) =>
      `${`很长的标题${index}`.repeat(60)}\n青河日报 2023-05-01\n${`第${index}段很长。*[链接](https://evil.example)*`.repeat(500)}\n${'又一段。\n'.repeat(40)}`;
    const files = [1, 2, 3, 4, 5].map((index) => file(`${`长`.repeat(90)}${index}.txt`, long(index)));
    const message = await add(files).answered();
    const run = council.loopback.click(message, controlId(message, 'Keep all'), council.moderator);
    await run.until((one) => wordsOf(one).includes('5 files kept'));
    expect(await uploads()).toHaveLength(5);
  });

  it('still keeps a file after a restart, and no longer after a day', async () => {
    const bot = await council.start();
    const [early, late] = [
      await add([file('a.txt')]).answered(),
      await add([file('b.txt', `${ARTICLE}二`)]).answered(),
    ];
    await bot.stop();
    await council.start();
    council.now += 23 * 3_600_000;
    const kept = council.loopback.click(early, controlId(early, 'Keep'), council.moderator);
    await kept.until((one) => wordsOf(one).includes('### Kept'));
    council.now += 2 * 3_600_000;
    const gone = council.loopback.click(late, controlId(late, 'Keep'), council.moderator);
    await gone.response;
    await council.loopback.waitForMessage(() => true, 300).catch(() => {});
    expect(await uploads()).toEqual(['a.txt']);
  });

  it('says that a file of the same name will be replaced, and replaces it', async () => {
    await council.start();
    const keep = async (text: string) => {
      const message = await add([file('gate.txt', text)]).answered();
      const run = council.loopback.click(message, controlId(message, 'Keep'), council.moderator);
      await run.until((one) => wordsOf(one).includes('### Kept'));
      return wordsOf(message);
    };
    expect(await keep(ARTICLE)).not.toContain('Replaces');
    expect(await keep(ARTICLE.replace('三万块', '五万块'))).toContain('Replaces the file of the same name');
    expect(await uploads()).toEqual(['gate.txt']);
    expect(Buffer.from((await council.store.uploads.bytes('gate.txt')) ?? []).toString()).toContain('五万块');
  });

  it('says that the same text is there already under another name', async () => {
    await council.start();
    const message = await add([file('a.txt')]).answered();
    const run = council.loopback.click(message, controlId(message, 'Keep'), council.moderator);
    await run.until((one) => wordsOf(one).includes('### Kept'));
    expect(wordsOf(await add([file('b.txt')]).answered())).toContain(
      'The same text is there already as uploads/a.txt',
    );
  });

  it('numbers different files of one name, and takes the same file only once', async () => {
    await council.start();
    const words = wordsOf(
      await add([file('a.txt'), file('a.txt', `${ARTICLE}二`), file('copy.txt')]).answered(),
    );
    expect(words).toContain('uploads/a (2).txt');
    expect(words).toContain('Got another name');
    expect(words).toContain('**copy.txt** — The same file was attached twice.');
  });

  it.each([
    ['a kind of file that it cannot read', file('virus.exe'), 'Only .txt'],
    ['an empty file', file('empty.txt', ''), 'The file is empty.'],
    [
      'bytes that are no text',
      file('image.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])),
      'This is no text.',
    ],
    ['a file without an article', file('blank.txt', ' \n\n '), 'no text of an article'],
  ])('says why it does not take %s', async (_, bad, why) => {
    await council.start();
    const message = await add([bad]).answered();
    expect(wordsOf(message)).toContain(why);
    expect(controlsOf(message)).toEqual([]);
  });

  it('takes the name that its sender sees, in Chinese', async () => {
    await council.start();
    const words = wordsOf(await add([file('北门修缮完工.txt')]).answered());
    expect(words).toContain('uploads/北门修缮完工.txt');
  });

  it('lists the articles of a file with several', async () => {
    await council.start();
    const lines = Array.from({ length: 30 }, (_, index) =>
      JSON.stringify({
        id: `x${index}`,
        title: `第${index}篇`,
        text: '正文一。\n正文二。',
        date: '2023-01-02',
      }),
    );
    const words = wordsOf(await add([file('many.jsonl', lines.join('\n'))]).answered());
    expect(words).toContain('### 30 articles');
    expect(words).toContain('- 第0篇 · 2 January 2023 · 2 paragraphs');
    expect(words).toContain('and 22 more articles');
  });

  it('tells that the index could not be renewed, and keeps the file all the same', async () => {
    await council.start();
    council.library.refresh = () => Promise.reject(new Error('the disk is *full*'));
    const message = await add([file('gate.txt')]).answered();
    const run = council.loopback.click(message, controlId(message, 'Keep'), council.moderator);
    const last = await run.until((one) => wordsOf(one).includes('could not be renewed'));
    expect(wordsOf(last)).toContain('the disk is \\*full\\*');
    expect(await uploads()).toEqual(['gate.txt']);
  });

  it('tells that a kept file waits for the search engine, and that nothing need be done', async () => {
    await council.start();
    council.library.refresh = () => Promise.reject(new ChangePendingError('refused'));
    const message = await add([file('gate.txt')]).answered();
    const run = council.loopback.click(message, controlId(message, 'Keep'), council.moderator);
    const last = await run.until((one) => wordsOf(one).includes('tried again by itself'));
    expect(wordsOf(last)).not.toContain('/reindex');
    expect(await uploads()).toEqual(['gate.txt']);
  });
});
