import { expect, test } from 'vitest';
import { holds, type PermissionName } from '../../../src/playground/loopback/permission-bits.js';
import { channelPermissions } from '../../../src/playground/loopback/permissions.js';
import { createSnowflakes } from '../../../src/playground/loopback/snowflake.js';
import { type User, World } from '../../../src/playground/loopback/world.js';
import type { Overwrite } from '../../../src/playground/loopback/world-model.js';

const bot: User = {
  id: '1',
  username: 'bot',
  globalName: null,
  bot: true,
  locale: 'en-US',
  acceptsPrivateMessages: false,
  installedApplication: false,
};

/** Whether a member with a role may write in a channel with these overwrites. */
function mayWrite(
  permissions: readonly PermissionName[],
  overwrites: (role: string, member: string) => readonly Overwrite[],
): boolean {
  const world = new World(createSnowflakes(), bot);
  const guild = world.addGuild({ name: 'Archive' });
  const role = world.addRole(guild, { name: 'Readers', permissions });
  const member = world.addMember(guild, { name: 'Lin', roles: [role] });
  const channel = world.addChannel(guild, { name: 'x', overwrites: overwrites(role.id, member.id) });
  return holds(channelPermissions(world, channel, member.id), 'SendMessages');
}

const deny = ['SendMessages'] as const;
const allow = deny;
type Overwrites = (role: string, member: string) => readonly Overwrite[];

test.each<[string, boolean, readonly PermissionName[], Overwrites]>([
  ['everybody may', true, [], () => []],
  ['nobody may', false, [], () => [{ for: 'everyone', deny }]],
  [
    'a role may where nobody may',
    true,
    [],
    (role) => [
      { for: 'everyone', deny },
      { for: { role }, allow },
    ],
  ],
  ['a role may not', false, [], (role) => [{ for: { role }, deny }]],
  [
    'a member may where the role may not',
    true,
    [],
    (role, member) => [
      { for: { role }, deny },
      { for: { member }, allow },
    ],
  ],
  ['an administrator may everything', true, ['Administrator'], () => [{ for: 'everyone', deny }]],
])('overwrites: %s', (_, expected, permissions, overwrites) => {
  expect(mayWrite(permissions, overwrites)).toBe(expected);
});

test('a thread has the permissions of its channel, a stranger has none', () => {
  const world = new World(createSnowflakes(), bot);
  const guild = world.addGuild({ name: 'Archive' });
  const member = world.addMember(guild, { name: 'Lin' });
  const channel = world.addChannel(guild, {
    name: 'x',
    overwrites: [{ for: 'everyone', deny: ['AddReactions'] }],
  });
  const thread = world.addThread(channel, { name: 'y', owner: member });
  expect(channelPermissions(world, thread, member.id)).toBe(channelPermissions(world, channel, member.id));
  expect(holds(channelPermissions(world, thread, member.id), 'AddReactions')).toBe(false);
  expect(channelPermissions(world, thread, world.addUser({ name: 'Stranger' }).id)).toBe(0n);
  expect(holds(channelPermissions(world, thread, guild.ownerId), 'AddReactions')).toBe(true);
});
