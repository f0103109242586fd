import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { ALL_PERMISSIONS, PRIVATE_PERMISSIONS } from './permission-bits.js';
import type { Channel, Guild, Member, World } from './world.js';

/** A member's permissions in the server: the owner and administrators have all. */
function guildPermissions(guild: Guild, member: Member): bigint {
  if (guild.ownerId === member.userId) return ALL_PERMISSIONS;
  let bits = BigInt(guild.roles.get(guild.id)?.permissions ?? '0');
  for (const roleId of member.roleIds) bits |= BigInt(guild.roles.get(roleId)?.permissions ?? '0');
  return (bits & PermissionFlagsBits.Administrator) !== 0n ? ALL_PERMISSIONS : bits;
}

/**
 * A user's permissions in a channel, by Discord's published order: server, then the channel's overwrites for
 * @everyone, roles and the member. A thread has those of its parent. None for those who are not there.
 */
export function channelPermissions(world: World, channel: Channel, userId: string): bigint {
  if (channel.guildId === null) return channel.recipientIds.includes(userId) ? PRIVATE_PERMISSIONS : 0n;
  const guild = world.guild(channel.guildId);
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  const base = guildPermissions(guild, member);
  if (base === ALL_PERMISSIONS) return base;
  const overwrites = world.isThread(channel)
    ? world.channel(channel.parentId ?? '').overwrites
    : channel.overwrites;
  const forEveryone = overwrites.filter((overwrite) => overwrite.id === guild.id);
  const forRoles = overwrites.filter(
    (overwrite) => overwrite.type === OverwriteType.Role && member.roleIds.includes(overwrite.id),
  );
  const forMember = overwrites.filter(
    (overwrite) => overwrite.type === OverwriteType.Member && overwrite.id === userId,
  );
  return [forEveryone, forRoles, forMember].reduce((bits, layer) => {
    const deny = layer.reduce((sum, overwrite) => sum | BigInt(overwrite.deny), 0n);
    const allow = layer.reduce((sum, overwrite) => sum | BigInt(overwrite.allow), 0n);
    return (bits & ~deny) | allow;
  }, base);
}
