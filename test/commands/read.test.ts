import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/discord/limits.js';
import { articleText, hold, summary } from '../discord/library-double.js';
import { buildTown, controlsOf, type Town, textOf } from '../discord/town.js';

let town: Town;

beforeEach(async () => {
  town = await buildTown();
  await town.start();
});

afterEach(async () => {
  expect(town.loopback.violations).toEqual([]);
  await town.close();
});

const read = (article: string, paragraph?: number) =>
  town.loopback.command({
    user: town.member,
    guild: town.home,
    name: 'read',
    options: { article, ...(paragraph === undefined ? {} : { paragraph }) },
  });

const suggestions = (article: string) =>
  town.loopback.autocomplete({
    user: town.member,
    guild: town.home,
    name: 'read',
    options: { article },
    focused: 'article',
  });

/** An article whose paragraphs are `texts`. */
function longArticle(texts: readonly string[]): void {
  const paragraphs = texts.map((text, index) => ({
    number: index + 1,
    text,
    spans: [[0, text.length]] as const,
  }));
  town.library.article = () => Promise.resolve(articleText({ paragraphs }));
}

describe('/read', () => {
  it.each(['a1', '青河市召开第三次防汛会议', '青河市召開第三次防汛會議', 'qinghe.txt', '第三次防汛'])(
    'finds the article by %s',
    async (typed) => {
      const run = read(typed);
      const text = textOf(await run.answered());
      expect(text).toMatch(
        /^### \[青河市召开第三次防汛会议\]\(https:\/\/example\.org\/qinghe\/3\)\n-# 青河日报 · 2021年7月5日/,
      );
      expect(text).toContain('-# ¶ 2\n7月4日，市长林远山主持');
      expect(run.ephemeral).toBe(true);
    },
  );

  it('sets the paragraph off that was asked for', async () => {
    expect(textOf(await read('a1', 2).answered())).toContain('-# ¶ 2\n> 7月4日');
  });

  it.each([
    ['no such article', '没有找到“没有 \\*这篇\\*”', '没有 *这篇*', undefined],
    ['no such paragraph', '只有 3 段', 'a1', 4],
  ] as const)('says so when there is %s', async (_, words, article, paragraph) => {
    expect(textOf(await read(article, paragraph).answered())).toContain(words);
  });

  it('turns the pages of a long article, every sentence of which is shown once', async () => {
    const texts = Array.from({ length: 40 }, (_, index) => `第${index}段，${'说了很多话'.repeat(30)}。`);
    longArticle(texts);
    let page = await read('a1').answered();
    let whole = textOf(page);
    for (;;) {
      const next = controlsOf(page, 'read')[2] ?? '';
      const { disabled } = JSON.parse(JSON.stringify(page.components?.[0])).components[2];
      if (disabled === true) break;
      page = await town.loopback.click(page, next, town.member).answered();
      whole += textOf(page);
    }
    for (const text of texts) expect(whole.split(text)).toHaveLength(2);
  });

  it('opens at a paragraph in the middle', async () => {
    longArticle(Array.from({ length: 40 }, (_, index) => `第${index + 1}段，${'说了很多话'.repeat(30)}。`));
    const text = textOf(await read('a1', 33).answered());
    expect(text).toContain('> 第33段，');
    expect(text).not.toContain('第1段，');
  });

  it.each([
    ['one paragraph of 20,000 characters without an end', ['长*'.repeat(10_000)]],
    ['3,000 paragraphs of one character', Array.from({ length: 3_000 }, () => '_')],
    ['no paragraph', []],
  ])('keeps %s within the limits', async (_, texts) => {
    longArticle(texts);
    const text = textOf(await read('a1').answered());
    expect(text.length).toBeLessThanOrEqual(LIMITS.embedDescription);
    expect(text).not.toMatch(/…$/);
  });

  it('works after a restart, and says so when the article has gone since', async () => {
    longArticle(Array.from({ length: 40 }, () => '说了很多话'.repeat(30)));
    const first = await read('a1').answered();
    await town.restart();
    town.library.article = () => Promise.resolve(null);
    const gone = await town.loopback.click(first, controlsOf(first, 'read')[2] ?? '', town.member).answered();
    expect(textOf(gone)).toBe('这篇文章已经不在收录之中。');
  });
});

describe('suggestions for an article', () => {
  it('are its titles with their dates, within the limits, for 200 articles with long names', async () => {
    hold(
      town.library,
      Array.from({ length: 200 }, (_, index) =>
        summary({ id: `${'编号'.repeat(60)}${index}`, title: `${'很长的标题'.repeat(15)}${index}` }),
      ),
    );
    const choices = await suggestions('很长');
    expect(choices).toHaveLength(25);
    for (const { name } of choices) expect(name.length).toBeLessThanOrEqual(100);
  });

  it('put those first that begin with what was typed, in either script', async () => {
    hold(town.library, [
      summary({ id: '1', title: '关于会议的说明', date: null }),
      summary({ id: '2', title: '会议纪要', date: '2022-03-01' }),
      summary({ id: '3', title: '无关', date: null }),
    ]);
    expect(await suggestions('會議')).toEqual([
      { name: '2022-03-01 会议纪要', value: '2' },
      { name: '关于会议的说明', value: '1' },
    ]);
  });

  it('are none, and no failure, when the articles cannot be listed', async () => {
    town.library.suggest = () => Promise.reject(new Error('search process gone'));
    expect(await suggestions('会')).toEqual([]);
    expect(town.logger.entries.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('are none when listing takes too long', async () => {
    town.library.suggest = () => new Promise(() => {});
    expect(await suggestions('会')).toEqual([]);
  });
});
