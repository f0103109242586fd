import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../src/playground/loopback/messages.js';
import type { Guild, User } from '../../src/playground/loopback/world.js';
import { postgresMissing } from '../store/postgres.js';
import { buildFleet, type Fleet, isAlive, type Machine, until } from './fleet.js';

const GUILDS = 10_000;
const SHARDS = 4;
/** One question of the sample corpus. */
const QUESTION = '第七次专题会议谁主持？';
const ANSWER = '楼阳生';
/** What holds for the whole fleet holds within seconds; the machine that tests may be slow. */
const PATIENCE = 60_000;
const ARTICLE =
  '北门修缮完工\n青河日报 2023-05-01\n5月1日，青河市北门修缮工程完工，总工程师何一鸣介绍了修缮经过。\n修缮用去青砖三万块。';

const text = (message: Message | null): string =>
  [message?.content ?? '', ...(message?.embeds ?? []).map((embed) => embed.description ?? '')].join('\n');

/** Why a fleet cannot be tried here, in a sentence; null when it can. */
export const fleetMissing = process.platform === 'linux' ? postgresMissing : 'it needs /proc';

/**
 * What holds for a fleet of two machines, whichever engine they search with.
 * @param engine variables that all machines have beside those of `Fleet.startMachine`.
 */
export function fleetSuite(missing: string | null, engine: () => Readonly<Record<string, string>>): void {
  const title = `a fleet of two machines with ${SHARDS} shards and ${GUILDS} servers`;
  describe.skipIf(missing !== null)(missing === null ? title : `${title} (skipped: ${missing})`, () => {
    let fleet: Fleet;
    let first: Machine;
    let second: Machine;
    /** A home server on the first machine, and one on the second. */
    let homes: readonly [Guild, Guild];
    let moderators: readonly [User, User];
    let nextPerson = 0;

    beforeAll(async () => {
      fleet = await buildFleet({ guilds: GUILDS, people: 200, shards: SHARDS });
      const [here] = fleet.guildsOf(1);
      const [there] = fleet.guildsOf(2);
      if (here === undefined || there === undefined) throw new Error('A shard has no servers.');
      homes = [here, there];
      const moderator = (guild: Guild, name: string): User =>
        fleet.loopback.world.addMember(guild, { name, permissions: ['ManageGuild'] });
      moderators = [moderator(here, 'Chen'), moderator(there, 'Su')];
      const env = { ...engine(), HOME_GUILD_IDS: homes.map(({ id }) => id).join() };
      [first, second] = await Promise.all([fleet.startMachine([0, 1], env), fleet.startMachine([2, 3], env)]);
    }, 300_000);

    afterAll(() => fleet?.close());

    const newPerson = (guild: Guild): User => {
      nextPerson += 1;
      return fleet.loopback.world.addMember(guild, { name: `Q${nextPerson}`, locale: 'zh-CN' });
    };

    function ask(guild: Guild, question = QUESTION, user = newPerson(guild)) {
      return fleet.loopback.command({ user, guild, name: 'ask', options: { question } });
    }

    const guildOf = (shard: number, index = 1): Guild => {
      const guild = fleet.guildsOf(shard)[index];
      if (guild === undefined) throw new Error(`Shard ${shard} has no server ${index}.`);
      return guild;
    };

    const answersOf = async (guild: Guild, question = QUESTION): Promise<string> =>
      text(await ask(guild, question).answered(PATIENCE));

    it('has every server on the shard that is due, and the commands registered once', async () => {
      const metrics = await Promise.all(
        [first, second].map(async (machine) => (await machine.get('/metrics')).text()),
      );
      const counts = metrics.map((page) => Number(/^wenju_guilds (\d+)$/mu.exec(page)?.[1]));
      expect(counts).toEqual([
        fleet.guildsOf(0).length + fleet.guildsOf(1).length,
        fleet.guildsOf(2).length + fleet.guildsOf(3).length,
      ]);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(GUILDS);
      const registrations = [first, second].flatMap(({ lines }) =>
        lines.filter((line) => line.includes('Commands registered')),
      );
      expect(registrations).toHaveLength(1);
      expect(registrations[0]).toContain('"shard":0');
    });

    it('tells the state of each shard of a machine, and the memory of each process', async () => {
      expect(await (await second.get('/readyz')).json()).toMatchObject({
        ready: true,
        shards: [
          { id: 2, status: 'Ready' },
          { id: 3, status: 'Ready' },
        ],
        index: { articles: 12 },
      });
      const metrics = await (await second.get('/metrics')).text();
      for (const name of ['machine', 'shard 2', 'shard 3'])
        expect(metrics).toMatch(
          new RegExp(`^process_resident_memory_bytes\\{process="${name}"\\} \\d{8,}$`, 'mu'),
        );
    });

    it('answers in servers of every shard, and direct messages', async () => {
      const answers = await Promise.all([0, 1, 2, 3].map((shard) => answersOf(guildOf(shard))));
      for (const answer of answers) expect(answer).toContain(ANSWER);
      const user = newPerson(guildOf(3));
      const reply = fleet.loopback.waitForMessage((message) => text(message).includes(ANSWER), PATIENCE);
      await fleet.loopback.say({ user, dm: true, content: QUESTION });
      expect(text(await reply)).toContain(ANSWER);
    });

    it('counts the questions of a person over all shards and machines', async () => {
      const user = newPerson(guildOf(0));
      const replies: string[] = [];
      for (let n = 0; n < 8; n += 1) {
        const guild = guildOf(n % SHARDS);
        if (n > 0 && n < SHARDS) fleet.loopback.world.addMember(guild, { user });
        replies.push(text(await ask(guild, QUESTION, user).answered(PATIENCE)));
      }
      expect(replies.map((reply) => reply.includes(ANSWER))).toEqual([...Array(6).fill(true), false, false]);
    });

    it('answers everywhere within seconds from a file that one machine was given, and from none that was taken out', async () => {
      const [home, there] = homes;
      const [moderator] = moderators;
      const options = { file: { name: 'gate.txt', bytes: Buffer.from(ARTICLE) } };
      const run = fleet.loopback.command({
        ...{ user: moderator, guild: home, name: 'corpus', subcommand: 'add', options },
        locale: 'en-US',
      });
      const message = await run.answered(PATIENCE);
      const [keep] = JSON.stringify(message.components).match(/draft:keep:[^"]+/u) ?? [];
      const kept = fleet.loopback.click(message, keep ?? '', moderator);
      await kept.until((one) => text(one).includes('13 articles'), PATIENCE);
      const asked = '北门修缮工程的总工程师是谁？';
      await until(
        async () => (await answersOf(there, asked)).includes('何一鸣'),
        PATIENCE,
        'The new article',
      );

      const removal = fleet.loopback.command({
        ...{ user: moderators[1], guild: there, name: 'corpus', subcommand: 'remove' },
        options: { article: '北门修缮完工' },
      });
      const question = await removal.answered(PATIENCE);
      const [yes] = JSON.stringify(question.components).match(/remove:yes:[^"]+/u) ?? [];
      fleet.loopback.click(question, yes ?? '', moderators[1]);
      await until(async () => !(await answersOf(home, asked)).includes('何一鸣'), PATIENCE, 'Its removal');
    });

    it('reindexes once when two moderators ask at once on two machines, and both see the end', async () => {
      const before = await fleet.store.changes.indexRevision();
      const revisions = new Set<string>();
      const runs = homes.map((guild, index) =>
        fleet.loopback.command({
          ...{ user: moderators[index] ?? moderators[0], guild, name: 'reindex' },
          locale: 'en-US',
        }),
      );
      const isEnd = (message: Message): boolean => /\b12 articles\b/u.test(text(message));
      const watch = setInterval(() => {
        void fleet.store.changes.indexRevision().then((revision) => revisions.add(revision));
      }, 50);
      await Promise.all(runs.map((run) => run.until(isEnd, PATIENCE)));
      await pause(200);
      clearInterval(watch);
      revisions.delete(before);
      expect(revisions.size).toBe(1);
    });

    it('acknowledges and answers questions while PostgreSQL hangs, and counts again when it is back', async () => {
      fleet.postgres.signal('SIGSTOP');
      const asked = [0, 1, 2, 3].map((shard) => ask(guildOf(shard, 8)).answered(PATIENCE));
      const answers = await Promise.all(asked).finally(() => fleet.postgres.signal('SIGCONT'));
      for (const message of answers) expect(text(message)).toContain(ANSWER);
      await until(async () => (await first.get('/readyz')).status === 200, PATIENCE, 'The store');
    });

    it('starts a shard again that was killed, while the others answer', async () => {
      const pid = second.shardPids().get(3) ?? 0;
      process.kill(pid, 'SIGKILL');
      await until(() => !isAlive(pid), PATIENCE, 'The end of a shard');
      expect(await answersOf(guildOf(2))).toContain(ANSWER);
      const down: { readonly shards: readonly { readonly id: number; readonly status: string }[] } =
        JSON.parse(await (await second.get('/readyz')).text());
      expect(down.shards.find(({ id }) => id === 3)?.status).not.toBe('Ready');
      await until(async () => (await second.get('/readyz')).status === 200, PATIENCE, 'The shard');
      expect(second.shardPids().get(3)).not.toBe(pid);
      expect(await answersOf(guildOf(3))).toContain(ANSWER);
    });

    it('loses no question when the search process is killed', async () => {
      const pid = first.searchPid();
      const asked = [0, 1, 0, 1].map((shard, n) => ask(guildOf(shard, 2 + n)).answered(PATIENCE));
      process.kill(pid, 'SIGKILL');
      for (const message of await Promise.all(asked)) expect(text(message)).toContain(ANSWER);
      expect(first.searchPid()).not.toBe(pid);
    });

    it('leaves no process behind when the one of the machine is killed', async () => {
      const pids = [...second.shardPids().values(), second.searchPid()];
      second.process.kill('SIGKILL');
      await until(() => !pids.some(isAlive), PATIENCE, 'The end of all processes');
      expect(await answersOf(guildOf(1))).toContain(ANSWER);
    });

    it('stops everything when Discord refuses an intent for good, and says what to do', async () => {
      fleet.loopback.faults.closeWith(4014);
      expect(await first.ended).toBe(1);
      expect(first.lines.join('\n')).toContain('wenju: Discord refused an intent that needs approval.');
      expect([...first.shardPids().values()].some(isAlive)).toBe(false);
    });

    it('does nothing that Discord would not take, and never prints its token', () => {
      expect(fleet.loopback.violations).toEqual([]);
      for (const { lines } of [first, second]) expect(lines.join('\n')).not.toContain(fleet.loopback.token);
    });
  });
}
