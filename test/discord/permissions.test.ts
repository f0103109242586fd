import { describe, expect, it } from 'vitest';
import { mayChangeCorpus } from '../../src/discord/permissions.js';

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
