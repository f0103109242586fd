/** Permissions by name and as Discord's bit field. */
import { PermissionFlagsBits } from 'discord-api-types/v10';

/** A permission by its name, such as `ManageGuild`. */
export type PermissionName = keyof typeof PermissionFlagsBits;

/** Permissions as names or as the bit field itself. */
export type Permissions = bigint | readonly PermissionName[];

/** Every bit that Discord knows. */
export const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What Discord gives @everyone in a new server, as far as text channels go. */
export const EVERYONE_PERMISSIONS = bitsOf([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'UseExternalEmojis',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'ChangeNickname',
  'CreateInstantInvite',
]);

/** What both sides may do in a private channel. */
export const PRIVATE_PERMISSIONS = bitsOf([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'MentionEveryone',
  'ReadMessageHistory',
  'UseApplicationCommands',
]);

/** The bit field of permissions given either way. */
export function bitsOf(permissions: Permissions): bigint {
  if (typeof permissions === 'bigint') return permissions;
  return permissions.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
}

/** Whether all bits of `wanted` are there. */
export function holds(permissions: bigint, ...wanted: readonly PermissionName[]): boolean {
  const bits = bitsOf(wanted);
  return (permissions & bits) === bits;
}
