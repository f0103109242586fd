import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Guild, User } from '../../../src/playground/loopback/world.js';
import { buildCouncil, type Council, controlId, type Message, wordsOf } from './council.js';

let council: Council;

beforeEach(async () => {
  council = await buildCouncil();
});

afterEach(async () => {
  expect(council.loopback.violations).toEqual([]);
  await council.close();
});

const settings = (user: User = council.moderator, guild: Guild = council.home) =>
  council.loopback.command({ user, guild, name: 'settings' });
const set = () => council.store.settings.get(council.home.id);

async function choose(message: Message, control: string, values: readonly string[]): Promise<Message> {
  const before = wordsOf(message);
  const run = council.loopback.select(message, `settings:${control}`, council.moderator, values);
  return run.until((one) => wordsOf(one) !== before);
}

async function press(message: Message, label: string): Promise<Message> {
  const before = wordsOf(message);
  const run = council.loopback.click(message, controlId(message, label), council.moderator);
  return run.until((one) => wordsOf(one) !== before);
}

describe('/settings', () => {
  it('shows what holds, to the moderator alone', async () => {
    await council.start();
    const run = settings();
    const words = wordsOf(await run.answered());
    expect(words).toContain('**Answers mentions**: in every channel');
    expect(words).toContain('**Answers to /ask**: for all to see');
    expect(words).toContain("**Language**: each member's own");
    expect(words).toContain('**Moderators**: members with Manage Server');
    expect(words).toContain('**Questions are kept**: 30 days');
    expect(run.ephemeral).toBe(true);
  });

  it('answers mentions only in the chosen channels, from then on', async () => {
    await council.start();
    const { loopback, home, member } = council;
    const quiet = loopback.world.addChannel(home, { name: 'quiet' });
    const ask = async (channel: { readonly id: string }): Promise<boolean> => {
      const content = `<@${loopback.applicationId}> 谁主持？`;
      const said = await loopback.say({ user: member, channel, content });
      const answered = loopback.waitForMessage((one) => one.message_reference?.message_id === said.id, 1_500);
      return answered.then(
        () => true,
        () => false,
      );
    };
    expect(await ask(quiet)).toBe(true);
    const chosen = loopback.world.addChannel(home, { name: 'questions' });
    const panel = await choose(await settings().answered(), 'channels', [chosen.id]);
    expect(wordsOf(panel)).toContain(`**Answers mentions**: <#${chosen.id}>`);
    expect(await ask(quiet)).toBe(false);
    expect(await ask(chosen)).toBe(true);
    await press(panel, 'Answer in every channel');
    expect(await ask(quiet)).toBe(true);
  });

  it('gives answers to the asker alone where that is set, and to all when they say so', async () => {
    await council.start();
    const { member: user, home: guild } = council;
    const ask = async (options: Readonly<Record<string, boolean>> = {}) => {
      const run = council.loopback.command({
        user,
        guild,
        name: 'ask',
        options: { question: '谁？', ...options },
      });
      await run.answered();
      return run.ephemeral;
    };
    expect(await ask()).toBe(false);
    const panel = await press(await settings().answered(), 'Answer privately');
    expect(await ask()).toBe(true);
    expect(await ask({ private: false })).toBe(false);
    await press(panel, 'Answer for all to see');
    expect(await ask()).toBe(false);
  });

  it('speaks the chosen language with everybody', async () => {
    await council.start();
    const panel = await choose(await settings().answered(), 'language', ['zh-TW']);
    expect(wordsOf(panel)).toContain('本伺服器的設定');
    const { moderator: user, home: guild } = council;
    expect(wordsOf(await council.loopback.command({ user, guild, name: 'gaps' }).answered())).toContain(
      '這裡還沒有人',
    );
    await choose(await settings().answered(), 'language', ['own']);
    expect(await set()).toMatchObject({ language: null });
  });

  it('lets holders of the chosen role moderate, in place of the configured one', async () => {
    const { loopback, home } = council;
    const [usual, chosen] = ['Usual', 'Archive'].map((name) => loopback.world.addRole(home, { name }));
    if (usual === undefined || chosen === undefined) throw new Error('no roles');
    const holderOf = (role: { readonly id: string }, name: string) =>
      loopback.world.addMember(home, { name, roles: [role] });
    const [before, after] = [holderOf(usual, 'Before'), holderOf(chosen, 'After')];
    await council.start({ moderatorRoleId: usual.id });
    const may = async (user: User) =>
      wordsOf(await settings(user).answered()).includes('Settings of this server');
    expect([await may(before), await may(after)]).toEqual([true, false]);
    const panel = await choose(await settings().answered(), 'role', [chosen.id]);
    expect(wordsOf(panel)).toContain(`and <@&${chosen.id}>`);
    expect([await may(before), await may(after)]).toEqual([false, true]);
    await press(panel, 'No moderator role');
    expect([await may(before), await may(after)]).toEqual([true, false]);
  });

  it('lets only members with Manage Server choose the role', async () => {
    const { loopback, home } = council;
    const role = loopback.world.addRole(home, { name: 'Archive' });
    const holder = loopback.world.addMember(home, { name: 'Holder', roles: [role] });
    await council.start({ moderatorRoleId: role.id });
    const panel = await settings(holder).answered();
    const run = loopback.select(panel, 'settings:role', holder, [role.id]);
    expect(wordsOf(await run.answered())).toContain(
      'Only members with the permission Manage Server can choose',
    );
    expect((await set())?.moderatorRoleId ?? null).toBeNull();
  });

  it('never takes @everyone for the moderator role', async () => {
    await council.start();
    const { loopback, home, moderator } = council;
    const panel = await settings().answered();
    const run = loopback.select(panel, 'settings:role', moderator, [home.id], { force: true });
    expect(wordsOf(await run.answered())).toContain('@everyone cannot be the moderator role');
    await council.store.settings.set(home.id, { moderatorRoleId: home.id });
    expect(wordsOf(await settings(council.member).answered())).toContain('只有管理人员');
  });

  it('forgets questions at once when fewer days are chosen', async () => {
    await council.start();
    const at = council.now - 10 * 86_400_000;
    const gap = {
      guildId: council.home.id,
      question: '旧问题',
      language: 'zh-Hans',
      reason: null,
      at,
    } as const;
    await council.store.gaps.record(gap);
    const panel = await choose(await settings().answered(), 'days', ['7']);
    expect(wordsOf(panel)).toContain('**Questions are kept**: 7 days');
    expect(await council.store.gaps.list(council.home.id, 0)).toEqual([]);
    expect(wordsOf(await choose(panel, 'days', ['0']))).toContain('**Questions are kept**: not at all');
  });

  it('offers no more days than whoever runs the bot allows', async () => {
    await council.start({ questionRetentionDays: 7 });
    const panel = await settings().answered();
    expect(wordsOf(panel)).toContain('**Questions are kept**: 7 days');
    const run = council.loopback.select(panel, 'settings:days', council.moderator, ['90'], { force: true });
    expect(wordsOf(await run.answered())).toContain('at most 7 days');
  });

  it('lets an unusual number of days be chosen again that holds already', async () => {
    await council.start({ questionRetentionDays: 14 });
    const panel = await choose(await settings().answered(), 'days', ['7']);
    await council.store.settings.set(council.home.id, { retentionDays: 14 });
    const again = await settings().answered();
    expect(wordsOf(panel)).toContain('7 days');
    expect(wordsOf(again)).toContain('14 days');
    const run = council.loopback.select(again, 'settings:days', council.moderator, ['14']);
    await run.until((one) => run.edits.length > 0 && wordsOf(one).includes('14 days'));
    expect(await set()).toMatchObject({ retentionDays: 14 });
  });

  it.each([
    ['language', ['klingon']],
    ['language', []],
    ['days', ['-1']],
    ['days', ['1e9']],
    ['days', ['1; DROP TABLE wenju_gaps']],
    ['channels', ['../../etc']],
    ['role', ['everyone']],
    ['private', []],
    ['nonsense', ['1']],
    ['', ['1']],
  ])('changes nothing for a forged %s of %j', async (control, values) => {
    await council.start();
    const panel = await settings().answered();
    const run = council.loopback.select(panel, `settings:${control}`, council.moderator, values, {
      force: true,
    });
    expect(wordsOf(await run.answered())).toContain('This is not one of the choices');
    expect(await set()).toBeNull();
  });

  it('records each change with who and when', async () => {
    await council.start();
    await choose(await settings().answered(), 'language', ['zh-CN']);
    expect(await council.store.audit.last(council.home.id, 5)).toEqual([
      {
        guildId: council.home.id,
        userId: council.moderator.id,
        act: 'settings',
        detail: 'language: zh-CN',
        at: council.now,
      },
    ]);
    expect(council.logger.entries).toContainEqual(
      expect.objectContaining({ act: 'settings', user: council.moderator.id, detail: 'language: zh-CN' }),
    );
  });

  it('is each server’s own', async () => {
    await council.start();
    await choose(await settings().answered(), 'language', ['zh-CN']);
    expect(wordsOf(await settings(council.stranger, council.other).answered())).toContain(
      "each member's own",
    );
  });
});
