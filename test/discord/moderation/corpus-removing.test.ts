import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newestArticles } from '../../newest-articles.js';
import { buildCouncil, type Council, controlId, controlsOf, type Message, wordsOf } from './council.js';

let council: Council;

beforeEach(async () => {
  council = await buildCouncil();
});

afterEach(async () => {
  expect(council.loopback.violations).toEqual([]);
  await council.close();
});

function remove(article: string) {
  const { moderator: user, home: guild } = council;
  return council.loopback.command({
    user,
    guild,
    name: 'corpus',
    subcommand: 'remove',
    options: { article },
  });
}

async function press(message: Message, label: string, until: string): Promise<Message> {
  const run = council.loopback.click(message, controlId(message, label), council.moderator);
  return run.until((one) => wordsOf(one).includes(until));
}

const titles = async (): Promise<readonly (string | null)[]> =>
  (await newestArticles(council.library)).map(({ title }) => title);

async function upload(name: string, text: string): Promise<void> {
  const upload = {
    name,
    bytes: Buffer.from(text),
    sha256: name,
    addedBy: council.moderator.id,
    at: council.now,
  };
  await council.store.uploads.put(upload);
}

describe('/corpus remove', () => {
  it('suggests articles by what is typed, the newest first', async () => {
    await council.start();
    const suggest = (article: string) =>
      council.loopback.autocomplete({
        user: council.moderator,
        guild: council.home,
        name: 'corpus',
        subcommand: 'remove',
        options: { article },
        focused: 'article',
      });
    expect((await suggest('')).map(({ name }) => name)).toEqual([
      '2022-03-01 青河博物馆开馆',
      '2021-07-04 青河大桥通车',
    ]);
    expect((await suggest('大橋')).map(({ name }) => name)).toEqual(['2021-07-04 青河大桥通车']);
    expect(await suggest('没有这篇')).toEqual([]);
  });

  it('asks first, and leaves everything as it is when it is cancelled', async () => {
    await council.start();
    const run = remove('青河大桥通车');
    const message = await run.answered();
    expect(wordsOf(message)).toContain('Remove this article?');
    expect(wordsOf(message)).toContain('The file bridge.txt in the corpus folder stays as it is');
    expect(run.ephemeral).toBe(true);
    expect(wordsOf(await press(message, 'Cancel', 'Nothing'))).toContain('Nothing was removed.');
    expect(await titles()).toHaveLength(2);
  });

  it('takes an article of the corpus out without touching its file, and brings it back', async () => {
    await council.start();
    const removed = await press(await remove('青河大桥通车').answered(), 'Remove', 'Removed: 青河大桥通车');
    expect(await titles()).toEqual(['青河博物馆开馆']);
    expect(await council.store.uploads.hidden()).toHaveLength(1);
    await press(removed, 'Undo', 'Back again: 青河大桥通车');
    expect(await titles()).toHaveLength(2);
    const acts = (await council.store.audit.last(council.home.id, 5)).map(({ act, detail }) => [act, detail]);
    expect(acts).toEqual([
      ['corpus-restore', '青河大桥通车'],
      ['corpus-remove', '青河大桥通车'],
    ]);
  });

  it('deletes a file that was added, and brings it back', async () => {
    await council.start();
    await upload('gate.txt', '北门修缮完工\n5月1日，青河市北门修缮工程完工。');
    const message = await remove('北门').answered();
    expect(wordsOf(message)).toContain('The file uploads/gate.txt, which was added in Discord, is deleted.');
    const removed = await press(message, 'Remove', 'Removed: 北门修缮完工');
    expect(await council.store.uploads.list()).toEqual([]);
    await press(removed, 'Undo', '### Kept');
    expect(await titles()).toContain('北门修缮完工');
  });

  it('takes out one article of a file with several, and leaves the others', async () => {
    await council.start();
    const line = (id: string) => JSON.stringify({ id, title: `简报${id}`, text: '正文一段，足够长。' });
    await upload('notes.jsonl', `${line('甲')}\n${line('乙')}`);
    const message = await remove('简报甲').answered();
    expect(wordsOf(message)).toContain('Only this article of uploads/notes.jsonl is taken out');
    await press(message, 'Remove', 'Removed: 简报甲');
    expect(await titles()).toContain('简报乙');
    expect(await titles()).not.toContain('简报甲');
    expect(await council.store.uploads.list()).toHaveLength(1);
  });

  it('brings an article back that was removed once, when its file is added again', async () => {
    await council.start();
    const line = (id: string) => JSON.stringify({ id, title: `简报${id}`, text: '正文一段，足够长。' });
    const text = `${line('甲')}\n${line('乙')}`;
    await upload('notes.jsonl', text);
    await press(await remove('简报甲').answered(), 'Remove', 'Removed');
    const { moderator: user, home: guild } = council;
    const file = { name: 'notes.jsonl', bytes: Buffer.from(text) };
    const run = council.loopback.command({
      user,
      guild,
      name: 'corpus',
      subcommand: 'add',
      options: { file },
    });
    await press(await run.answered(), 'Keep', '### Kept');
    expect(await titles()).toContain('简报甲');
  });

  it.each(['没有这篇', 'x'.repeat(100), '青河', '@everyone `*'])('knows no article %j', async (typed) => {
    await council.start();
    const message = await remove(typed).answered();
    expect(wordsOf(message)).toContain('There is no article');
    expect(controlsOf(message)).toEqual([]);
  });

  it('says so when the article has gone before Remove was pressed', async () => {
    await council.start();
    const [first, second] = [
      await remove('青河大桥通车').answered(),
      await remove('青河大桥通车').answered(),
    ];
    await press(first, 'Remove', 'Removed');
    expect(wordsOf(await press(second, 'Remove', 'no longer'))).toContain('This article is no longer there.');
  });

  it('removes articles whose ids are long and odd', async () => {
    await council.start();
    const id = `:*<@1>${'长'.repeat(300)}`;
    await upload('odd.jsonl', JSON.stringify({ id, title: '怪编号', text: '正文一段，足够长。' }));
    await upload(
      'odd2.jsonl',
      JSON.stringify({ id: `${id}2`, title: '怪编号二', text: '正文一段，足够长。' }),
    );
    const removed = await press(await remove('怪编号').answered(), 'Remove', 'Removed');
    expect(await titles()).not.toContain('怪编号');
    await press(removed, 'Undo', '### Kept');
    expect(await titles()).toContain('怪编号');
  });
});
