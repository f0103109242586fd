import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SearchEngineError } from '../../src/library.js';
import { answerTo, buildTown, type Town, textOf } from './town.js';

let town: Town;

beforeEach(async () => {
  town = await buildTown({ acknowledgeMs: 1_000 });
  await town.start();
});

afterEach(async () => {
  expect(town.loopback.violations).toEqual([]);
  await town.close();
});

const ask = () =>
  town.loopback.command({
    user: town.member,
    guild: town.home,
    name: 'ask',
    options: { question: '谁主持？' },
  });

const warnings = (): readonly unknown[] =>
  town.logger.entries.filter(({ level }) => level === 'warn').map(({ error }) => error);

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('the gateway', () => {
  it('may drop: the session is resumed and what was said in between is answered', async () => {
    town.loopback.faults.dropGateway();
    const question = await town.loopback.say({ user: town.member, dm: true, content: '谁主持？' });
    const reply = await town.loopback.waitForMessage(answerTo(question), 20_000);
    expect(textOf(reply)).toContain('林远山');
    expect(town.logger.entries.some(({ message }) => message === 'Resumed the session')).toBe(true);
  });

  it('may end the session: the bot identifies anew and answers', async () => {
    const before = town.loopback.sessions;
    town.loopback.faults.invalidSession();
    await until(() => town.loopback.sessions.length === 1 && town.loopback.sessions[0] !== before[0]);
    expect(textOf(await ask().answered())).toContain('林远山');
  });

  it('may ask to reconnect', async () => {
    town.loopback.faults.reconnect();
    await until(() => town.logger.entries.some(({ message }) => message === 'Resumed the session'));
    expect(textOf(await ask().answered())).toContain('林远山');
  });

  it('may deliver an interaction twice: it is answered once', async () => {
    let asked = 0;
    const original = town.library.ask;
    town.library.ask = (question) => {
      asked += 1;
      return original(question);
    };
    town.loopback.faults.repeatInteractions(1);
    expect(textOf(await ask().answered())).toContain('林远山');
    expect(asked).toBe(1);
  });
});

describe('a gateway that is not what it seems', () => {
  const HEARTBEAT_MS = 300;

  const answersAgain = async (): Promise<void> => {
    const question = await town.loopback.say({ user: town.member, dm: true, content: '谁主持？' });
    expect(textOf(await town.loopback.waitForMessage(answerTo(question), 20_000))).toContain('林远山');
  };

  beforeEach(async () => {
    await town.close();
    town = await buildTown({ heartbeatMs: HEARTBEAT_MS });
  });

  it('may hear nothing any more: the silent connection is left, and what was asked meanwhile is answered', async () => {
    await town.start();
    town.loopback.faults.zombie();
    await answersAgain();
    expect(town.logger.entries.some(({ message }) => message === 'Resumed the session')).toBe(true);
  });

  it('may be down for longer than a session lives: the bot says so, and comes back by itself', async () => {
    await town.close();
    town = await buildTown({ heartbeatMs: HEARTBEAT_MS, resumeMs: 500 });
    const bot = await town.start();
    expect(bot.health().healthy).toBe(true);
    town.loopback.faults.gatewayDown(true);
    await until(() => !bot.health().healthy);
    // Seven heartbeats and four lives of a session: what five minutes are with Discord's own.
    await new Promise((resolve) => setTimeout(resolve, 7 * HEARTBEAT_MS));
    expect(bot.health().healthy).toBe(false);
    town.loopback.faults.gatewayDown(false);
    await until(() => bot.health().healthy);
    await answersAgain();
  }, 40_000);

  it.each([
    [4004, 'Check DISCORD_TOKEN'],
    [4014, 'developer portal'],
  ])('may close for good (%i): the bot says what to do, and tries no more', async (code, advice) => {
    const bot = await town.start();
    town.loopback.faults.closeWith(code);
    expect((await bot.disconnected).message).toContain(advice);
    expect(bot.health().healthy).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 3 * HEARTBEAT_MS));
    expect(town.loopback.sessions).toEqual([]);
  });
});

describe('the REST API', () => {
  it.each([
    ['and says for how long', 0.3],
    ['and does not say for how long', null],
  ])('may ask to wait %s: the answer comes later', async (_, seconds) => {
    for (const request of ['POST /interactions', 'PATCH /webhooks'])
      town.loopback.faults.rateLimit(request, 1, seconds);
    expect(textOf(await ask().answered())).toContain('林远山');
  });

  it('may fail for a moment: the answer comes at the next attempt', async () => {
    town.loopback.faults.failRest('PATCH /webhooks', 2, 500);
    expect(textOf(await ask().answered())).toContain('林远山');
  });

  it('may say that the acknowledgement went through before: the answer is edited in', async () => {
    const { loopback } = town;
    loopback.faults.delayRest('POST /interactions', 200, 1);
    const run = ask();
    // The bot's own request is held up; this one, as from its lost first attempt, comes before it.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await fetch(`${loopback.api}/v10/interactions/${run.id}/${run.token}/callback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 5 }),
    });
    expect(textOf(await run.answered())).toContain('林远山');
    expect(warnings()).toEqual([expect.objectContaining({ code: 40060 })]);
  });

  it('may be too slow for the acknowledgement: it is logged and the next question is answered', async () => {
    town.loopback.faults.delayRest('POST /interactions', 1_500, 1);
    await expect(ask().response).rejects.toThrow();
    await until(() => warnings().length > 0);
    expect(warnings()).toEqual([expect.objectContaining({ code: 10062 })]);
    expect(textOf(await ask().answered())).toContain('林远山');
  });

  it('may fail for good: it is logged and the next question is answered', async () => {
    town.loopback.faults.failRest('PATCH /webhooks', 8, 500);
    await ask().response;
    await until(() => town.logger.entries.some(({ level }) => level === 'error'));
    await until(() => warnings().length > 0);
    town.loopback.faults.clear();
    expect(textOf(await ask().answered())).toContain('林远山');
  });
});

it('an answer that takes longer than Discord waits for a first one comes all the same', async () => {
  const { ask: quick } = town.library;
  town.library.ask = async (question) => {
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    return quick(question);
  };
  const run = ask();
  expect(textOf(await run.answered())).toContain('林远山');
  expect((await run.response).afterMs).toBeLessThan(1_000);
});

it('a library that takes too long gets a clear message instead of silence', async () => {
  await town.close();
  town = await buildTown();
  await town.start({ timing: { answerDeadline: 100 } });
  town.library.ask = () => new Promise(() => {});
  expect(textOf(await ask().answered())).toContain('我不再等待');
});

describe('the search engine', () => {
  it.each([
    ['en-US', 'The search engine cannot be reached'],
    ['zh-CN', '搜索引擎暂时无法使用'],
    ['zh-TW', '搜尋引擎暫時無法使用'],
  ] as const)(
    'may be away: an asker with %s hears so, by command and by message, until it is back',
    async (locale, words) => {
      const original = town.library.ask;
      const user = town.loopback.world.addMember(town.home, { name: `Lin ${locale}`, locale });
      const ask_ = () =>
        town.loopback.command({ user, guild: town.home, name: 'ask', options: { question: 'Who chaired?' } });
      town.library.ask = () =>
        Promise.reject(new SearchEngineError('The search engine cannot be reached: refused'));
      expect(textOf(await ask_().answered())).toContain(words);
      const question = await town.loopback.say({ user, dm: true, content: '谁主持？' });
      const told = textOf(await town.loopback.waitForMessage(answerTo(question)));
      expect(told).toMatch(/search engine|搜索引擎|搜尋引擎/u);
      expect(told).not.toContain('refused');
      town.library.ask = original;
      expect(textOf(await ask_().answered())).toContain('林远山');
    },
  );
});
