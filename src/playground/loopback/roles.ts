import { type APIOverwrite, type APIRole, OverwriteType } from 'discord-api-types/v10';
import { bitsOf } from './permission-bits.js';
import { type Guild, idOf, type Overwrite } from './world-model.js';

/** Typed as a number, which every set of flags takes. */
const NO_FLAGS: number = 0;

/** A role without members yet; `botId` for the one that a bot brings along. */
export function newRole(
  id: string,
  name: string,
  permissions: bigint,
  position: number,
  botId?: string,
): APIRole {
  return {
    id,
    name,
    permissions: permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: botId !== undefined,
    mentionable: false,
    flags: NO_FLAGS,
    ...(botId !== undefined && { tags: { bot_id: botId } }),
  };
}

/** An overwrite as Discord sends it. */
export function overwritePayload(guild: Guild, overwrite: Overwrite): APIOverwrite {
  const target = overwrite.for;
  const id = target === 'everyone' ? guild.id : idOf('role' in target ? target.role : target.member);
  const type = target !== 'everyone' && 'member' in target ? OverwriteType.Member : OverwriteType.Role;
  return {
    id,
    type,
    allow: bitsOf(overwrite.allow ?? []).toString(),
    deny: bitsOf(overwrite.deny ?? []).toString(),
  };
}
