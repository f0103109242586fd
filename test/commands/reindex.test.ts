import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReindexRunningError } from '../../src/library.js';
import type { Guild, User } from '../../src/playground/loopback/world.js';
import { progress, REPORT } from '../discord/library-double.js';
import { buildTown, type Town, textOf } from '../discord/town.js';

let town: Town;

beforeEach(async () => {
  town = await buildTown();
});

afterEach(async () => {
  expect(town.loopback.violations).toEqual([]);
  await town.close();
});

const call = (user: User, guild: Guild = town.home) =>
  town.loopback.command({ user, guild, name: 'reindex' });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The first thing that the command says. */
async function refusal(run: ReturnType<typeof call>): Promise<string> {
  return textOf(await run.answered());
}

describe('/reindex', () => {
  it('shows a moderator each phase and ends with what changed, seen by the moderator alone', async () => {
    await town.start();
    const run = call(town.moderator);
    const last = await run.until((message) => textOf(message).startsWith('## The index is renewed'));
    expect(textOf(last)).toContain(
      '**Added 1**  new.txt\n**Changed 1**  qinghe.txt\n**Removed 1**  gone.txt',
    );
    expect(textOf(last)).toContain('- new.txt — no date found');
    const states = run.edits.map((message) => textOf(message));
    for (const phase of ['Reading the articles', 'Indexing', 'Saving']) {
      expect(states.filter((state) => state.includes(phase))).toHaveLength(1);
    }
    expect(run.ephemeral).toBe(true);
    expect(town.logger.entries).toContainEqual(
      expect.objectContaining({ act: 'reindex', user: town.moderator.id }),
    );
  });

  it('edits the message at most once per interval within a phase, with the newest state', async () => {
    await town.start({ timing: { progressInterval: 100 } });
    town.library.reindex = async (onProgress) => {
      for (let file = 1; file <= 40; file += 1) {
        onProgress?.({ ...progress('reading', file), filesTotal: 40 });
        await pause(10);
      }
      return REPORT;
    };
    const run = call(town.moderator);
    await run.until((message) => textOf(message).includes('The index is renewed'));
    const read = run.edits
      .flatMap((message) => /Files read: (\d+)/.exec(textOf(message))?.[1] ?? [])
      .map(Number);
    expect(read.length).toBeGreaterThanOrEqual(3);
    expect(read.length).toBeLessThanOrEqual(6);
    expect(read).toEqual([...read].sort((a, b) => a - b));
  });

  it('says why it failed and that the old index goes on answering', async () => {
    await town.start();
    town.library.reindex = () => Promise.reject(new Error('corpus: no such folder *here*'));
    const run = call(town.moderator);
    const last = await run.until((message) => textOf(message).includes('could not'));
    expect(textOf(last)).toContain(
      'corpus: no such folder \\*here\\*\n\nThe old index goes on answering questions.',
    );
    expect(town.logger.entries.some(({ level, act }) => level === 'error' && act === 'reindex')).toBe(true);
  });

  it('waits for another program that renews the index, and gives up with a message', async () => {
    await town.start({ timing: { changeElsewhere: 100 } });
    town.library.reindex = () => Promise.reject(new ReindexRunningError('a reindex is running'));
    await call(town.moderator).until((message) => textOf(message).includes('Another program is renewing'));
  });

  it('runs one at a time, and tells the second moderator that theirs comes next', async () => {
    await town.start();
    let running = 0;
    town.library.reindex = async () => {
      running += 1;
      expect(running).toBe(1);
      await pause(300);
      running -= 1;
      return REPORT;
    };
    const [first, second] = [call(town.moderator), call(town.moderator)];
    await second.until((message) => textOf(message).includes('This comes next'));
    for (const run of [first, second]) await run.until((message) => textOf(message).includes('is renewed'));
  });

  it('goes on when its message cannot be edited any more', async () => {
    await town.start();
    let finished = false;
    town.library.reindex = async (onProgress) => {
      town.loopback.faults.failRest(
        'PATCH /webhooks',
        2,
        404,
        {},
        { message: 'Unknown Message', code: 10008 },
      );
      onProgress?.(progress('reading', 1));
      await pause(100);
      finished = true;
      return REPORT;
    };
    await call(town.moderator).until((message) => textOf(message).includes('renewed'));
    expect(finished).toBe(true);
  });

  it('refuses a member, in the language of the member', async () => {
    await town.start();
    town.library.reindex = () => Promise.reject(new Error('must not run'));
    expect(await refusal(call(town.member))).toContain('只有管理人员可以进行此操作');
  });

  it('is done for a member who holds the moderator role', async () => {
    const role = town.loopback.world.addRole(town.home, { name: 'Archivists' });
    const archivist = town.loopback.world.addMember(town.home, { name: 'Lin', roles: [role] });
    await town.start({ moderatorRoleId: role.id });
    await call(archivist).until((message) => textOf(message).includes('The index is renewed'));
  });

  it('is not offered in direct messages', async () => {
    await town.start();
    const offered = town.loopback.commands({ user: town.moderator, dm: true });
    expect(offered.map(({ name }) => name)).not.toContain('reindex');
  });

  it('refuses a direct message from a forged client', async () => {
    await town.start();
    town.library.reindex = () => Promise.reject(new Error('must not run'));
    const run = town.loopback.command({ user: town.moderator, dm: true, name: 'reindex', force: true });
    expect(await refusal(run)).toContain('not in direct messages');
  });

  it('refuses the moderators of a foreign server', async () => {
    const foreign = town.loopback.world.addGuild({ name: 'Elsewhere' });
    const stranger = town.loopback.world.addMember(foreign, { name: 'Zhou', permissions: ['Administrator'] });
    await town.start({ homeGuildIds: [town.home.id] });
    town.library.reindex = () => Promise.reject(new Error('must not run'));
    expect(await refusal(call(stranger, foreign))).toContain("Only the moderators of the bot's home server");
  });

  it('refuses everybody in several servers until the home is set, and says so', async () => {
    town.loopback.world.addGuild({ name: 'Elsewhere' });
    await town.start();
    town.library.reindex = () => Promise.reject(new Error('must not run'));
    expect(await refusal(call(town.moderator))).toContain('HOME_GUILD_IDS');
  });

  it('stops trusting the only server as home when the bot is added to another', async () => {
    await town.start();
    town.library.reindex = () => Promise.reject(new Error('must not run'));
    town.loopback.world.addGuild({ name: 'Elsewhere' });
    expect(await refusal(call(town.moderator))).toContain('HOME_GUILD_IDS');
  });
});
