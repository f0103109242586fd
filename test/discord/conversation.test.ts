import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AskOptions } from '../../src/library.js';
import { answer } from './samples.js';
import { answerTo, buildTown, controlOf, type Town, textOf } from './town.js';

type Message = Awaited<ReturnType<Town['loopback']['say']>>;
type Place = Pick<Parameters<Town['loopback']['say']>[0], 'dm' | 'guild' | 'channel'>;

let town: Town;
let botId: string;
/** What the library was asked, with the questions of the turns that came along. */
const heard: (readonly [question: string, before: readonly string[]])[] = [];
const DM: Place = { dm: true };

beforeEach(async () => {
  town = await buildTown();
  heard.length = 0;
  town.library.ask = (question, options: AskOptions = {}) => {
    heard.push([question, (options.turns ?? []).map((turn) => turn.question)]);
    return Promise.resolve(
      answer({ question, asked: question, about: options.turns?.length ? '第三次会议' : null }),
    );
  };
  botId = (await town.start({ rates: { asker: [{ points: 100, seconds: 1 }] } })).client.user.id;
});

afterEach(async () => {
  expect(town.loopback.violations).toEqual([]);
  await town.close();
});

async function say(content: string, place: Place, user = town.member, replyTo?: Message): Promise<Message> {
  const message = await town.loopback.say({
    user,
    content,
    ...place,
    ...(replyTo === undefined ? {} : { replyTo }),
  });
  return town.loopback.waitForMessage(answerTo(message));
}

const mention = (content: string): string => `<@${botId}> ${content}`;

describe('a conversation', () => {
  it('goes on in direct messages, and says what was carried over', async () => {
    await say('谁主持？', DM);
    const second = await say('还有谁？', DM);
    expect(heard).toEqual([
      ['谁主持？', []],
      ['还有谁？', ['谁主持？']],
    ]);
    expect(textOf(second)).toMatch(/^-# ↪ 承接上文：第三次会议\n## /);
  });

  it('ends after half an hour', async () => {
    await say('谁主持？', DM);
    town.clock.now += 31 * 60_000;
    await say('还有谁？', DM);
    expect(heard.at(-1)).toEqual(['还有谁？', []]);
  });

  it('survives a restart', async () => {
    await say('谁主持？', DM);
    await town.restart();
    await say('还有谁？', DM);
    expect(heard.at(-1)).toEqual(['还有谁？', ['谁主持？']]);
  });

  it('goes on in a thread, for each person alone', async () => {
    const { loopback, home, member, moderator } = town;
    const channel = loopback.world.addChannel(home, { name: 'talk' });
    const thread = loopback.world.addThread(channel, { name: 'meeting', owner: member });
    await say(mention('谁主持？'), { channel: thread });
    await say(mention('谁汇报？'), { channel: thread }, moderator);
    await say(mention('还有谁？'), { channel: thread });
    expect(heard).toEqual([
      ['谁主持？', []],
      ['谁汇报？', []],
      ['还有谁？', ['谁主持？']],
    ]);
  });

  it('does not leak between people, channels or direct messages', async () => {
    const { loopback, home, moderator } = town;
    const here = loopback.world.addChannel(home, { name: 'here' });
    const there = loopback.world.addChannel(home, { name: 'there' });
    const answerHere = await say(mention('谁主持？'), { channel: here });
    await say('私下问：市长是谁？', DM);
    await say(mention('还有谁？'), { channel: there });
    await say('谁出席？', DM, moderator);
    await say(mention('还有谁？'), { channel: here }, moderator, answerHere);
    expect(heard.slice(1).map(([, before]) => before)).toEqual([[], [], [], []]);
  });

  it('starts anew with every mention in a channel, unless it replies to an answer', async () => {
    const place = { guild: town.home };
    const first = await say(mention('谁主持？'), place);
    await say(mention('谁出席？'), place);
    await say('还有谁？', place, town.member, first);
    expect(heard).toEqual([
      ['谁主持？', []],
      ['谁出席？', []],
      ['还有谁？', ['谁主持？']],
    ]);
  });

  it('is asked on from the answer that a reply points at, also from one to a command', async () => {
    const { loopback, home, member } = town;
    const options = { question: '谁主持？' };
    const shown = await loopback.command({ user: member, guild: home, name: 'ask', options }).answered();
    await say('还有谁？', { guild: home }, member, shown);
    expect(heard.at(-1)).toEqual(['还有谁？', ['谁主持？']]);
  });

  it('leaves a reply without a mention alone', async () => {
    const { loopback, home, member } = town;
    const first = await say(mention('谁主持？'), { guild: home });
    await loopback.say({ user: member, guild: home, content: '谢谢', replyTo: first, mentionAuthor: false });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(heard).toHaveLength(1);
  });

  it('keeps what was asked in private out of what all see, and the other way round', async () => {
    const { loopback, home, member } = town;
    const channel = loopback.world.addChannel(home, { name: 'talk' });
    const thread = loopback.world.addThread(channel, { name: 'meeting', owner: member });
    const ask = (question: string, hidden: boolean) =>
      loopback
        .command({ user: member, channel: thread, name: 'ask', options: { question, private: hidden } })
        .answered();
    await ask('谁被免职？', true);
    await ask('谁主持？', false);
    await ask('还有谁？', true);
    await ask('谁汇报？', false);
    expect(heard.map(([, before]) => before)).toEqual([[], [], ['谁被免职？'], ['谁主持？']]);
  });

  it('leans on nothing more once questions are no longer kept', async () => {
    await say(mention('谁主持？'), { guild: town.home });
    await town.store.settings.set(town.home.id, { retentionDays: 0 });
    // Longer than settings are remembered.
    town.clock.now += 11_000;
    await say(mention('还有谁？'), { guild: town.home });
    expect(heard.at(-1)).toEqual(['还有谁？', []]);
  });

  it('leans on nothing where questions are not kept', async () => {
    await town.store.settings.set(town.home.id, { retentionDays: 0 });
    const first = await say(mention('谁主持？'), { guild: town.home });
    const shownId = controlOf(first, 'follow-up').split(':')[1] ?? '';
    expect(await town.store.shown.get(shownId)).toMatchObject({ question: null, about: null });
    await say('还有谁？', { guild: town.home }, town.member, first);
    expect(heard.at(-1)).toEqual(['还有谁？', []]);
  });
});

describe('questions without an answer', () => {
  const refuse = () => {
    town.library.ask = (question) =>
      Promise.resolve(
        answer({
          question,
          asked: question,
          status: 'no-answer',
          answer: null,
          note: '没有。',
          citations: [],
        }),
      );
  };

  it('are kept for the moderators of their server', async () => {
    refuse();
    await say(mention('火星上有谁？'), { guild: town.home });
    expect(await town.store.gaps.list(town.home.id, 0)).toMatchObject([
      { question: '火星上有谁？', language: 'zh-Hans', reason: '没有。' },
    ]);
  });

  it('are not kept where questions are not kept, nor from direct messages', async () => {
    refuse();
    await say('火星上有谁？', DM);
    await town.store.settings.set(town.home.id, { retentionDays: 0 });
    await say(mention('火星上有谁？'), { guild: town.home });
    expect(await town.store.gaps.list(town.home.id, 0)).toEqual([]);
  });
});

describe('settings of a server', () => {
  it('let the bot answer mentions in some channels only, and in their threads', async () => {
    const { loopback, home, member, store } = town;
    const open = loopback.world.addChannel(home, { name: 'open' });
    const closed = loopback.world.addChannel(home, { name: 'closed' });
    await store.settings.set(home.id, { mentionChannels: [open.id] });
    await loopback.say({ user: member, channel: closed, content: mention('谁主持？') });
    await say(mention('谁出席？'), { channel: open });
    await say(mention('谁汇报？'), { channel: loopback.world.addThread(open, { name: 't', owner: member }) });
    expect(heard.map(([question]) => question)).toEqual(['谁出席？', '谁汇报？']);
  });

  it('make answers private unless somebody wants otherwise', async () => {
    const { loopback, home, member, store } = town;
    await store.settings.set(home.id, { privateByDefault: true });
    const ask = (options: Record<string, string | boolean>) =>
      loopback.command({ user: member, guild: home, name: 'ask', options: { question: '谁？', ...options } });
    const [plain, open] = [ask({}), ask({ private: false })];
    await Promise.all([plain.answered(), open.answered()]);
    expect([plain.ephemeral, open.ephemeral]).toEqual([true, false]);
  });

  it('say in which language the bot speaks', async () => {
    await town.store.settings.set(town.home.id, { language: 'zh-TW' });
    expect(textOf(await say(mention(''), { guild: town.home }))).toContain('更多說明見 /說明');
  });
});
