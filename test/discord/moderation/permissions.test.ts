import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.js';
import { articleKey } from '../../../src/discord/articles/article-key.js';
import { TEXTS } from '../../../src/discord/texts/locale.js';
import type { Guild, User } from '../../../src/playground/loopback/world.js';
import { buildCouncil, type Council, controlsOf, type Message, wordsOf } from './council.js';

let council: Council;

beforeEach(async () => {
  council = await buildCouncil();
});

afterEach(async () => {
  expect(council.loopback.violations).toEqual([]);
  await council.close();
});

const FILE = { name: 'gate.txt', bytes: Buffer.from('北门修缮完工\n5月1日，青河市北门修缮工程完工。') };

interface Use {
  readonly name: string;
  readonly subcommand?: string;
  readonly options?: Readonly<Record<string, string | typeof FILE>>;
}

/** Every use of a moderators' command. */
const USES: readonly (readonly [string, Use, 'articles' | 'server'])[] = [
  ['/reindex', { name: 'reindex' }, 'articles'],
  ['/corpus add', { name: 'corpus', subcommand: 'add', options: { file: FILE } }, 'articles'],
  [
    '/corpus remove',
    { name: 'corpus', subcommand: 'remove', options: { article: '青河大桥通车' } },
    'articles',
  ],
  [
    '/corpus inspect',
    { name: 'corpus', subcommand: 'inspect', options: { article: '青河大桥通车' } },
    'articles',
  ],
  ['/corpus export', { name: 'corpus', subcommand: 'export' }, 'articles'],
  ['/audit', { name: 'audit' }, 'articles'],
  ['/gaps', { name: 'gaps' }, 'server'],
  ['/settings', { name: 'settings' }, 'server'],
];

/** What would show that somebody got through. */
async function traces(): Promise<Readonly<Record<string, unknown>>> {
  const { store, home, other } = council;
  return {
    uploads: await store.uploads.revision(),
    home: await store.settings.get(home.id),
    other: await store.settings.get(other.id),
    audit: [...(await store.audit.last(home.id, 9)), ...(await store.audit.last(other.id, 9))],
  };
}

async function refusal(user: User, guild: Guild, use: Use): Promise<Message> {
  const run = council.loopback.command({ user, guild, ...use, force: true });
  const message = await run.answered();
  expect(run.ephemeral).toBe(true);
  expect(controlsOf(message)).toEqual([]);
  expect(message.attachments).toEqual([]);
  return message;
}

describe('commands of moderators', () => {
  it('are all in this test', () => {
    const moderators = commands.filter(
      (command) => 'contexts' in command.data && command.data.contexts?.length === 1,
    );
    expect([...new Set(USES.map(([, { name }]) => name))].sort()).toEqual(
      moderators.map(({ data }) => data.name).sort(),
    );
  });

  it.each(USES)('%s refuses members', async (_, use, duty) => {
    await council.start();
    const before = await traces();
    const { refusal: forArticles, moderation } = TEXTS['zh-CN'];
    const expected = duty === 'articles' ? forArticles['not-a-moderator'] : moderation.refusal.notAModerator;
    expect(wordsOf(await refusal(council.member, council.home, use))).toBe(expected);
    expect(await traces()).toEqual(before);
  });

  it.each(USES)('%s belongs to the home server, or to each server for itself', async (_, use, duty) => {
    await council.start();
    const before = await traces();
    const run = council.loopback.command({ user: council.stranger, guild: council.other, ...use });
    const words = wordsOf(await run.answered());
    expect(words.includes("Only the moderators of the bot's home server")).toBe(duty === 'articles');
    if (duty === 'articles') expect(await traces()).toEqual(before);
  });

  it.each(USES)(
    '%s is not offered in direct messages, and refused to whoever calls it there',
    async (_, use) => {
      await council.start();
      const { loopback, moderator: user } = council;
      expect(() => loopback.command({ user, dm: true, ...use })).toThrow('not offered');
      const run = loopback.command({ user, dm: true, ...use, force: true });
      expect(wordsOf(await run.answered())).toContain('not in direct messages');
    },
  );

  it.each(USES.filter(([, , duty]) => duty === 'articles'))(
    '%s is nobody’s in several servers without a home',
    async (_, use) => {
      await council.start({ homeGuildIds: [] });
      const run = council.loopback.command({ user: council.moderator, guild: council.home, ...use });
      expect(wordsOf(await run.answered())).toContain('HOME_GUILD_IDS');
    },
  );

  it('go to a member who holds the configured role, and no longer when it is taken away', async () => {
    const { loopback, home } = council;
    const role = loopback.world.addRole(home, { name: 'Archive' });
    const holder = loopback.world.addMember(home, { name: 'Holder', roles: [role] });
    await council.start({ moderatorRoleId: role.id });
    const audit = async () =>
      wordsOf(await loopback.command({ user: holder, guild: home, name: 'audit' }).answered());
    expect(await audit()).toContain('No moderator has done anything');
    loopback.world.setRoles(home, holder, []);
    expect(await audit()).toContain('Only moderators can do this');
  });

  it('name nobody in the log who was refused', async () => {
    await council.start();
    for (const [, use] of USES) await refusal(council.member, council.home, use);
    expect(JSON.stringify(council.logger.entries)).not.toContain(council.member.id);
  });
});

describe('controls of moderators', () => {
  /** Ids of controls as a forger would send them, some of which a moderator has on the screen at this moment. */
  async function forgeries(): Promise<readonly string[]> {
    const { loopback, moderator: user, home: guild } = council;
    const call = (use: Use) => loopback.command({ user, guild, ...use }).answered();
    const seen: Message[] = [];
    for (const [name, use] of USES) if (name !== '/reindex') seen.push(await call(use));
    const key = articleKey((await council.library.ids(null))?.[0] ?? '');
    return [
      ...seen.flatMap((message) => controlsOf(message).map(({ customId }) => customId)),
      `remove:undo:${key}`,
      `inspect:${key}:0`,
      'gaps:page:0',
      'gaps:export',
      'audit:0',
      'settings:norole',
      'settings:everywhere',
    ];
  }

  async function force(user: User, message: Message, customId: string): Promise<string> {
    const run = council.loopback.click(message, customId, user, { force: true });
    await run.response;
    const answer = await run.until((one) => wordsOf(one) !== wordsOf(message) || one.id !== message.id);
    return wordsOf(answer);
  }

  it('refuse members who forge them', async () => {
    await council.start();
    const ids = await forgeries();
    expect(ids.length).toBeGreaterThan(12);
    const { loopback, member, home } = council;
    const own = await loopback
      .command({ user: member, guild: home, name: 'ask', options: { question: '谁？' } })
      .answered();
    const before = await traces();
    for (const id of ids) expect(await force(member, own, id)).toMatch(/只有管理人员/);
    expect(await traces()).toEqual(before);
  });

  it('refuse moderators of another server, or do there what concerns that server alone', async () => {
    await council.start();
    const ids = await forgeries();
    const { loopback, stranger, other } = council;
    const own = await loopback
      .command({ user: stranger, guild: other, name: 'ask', options: { question: '谁？' } })
      .answered();
    const before = await traces();
    for (const id of ids.filter((one) => !/^(?:gaps|settings)/.test(one))) {
      expect(await force(stranger, own, id)).toContain("Only the moderators of the bot's home server");
    }
    expect(await traces()).toEqual(before);
    await force(stranger, own, 'settings:private:yes');
    expect(await council.store.settings.get(council.home.id)).toBeNull();
    expect(await council.store.settings.get(other.id)).toMatchObject({ privateByDefault: true });
  });

  it('refuse everybody in direct messages', async () => {
    await council.start();
    const ids = await forgeries();
    const { loopback, moderator: user } = council;
    const own = await loopback
      .command({ user, dm: true, name: 'ask', options: { question: '谁？' } })
      .answered();
    const before = await traces();
    for (const id of ids) expect(await force(user, own, id)).toMatch(/not in direct messages/);
    expect(await traces()).toEqual(before);
  });

  it("refuse another home server's moderator a file that was shown in this one", async () => {
    const { home, other, stranger, moderator, loopback } = council;
    await council.start({ homeGuildIds: [home.id, other.id] });
    const options = { file: FILE };
    const shown = await loopback
      .command({ user: moderator, guild: home, name: 'corpus', subcommand: 'add', options })
      .answered();
    const own = await loopback.command({ user: stranger, guild: other, name: 'audit' }).answered();
    const id = controlsOf(shown)[0]?.customId ?? '';
    expect(await force(stranger, own, id)).toContain('no longer waiting');
    expect(await council.store.uploads.list()).toEqual([]);
  });

  it.each([
    'draft',
    'draft:keep',
    'draft:keep:all',
    'draft:keep:all:',
    'draft:keep:9:aaaaaaaaaaaa',
    'draft:eat:all:aaaaaaaaaaaa',
    "draft:keep:all:'; DROP TABLE wenju_drafts",
    `draft:keep:all:${'aaaaaa.'.repeat(11)}`,
    'draft:keep:all:../../../etc/passwd',
    'remove:yes',
    'remove:yes:i=nothing',
    'remove:undo:h=0',
    'inspect',
    'inspect:i=nothing:1',
    'audit:99999999',
  ])('do nothing for a moderator whose client sends %s', async (id) => {
    await council.start();
    const { loopback, moderator: user, home: guild } = council;
    const own = await loopback
      .command({ user, guild, name: 'ask', options: { question: '谁？' } })
      .answered();
    const before = await council.store.uploads.revision();
    await force(user, own, id);
    expect(await council.store.uploads.revision()).toBe(before);
    expect(council.logger.entries.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
