import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isGreeting } from '../../src/discord/welcome.js';
import type { Language } from '../../src/retrieval/question.js';
import { answerTo, buildTown, controlOf, controlsOf, type Town, textOf } from './town.js';

let town: Town;
const asked: string[] = [];

beforeEach(async () => {
  town = await buildTown();
  asked.length = 0;
  const { ask } = town.library;
  town.library.ask = (question) => {
    asked.push(question);
    return ask(question);
  };
  const starters: Readonly<Record<Language, readonly string[]>> = {
    'zh-Hans': ['第三次防汛会议谁主持？', '市长是谁？', '会议提出哪些要求？'],
    'zh-Hant': ['第三次防汛會議誰主持？'],
    en: [`Who chaired the ${'very '.repeat(20)}long meeting?`, 'Who is the mayor?'],
  };
  town.library.starters = (language) => Promise.resolve(starters[language]);
  await town.start();
});

afterEach(async () => {
  expect(town.loopback.violations).toEqual([]);
  await town.close();
});

const help = (locale: 'zh-CN' | 'en-US') =>
  town.loopback.command({ user: town.member, guild: town.home, name: 'help', locale });

describe('questions to begin with', () => {
  it('stand below /help in the language of the user, and ask themselves in private', async () => {
    const message = await help('zh-CN').answered();
    expect(controlsOf(message)).toHaveLength(3);
    const run = town.loopback.click(message, controlsOf(message)[1] ?? '', town.member);
    const reply = await run.answered();
    expect(run.ephemeral).toBe(true);
    expect(asked).toEqual(['市长是谁？']);
    expect(reply.embeds[0]?.title).toBe('市长是谁？');
  });

  it('ask themselves whole, also where the button had no room for all of it', async () => {
    const message = await help('en-US').answered();
    await town.loopback.click(message, controlOf(message, 'starter'), town.member).answered();
    expect(asked[0]).toMatch(/^Who chaired the very .* long meeting\?$/);
  });

  it('work after a restart, also when there are others by now', async () => {
    const message = await help('zh-CN').answered();
    await town.restart();
    town.library.starters = () => Promise.resolve([]);
    await town.loopback.click(message, controlOf(message, 'starter'), town.member).answered();
    expect(asked).toEqual(['第三次防汛会议谁主持？']);
  });

  it('are left out when they cannot be had', async () => {
    town.library.starters = () => Promise.reject(new Error('search process gone'));
    const message = await help('zh-CN').answered();
    expect(textOf(message)).toContain('## 向文章提问');
    expect(controlsOf(message)).toEqual([]);
  });
});

describe('a first direct message', () => {
  it('is answered, and then hears what the bot is for', async () => {
    const { loopback, member } = town;
    const welcomed = loopback.waitForMessage((message) => textOf(message).includes('## 向文章提问'));
    const question = await loopback.say({ user: member, dm: true, content: '谁主持？' });
    const first = await loopback.waitForMessage(answerTo(question));
    expect(textOf(first)).toContain('林远山');
    const welcome = await welcomed;
    expect(controlsOf(welcome)).toHaveLength(3);
    const run = loopback.click(welcome, controlOf(welcome, 'starter'), member);
    await run.answered();
    expect(run.ephemeral).toBe(false);
    const second = await loopback.say({ user: member, dm: true, content: '谁出席？' });
    await loopback.waitForMessage(answerTo(second));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const all = loopback.messages(question.channel_id);
    expect(all.filter((message) => textOf(message).includes('## 向文章提问'))).toHaveLength(1);
  });

  it('that only says hello is no question', async () => {
    const { loopback, member } = town;
    const hello = await loopback.say({ user: member, dm: true, content: '你好！' });
    expect(textOf(await loopback.waitForMessage(answerTo(hello)))).toContain('## 向文章提问');
    expect(asked).toEqual([]);
    expect(loopback.messages(hello.channel_id)).toHaveLength(2);
  });
});

describe('isGreeting', () => {
  it.each(['hi', 'Hello!', '你好', '您好。', '在吗？', 'help', 'good morning', '哈囉～'])('%s', (text) => {
    expect(isGreeting(text)).toBe(true);
  });
  it.each(['hi, who chaired the meeting?', '你好吗省长是谁', '会议在哪里开？', 'hidden', ''])(
    'not %s',
    (text) => {
      expect(isGreeting(text)).toBe(false);
    },
  );
});
