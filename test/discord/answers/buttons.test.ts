import { ComponentType } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AskOptions } from '../../../src/library.js';
import { sourceCheck, summary } from '../library-double.js';
import { answer, article } from '../samples.js';
import { answerTo, buildTown, controlOf, controlsOf, type Town, textOf } from '../town.js';

type Message = Awaited<ReturnType<Town['loopback']['say']>>;

let town: Town;

const passage = (paragraph: number) => ({ article: article(), paragraph, text: '', score: 1 });

beforeEach(async () => {
  town = await buildTown();
  town.library.ask = (question) =>
    Promise.resolve(answer({ question, asked: question, passages: [2, 1, 3].map(passage) }));
  await town.start();
});

afterEach(async () => {
  expect(town.loopback.violations).toEqual([]);
  await town.close();
});

async function ask(options: Record<string, string | boolean> = {}): Promise<Message> {
  const { loopback, member, home } = town;
  const run = loopback.command({
    user: member,
    guild: home,
    name: 'ask',
    options: { question: '谁主持？', ...options },
  });
  return run.answered();
}

const press = (message: Message, prefix: string, user = town.member) =>
  town.loopback.click(message, controlOf(message, prefix), user);

/** The second embed of a message: the passage that is shown with the answer. */
const besides = (message: Message): string => message.embeds[1]?.description ?? '';

describe('other passages', () => {
  it('are shown one at a time below the answer, which stays as it is', async () => {
    const shown = await ask();
    const second = await press(shown, 'passages').answered();
    expect(second.embeds[0]).toMatchObject({ description: textOf(shown), title: '谁主持？' });
    expect(besides(second)).toContain('第 1 段\n第一段。');
    const [back, here, next] = controlsOf(second, 'passages');
    expect(here?.endsWith(':1')).toBe(true);
    const third = await town.loopback.click(second, next ?? '', town.member).answered();
    expect(besides(third)).toContain('第三段。');
    const first = await town.loopback.click(third, back?.replace(/0$/, '1') ?? '', town.member).answered();
    expect(besides(first)).toContain('第一段。');
    const alone = await town.loopback
      .click(first, controlsOf(first, 'passages')[0] ?? '', town.member)
      .answered();
    expect(alone.embeds).toHaveLength(1);
  });

  it('are shown to somebody else in a message of his own', async () => {
    const shown = await ask();
    const run = press(shown, 'passages', town.moderator);
    const own = await run.answered();
    expect(run.ephemeral).toBe(true);
    expect(own.id).not.toBe(shown.id);
    expect(textOf(own)).toContain('第一段。');
    const next = await town.loopback
      .click(own, controlsOf(own, 'passages')[2] ?? '', town.moderator)
      .answered();
    expect(next.id).toBe(own.id);
    expect(textOf(next)).toContain('第三段。');
    expect(town.loopback.history(shown)).toHaveLength(2);
  });

  it('say so when their article has gone', async () => {
    const shown = await ask();
    town.library.article = () => Promise.resolve(null);
    expect(besides(await press(shown, 'passages').answered())).toBe('这篇文章已经不在收录之中。');
  });

  it('stand behind a button below a refusal', async () => {
    town.library.ask = (question) =>
      Promise.resolve(
        answer({
          question,
          status: 'no-answer',
          answer: null,
          note: '没有。',
          citations: [],
          passages: [passage(3)],
        }),
      );
    const refusal = await ask();
    expect(controlsOf(refusal, 'check')).toEqual([]);
    expect(besides(await press(refusal, 'passages').answered())).toContain('第三段。');
  });

  it('work after a restart, a year later', async () => {
    const shown = await ask();
    await town.restart();
    town.clock.now += 360 * 86_400_000;
    expect(besides(await press(shown, 'passages').answered())).toContain('第一段。');
  });
});

describe('"Check the source"', () => {
  it('shows the paragraph with its neighbours, its file and its place, to whoever presses', async () => {
    const run = press(await ask(), 'check', town.moderator);
    const text = textOf(await run.answered());
    expect(run.ephemeral).toBe(true);
    expect(text).toContain('### ✓ Unchanged');
    expect(text).toContain('-# 第一段。\n> 7月4日，市长林远山主持召开第三次防汛会议。\n-# 第三段。');
    expect(text).toContain('-# File: `qinghe.txt`\n-# Characters: 100–');
    expect(text).toContain('-# SHA-256: `0000');
  });

  it('says so when the file has changed', async () => {
    town.library.check = (_, paragraph) =>
      Promise.resolve({ ...sourceCheck({ paragraph, text: '改过的一段。' }), status: 'changed' } as never);
    const text = textOf(await press(await ask(), 'check').answered());
    expect(text).toContain('### ⚠ 文件在收录之后有改动');
    expect(text).toContain('> 改过的一段。');
  });

  it.each([
    [null, '### ✗ 这篇文章已经不在收录之中，无法核对'],
    [summary(), '### ✗ 这个文件、这篇文章或这一段已经不在了'],
  ])('says so when it has gone', async (gone, words) => {
    town.library.check = () => Promise.resolve({ status: 'gone', article: gone });
    const message = await press(await ask(), 'check').answered();
    expect(textOf(message)).toContain(words);
    expect(controlsOf(message, 'open-article')).toEqual([]);
  });

  it('turns to the other passages in place, and opens the article', async () => {
    const first = await press(await ask(), 'check').answered();
    const next = await town.loopback
      .click(first, controlsOf(first, 'check')[2] ?? '', town.member)
      .answered();
    expect(next.id).toBe(first.id);
    expect(textOf(next)).toContain('> 第一段。');
    const opened = await press(next, 'open-article').answered();
    expect(textOf(opened)).toContain('-# ¶ 1\n> 第一段。');
  });

  it('keeps paragraphs of 5,000 characters full of marks within the limits', async () => {
    const long = '*长_段`'.repeat(1_250);
    town.library.check = () => Promise.resolve(sourceCheck({ text: long, before: long, after: long }));
    expect(textOf(await press(await ask(), 'check').answered())).toContain('SHA-256');
  });
});

describe('votes', () => {
  it('count once a person, the latest one', async () => {
    const shown = await ask();
    const [up = '', down = ''] = controlsOf(shown, 'vote');
    for (const [id, user] of [
      [up, town.member],
      [down, town.member],
      [up, town.moderator],
    ] as const) {
      const run = town.loopback.click(shown, id, user);
      expect((await run.response).ephemeral).toBe(true);
    }
    expect(await town.store.feedback.counts(up.split(':')[1] ?? '')).toEqual({ up: 1, down: 1 });
  });

  it('that were forged are not counted', async () => {
    const shown = await ask();
    const [up = ''] = controlsOf(shown, 'vote');
    const run = town.loopback.click(shown, up.replace(/up$/, 'twice'), town.member, { force: true });
    expect(textOf(await run.answered())).toContain('不起作用');
    expect(await town.store.feedback.counts(up.split(':')[1] ?? '')).toEqual({ up: 0, down: 0 });
  });
});

describe('"Show to all"', () => {
  it('shows a private answer to everybody, with its buttons', async () => {
    const shown = await ask({ private: true });
    const posted = town.loopback.waitForMessage(
      (message) => message.id !== shown.id && town.loopback.readerOf(message) === null,
    );
    await press(shown, 'share').answered();
    const message = await posted;
    expect(textOf(message)).toBe(textOf(shown));
    expect(controlsOf(message, 'share')).toEqual([]);
    expect(controlsOf(message, 'delete')).toHaveLength(1);
    expect(controlsOf(town.loopback.history(shown).at(-1) ?? null, 'share')).toEqual([]);
  });

  it('is refused to anybody else', async () => {
    const shown = await ask({ private: true });
    const id = controlOf(shown, 'share');
    const run = town.loopback.click(shown, id, town.moderator, { force: true });
    expect(textOf(await run.answered())).toBe('Only the person who asked can do this.');
  });

  it('is offered below private answers only', async () => {
    expect(controlsOf(await ask(), 'share')).toEqual([]);
  });
});

describe('"Delete"', () => {
  it('deletes the answer for whoever asked', async () => {
    const shown = await ask();
    await press(shown, 'delete').response;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(town.loopback.messages(shown.channel_id)).toEqual([]);
  });

  it('deletes the answer to a mention for whoever mentioned', async () => {
    const { loopback, member, home } = town;
    const bot = loopback.world.bot.id;
    const question = await loopback.say({ user: member, guild: home, content: `<@${bot}> 谁主持？` });
    const reply = await loopback.waitForMessage(answerTo(question));
    const refused = press(reply, 'delete', town.moderator);
    expect(textOf(await refused.answered())).toBe('Only the person who asked can do this.');
    await press(reply, 'delete').response;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(loopback.messages(reply.channel_id).map(({ id }) => id)).not.toContain(reply.id);
  });

  it('is refused to anybody else', async () => {
    const shown = await ask();
    const run = press(shown, 'delete', town.moderator);
    expect(textOf(await run.answered())).toBe('Only the person who asked can do this.');
    expect(town.loopback.messages(shown.channel_id)).toHaveLength(1);
  });
});

describe('"Follow up"', () => {
  const options: AskOptions[] = [];
  beforeEach(() => {
    options.length = 0;
    const { ask: original } = town.library;
    town.library.ask = (question, given) => {
      options.push(given ?? {});
      return original(question, given);
    };
  });

  async function followUp(message: Message, question: string, user = town.member) {
    const run = press(message, 'follow-up', user);
    await run.response;
    expect(run.modal?.components[0]?.type).toBe(ComponentType.Label);
    return town.loopback.submitModal(run, { question });
  }

  it('asks on from this answer', async () => {
    const run = await followUp(await ask(), '那省长呢？');
    const message = await run.answered();
    expect(message.embeds[0]?.title).toBe('那省长呢？');
    expect(run.ephemeral).toBe(false);
    expect(options.at(-1)?.turns).toEqual([{ question: '谁主持？', answer: '林远山', articles: ['a1'] }]);
  });

  it('keeps a private answer private, and keeps its filter', async () => {
    const run = await followUp(await ask({ private: true, source: '青河日报', since: '2021' }), '那省长呢？');
    await run.answered();
    expect(run.ephemeral).toBe(true);
    expect(options.at(-1)?.filter).toEqual({ source: '青河日报', since: '2021' });
  });

  it('asks on from somebody else’s answer with nothing else that was said', async () => {
    await ask({ question: '第一个问题？' });
    const run = await followUp(await ask({ question: '第二个问题？' }), '还有谁？', town.moderator);
    await run.answered();
    expect(options.at(-1)?.turns?.map(({ question }) => question)).toEqual(['第二个问题？']);
  });

  it('asks on after a restart, a month later', async () => {
    const shown = await ask();
    await town.restart();
    town.clock.now += 20 * 86_400_000;
    const run = await followUp(shown, '还有谁？');
    await run.answered();
    expect(options.at(-1)?.turns).toEqual([{ question: '谁主持？', answer: '林远山', articles: ['a1'] }]);
  });
});

describe('a control that is not ours any more', () => {
  it.each([
    'gone:1',
    'passages',
    'passages:unknown:0:1',
    'check:x:y',
    'follow-up:',
    'UPPER',
    'vote:a:b:c:d',
    'timeline',
    'read:i=none:1',
    'open-article:h=00:1',
    'starter:xx:9',
  ])('%s is told to whoever presses it, and to nobody else', async (id) => {
    const shown = await ask();
    const run = town.loopback.click(shown, id, town.moderator, { force: true });
    const message = await run.answered();
    expect(run.ephemeral || message.id === shown.id).toBe(true);
    expect(textOf(message)).not.toBe('');
    expect(town.logger.entries.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('of another server is not known here', async () => {
    const shown = await ask();
    const other = town.loopback.world.addGuild({ name: 'Elsewhere' });
    town.loopback.world.addMember(other, { user: town.moderator });
    const theirs = await town.loopback
      .command({ user: town.moderator, guild: other, name: 'ask', options: { question: '谁？' } })
      .answered();
    const run = town.loopback.click(theirs, controlOf(shown, 'check'), town.moderator, { force: true });
    expect(textOf(await run.answered())).toContain('no longer kept');
  });
});
