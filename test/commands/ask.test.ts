import { InteractionResponseType } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hold, summary } from '../discord/library-double.js';
import { answer, article, citation } from '../discord/samples.js';
import { buildTown, type Town, textOf } from '../discord/town.js';

let town: Town;

beforeEach(async () => {
  town = await buildTown();
  await town.start();
});

afterEach(async () => {
  expect(town.loopback.violations).toEqual([]);
  await town.close();
});

const asking = (options: Record<string, string | boolean>) => ({
  user: town.member,
  guild: town.home,
  name: 'ask',
  options,
});

describe('/ask', () => {
  it('is deferred at once and then edited into the answer', async () => {
    const run = town.loopback.command(asking({ question: '第三次防汛会议谁主持？' }));
    const response = await run.response;
    expect(response.type).toBe(InteractionResponseType.DeferredChannelMessageWithSource);
    expect(response.afterMs).toBeLessThan(3_000);
    const message = await run.answered();
    expect(message.embeds[0]?.title).toBe('第三次防汛会议谁主持？');
    expect(textOf(message)).toBe(
      [
        '## 林远山',
        '',
        '**[1]** [青河市召开第三次防汛会议](https://example.org/qinghe/3)',
        '-# 青河日报 · 2021年7月5日 · 第 2 段',
        '> 7月4日，市长**林远山**主持召开第三次防汛会议。',
      ].join('\n'),
    );
    expect(run.ephemeral).toBe(false);
  });

  it('is seen by the asker alone when it is private', async () => {
    const run = town.loopback.command(asking({ question: '谁主持？', private: true }));
    await run.answered();
    expect(run.ephemeral).toBe(true);
  });

  it('works in a direct message', async () => {
    const options = { question: '谁主持？' };
    const run = town.loopback.command({ user: town.member, dm: true, name: 'ask', options });
    expect(textOf(await run.answered())).toContain('林远山');
  });

  it('works for somebody who installed the bot, in a server that it is not in', async () => {
    const guild = town.loopback.world.addGuild({ name: 'Elsewhere', installed: false });
    town.loopback.world.addMember(guild, { user: town.member });
    town.member.installedApplication = true;
    const run = town.loopback.command({ ...asking({ question: '谁主持？' }), guild });
    expect(textOf(await run.answered())).toContain('林远山');
  });

  it('frames the answer in the language of the question, whatever the locale of the user', async () => {
    town.library.ask = (question) => Promise.resolve(answer({ question, language: 'en', note: 'careful' }));
    const message = await town.loopback.command(asking({ question: 'who chaired?' })).answered();
    expect(textOf(message)).toContain('-# Note: careful');
    expect(textOf(message)).toContain('5 July 2021 · ¶ 2');
  });

  it('never leaves the limits, pings or formats, whatever the articles hold', async () => {
    const title = '**@everyone** [点我](https://evil.example) `<@1>` ||# '.repeat(20);
    const quote = `@here ${'长句'.repeat(1_500)}`;
    const citations = Array.from({ length: 10 }, (_, index) =>
      citation({
        n: index + 1,
        quote,
        highlights: [[2_000, 2_010]],
        article: article({ title, source: title }),
      }),
    );
    town.library.ask = (question) => Promise.resolve(answer({ question, note: title, citations }));
    const run = town.loopback.command(asking({ question: `@everyone **谁** ${'？'.repeat(900)}` }));
    const message = await run.answered();
    expect(textOf(message).length).toBeGreaterThan(2_000);
    expect(JSON.stringify(message.embeds)).not.toMatch(/@everyone|@here/);
    const [edit] = town.loopback.journal.requests(/^PATCH \/webhooks/);
    expect(edit?.body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  it('says in the locale of the user that something went wrong, and logs what', async () => {
    town.library.ask = () => Promise.reject(new Error('search process gone'));
    const run = town.loopback.command(asking({ question: 'who chaired?' }));
    const text = textOf(await run.answered());
    expect(text).toContain('我这边出了问题');
    expect(text).toContain(run.id);
    expect(town.logger.entries.filter(({ level }) => level === 'error')).toMatchObject([
      { request: run.id, command: 'ask', error: { message: 'search process gone' } },
    ]);
  });

  it('answers a question that comes while the index is renewed', async () => {
    let finish: () => void = () => {};
    const { reindex } = town.library;
    town.library.reindex = async (onProgress) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return reindex(onProgress);
    };
    const renewal = town.loopback.command({ user: town.moderator, guild: town.home, name: 'reindex' });
    await renewal.response;
    const message = await town.loopback.command(asking({ question: '谁主持？' })).answered();
    expect(textOf(message)).toContain('林远山');
    finish();
    await renewal.until((state) => textOf(state).includes('The index is renewed'));
  });

  it('asks only what was chosen, and says so', async () => {
    let given: unknown = null;
    town.library.ask = (question, options) => {
      given = options?.filter;
      return Promise.resolve(answer({ question, undated: 3 }));
    };
    const options = { question: '谁主持？', source: 'a1', since: '2021年7月', until: '2022' };
    const message = await town.loopback.command(asking(options)).answered();
    expect(given).toEqual({ source: 'a1', since: '2021-07', until: '2022' });
    expect(textOf(message)).toContain(
      '-# 只问：青河市召开第三次防汛会议 · 2021年7月 起 · 2022年 止 · 3 篇日期不详的文章未计入',
    );
  });

  it.each([
    [{ since: '昨天' }, '看不懂日期“昨天”'],
    [{ until: '2022-02-30' }, '看不懂日期“2022-02-30”'],
    [{ since: '2023', until: '2022' }, '开始日期晚于结束日期'],
  ])('says to the asker alone what is wrong with %j', async (dates, words) => {
    const run = town.loopback.command(asking({ question: '谁？', ...dates }));
    expect(textOf(await run.answered())).toContain(words);
    expect(run.ephemeral).toBe(true);
  });

  it('suggests sources, the largest first, then articles', async () => {
    hold(town.library, [
      summary({ id: '1', title: '甲', source: '白石晚报', date: null }),
      summary({ id: '2', title: '乙', source: '青河日报', date: null }),
      summary({ id: '3', title: '丙', source: '青河日报', date: null }),
    ]);
    const suggested = await town.loopback.autocomplete({
      ...asking({ question: '', source: '' }),
      focused: 'source',
    });
    expect(suggested.map(({ value }) => value)).toEqual(['青河日报', '白石晚报', '1', '2', '3']);
  });
});
