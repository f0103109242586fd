import { describe, expect, it } from 'vitest';
import { mayChangeCorpus, mayModerateServer } from '../../src/discord/permissions.js';

const HOME = '100';
const OTHER = '200';
const moderator = { userId: '1', guildId: HOME, managesGuild: true, roleIds: [] };
const member = { ...moderator, managesGuild: false };

describe('mayChangeCorpus', () => {
  it.each([
    ['a moderator of the only server', moderator, [], undefined, [HOME], 'allowed'],
    ['a member of the only server', member, [], undefined, [HOME], 'not-a-moderator'],
    [
      'a moderator when no home is set and there are several servers',
      moderator,
      [],
      undefined,
      [HOME, OTHER],
      'home-not-set',
    ],
    ['a moderator of a home server among several', moderator, [HOME], undefined, [HOME, OTHER], 'allowed'],
    [
      'a moderator of another server',
      { ...moderator, guildId: OTHER },
      [HOME],
      undefined,
      [HOME, OTHER],
      'other-server',
    ],
    [
      'a moderator of a server that the bot is not in',
      { ...moderator, guildId: OTHER },
      [],
      undefined,
      [HOME],
      'other-server',
    ],
    [
      'anybody in a direct message',
      { ...moderator, guildId: null },
      [HOME],
      undefined,
      [HOME],
      'not-in-a-server',
    ],
    ['a holder of the moderator role', { ...member, roleIds: ['7'] }, [HOME], '7', [HOME], 'allowed'],
    ['a holder of another role', { ...member, roleIds: ['8'] }, [HOME], '7', [HOME], 'not-a-moderator'],
    [
      'a holder of the role in another server',
      { ...member, guildId: OTHER, roleIds: ['7'] },
      [HOME],
      '7',
      [HOME, OTHER],
      'other-server',
    ],
  ] as const)('answers %s', (_, caller, homeGuildIds, moderatorRoleId, guildIds, expected) => {
    expect(mayChangeCorpus(caller, { homeGuildIds, moderatorRoleId }, guildIds)).toBe(expected);
  });
});

describe('the moderator role of a server', () => {
  const holder = (roleId: string) => ({ ...member, roleIds: [roleId] });
  it.each([
    ['a holder of the configured role', holder('7'), '7', null, 'allowed'],
    ['a holder of the role that the server has set', holder('8'), '7', '8', 'allowed'],
    [
      'a holder of the configured role where the server has set another',
      holder('7'),
      '7',
      '8',
      'not-a-moderator',
    ],
    ['everybody, were @everyone set', holder(HOME), undefined, HOME, 'not-a-moderator'],
    ['everybody, were @everyone configured', holder(HOME), HOME, null, 'not-a-moderator'],
    ['who manages the server, whatever is set', moderator, '7', '8', 'allowed'],
  ] as const)('answers %s', (_, caller, moderatorRoleId, ownRole, expected) => {
    const settings = { homeGuildIds: [HOME], moderatorRoleId };
    expect(mayChangeCorpus(caller, settings, [HOME], ownRole)).toBe(expected);
    expect(mayModerateServer(caller, settings, [HOME], ownRole)).toBe(expected);
  });
});

describe('mayModerateServer', () => {
  it.each([
    ['in any server that the bot is in', { ...moderator, guildId: OTHER }, 'allowed'],
    ['not in direct messages', { ...moderator, guildId: null }, 'not-in-a-server'],
    ['not where the bot is only somebody’s own app', { ...moderator, guildId: '300' }, 'not-in-a-server'],
    ['not without being a moderator', member, 'not-a-moderator'],
  ] as const)('allows %s', (_, caller, expected) => {
    expect(mayModerateServer(caller, {}, [HOME, OTHER])).toBe(expected);
  });
});
