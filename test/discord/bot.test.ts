import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import { buildTown, type Town, textOf } from './town.js';

let town: Town;

beforeEach(async () => {
  town = await buildTown();
});

afterEach(async () => {
  await town.close();
});

const writes = (): readonly string[] =>
  town.loopback.journal.requests(/^PUT .*\/commands/).map(({ path }) => path);

describe('startBot', () => {
  it('registers every command for everywhere, in a form that Discord takes', async () => {
    const bot = await town.start();
    const offered = town.loopback.commands({ user: town.member, guild: town.home });
    expect(offered.map(({ name }) => name).sort()).toEqual(commands.map(({ data }) => data.name).sort());
    expect(
      town.loopback
        .commands({ user: town.member, dm: true })
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Ask about this', 'ask', 'help', 'read', 'sources', 'timeline']);
    expect(bot.inviteLink).toContain(`client_id=${town.loopback.applicationId}`);
    expect(town.loopback.violations).toEqual([]);
  });

  it('does not register again what has not changed', async () => {
    const first = await town.start();
    await first.stop();
    expect(writes()).toHaveLength(1);
    await town.start();
    expect(writes()).toHaveLength(1);
  });

  it('asks for the translations of what is registered, which Discord otherwise leaves out', async () => {
    await town.start();
    const reads = town.loopback.journal.requests(/^GET .*\/commands/);
    expect(reads.length).toBeGreaterThan(0);
    for (const { path } of reads) expect(path).toContain('with_localizations=true');
  });

  it('clears the commands that are left in the other scope, both ways', async () => {
    const first = await town.start({ guildId: town.home.id });
    await first.stop();
    expect(writes()).toEqual([
      `/applications/${town.loopback.applicationId}/guilds/${town.home.id}/commands`,
    ]);
    const second = await town.start();
    await second.stop();
    expect(town.loopback.commands({ user: town.member, guild: town.home })).toHaveLength(commands.length);
    expect(town.loopback.commands({ user: town.member, dm: true })).not.toHaveLength(0);
    await town.start({ guildId: town.home.id });
    expect(town.loopback.commands({ user: town.member, guild: town.home })).toHaveLength(commands.length);
    expect(town.loopback.commands({ user: town.member, dm: true })).toHaveLength(0);
  });

  it('answers although the commands cannot be registered, and says so in the log', async () => {
    await town.start({ guildId: '123456789012345678' });
    const failures = town.logger.entries.filter(({ level }) => level === 'error');
    expect(failures).toMatchObject([{ scope: '123456789012345678', error: { code: 50001 } }]);
    const question = await town.loopback.say({ user: town.member, dm: true, content: '谁主持？' });
    expect(
      textOf(await town.loopback.waitForMessage((m) => m.message_reference?.message_id === question.id)),
    ).toContain('林远山');
  });

  it('rejects with a clear message when the token is refused, and never shows the token', async () => {
    const refused = town.start({ token: 'wrong.token.here' });
    await expect(refused).rejects.toThrow('Discord does not accept the token. Check DISCORD_TOKEN.');
    expect(JSON.stringify(town.logger.entries)).not.toContain('wrong.token.here');
  });

  it('rejects with a clear message when the gateway refuses the bot for good', async () => {
    town.loopback.journal.subscribe((entry) => {
      if (entry.kind === 'received' && entry.op === 2) town.loopback.faults.closeWith(4014);
    });
    await expect(town.start()).rejects.toThrow('Discord refused an intent that needs approval');
  });

  it('rejects when the gateway is not there in time', async () => {
    town.loopback.faults.gatewayDown(true);
    await expect(town.start({ timing: { connect: 500 } })).rejects.toThrow('not ready within 0.5 s');
  });

  it('rejects when there is nobody at the address', async () => {
    await expect(town.start({ apiBase: 'http://127.0.0.1:9/api' })).rejects.toThrow(
      'Discord cannot be reached',
    );
  });

  it('keeps tokens out of the log', async () => {
    await town.start();
    town.loopback.faults.failRest('POST /interactions', 10, 500);
    const run = town.loopback.command({ user: town.member, guild: town.home, name: 'help' });
    await expect(run.response).rejects.toThrow();
    const log = JSON.stringify(town.logger.entries);
    expect(town.logger.entries.some(({ level }) => level === 'error')).toBe(true);
    expect(log).not.toContain(town.loopback.token);
    expect(log).not.toContain(run.token);
  });
});

describe('stop', () => {
  it('finishes replies that are under way, then disconnects', async () => {
    const { library, loopback, member, home } = town;
    const bot = await town.start();
    const { ask } = library;
    library.ask = async (question) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return ask(question);
    };
    const run = loopback.command({ user: member, guild: home, name: 'ask', options: { question: '谁？' } });
    await run.response;
    await bot.stop();
    expect(textOf(run.message)).toContain('林远山');
    expect(loopback.sessions).toEqual([]);
  });

  it('turns new questions away while it finishes the old ones', async () => {
    const { library, loopback, member, home } = town;
    const bot = await town.start({ timing: { drain: 300 } });
    library.ask = () => new Promise(() => {});
    const ask = { user: member, guild: home, name: 'ask', options: { question: '谁？' } };
    await loopback.command(ask).response;
    const stopped = bot.stop();
    expect(textOf(await loopback.command(ask).answered())).toContain('正在重新启动');
    await stopped;
    expect(town.logger.entries.some(({ unfinished }) => unfinished === 1)).toBe(true);
  });
});

describe('health', () => {
  it('is good while the gateway is there and bad when it is gone for good', async () => {
    const bot = await town.start();
    expect(bot.health()).toMatchObject({ healthy: true, guilds: 1, shards: [{ status: 'Ready' }] });
    town.loopback.faults.closeWith(4014);
    const { message } = await bot.disconnected;
    expect(message).toMatch(/intent/);
    expect(bot.health()).toMatchObject({ healthy: false, shards: [{ status: 'Disconnected' }] });
  });
});
