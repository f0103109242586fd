import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { BotSettings } from './settings.js';

/** Who called a command and from where, as far as permissions need it. */
export interface Caller {
  readonly userId: string;
  /** Null in direct messages. */
  readonly guildId: string | null;
  /** Holds Manage Server (or Administrator) there, at the time of the call. */
  readonly managesGuild: boolean;
  readonly roleIds: readonly string[];
}

/** `allowed`, or why not. */
export type Permission = 'allowed' | 'not-in-a-server' | 'home-not-set' | 'other-server' | 'not-a-moderator';

/** Reads the caller off an interaction: what Discord sent with it, not what a cache remembers. */
export function callerOf(interaction: BaseInteraction): Caller {
  const roles = interaction.member?.roles;
  return {
    userId: interaction.user.id,
    guildId: interaction.guildId,
    managesGuild: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    roleIds: roles === undefined ? [] : Array.isArray(roles) ? roles : [...roles.cache.keys()],
  };
}

/** What a server's moderators have set about who moderates; the configured role holds where it is null. */
type OwnRole = string | null;

/** Manage Server, or the role. @everyone (its id is the server's) never counts: then everybody would moderate. */
function isModerator(
  { managesGuild, roleIds, guildId }: Caller,
  { moderatorRoleId }: Pick<BotSettings, 'moderatorRoleId'>,
  ownRole: OwnRole,
): boolean {
  const role = ownRole ?? moderatorRoleId;
  return managesGuild || (role !== undefined && role !== guildId && roleIds.includes(role));
}

/**
 * Whether the caller may change the corpus: only in a home server, with Manage Server or the moderator role. Without
 * home servers set, the only server that the bot is in is home; in several nobody may, or whoever invites the bot to a
 * server of their own could change everybody's articles.
 */
export function mayChangeCorpus(
  caller: Caller,
  settings: Pick<BotSettings, 'homeGuildIds' | 'moderatorRoleId'>,
  guildIds: readonly string[],
  ownRole: OwnRole = null,
): Permission {
  if (caller.guildId === null) return 'not-in-a-server';
  const unset = settings.homeGuildIds.length === 0;
  if (unset && guildIds.length > 1) return 'home-not-set';
  if (!(unset ? guildIds : settings.homeGuildIds).includes(caller.guildId)) return 'other-server';
  return isModerator(caller, settings, ownRole) ? 'allowed' : 'not-a-moderator';
}

/**
 * Whether the caller may see and change what concerns their own server: in every server that the bot was added to (not
 * where somebody merely uses it as an app of their own), with Manage Server or the moderator role.
 */
export function mayModerateServer(
  caller: Caller,
  settings: Pick<BotSettings, 'moderatorRoleId'>,
  guildIds: readonly string[],
  ownRole: OwnRole = null,
): Permission {
  if (caller.guildId === null || !guildIds.includes(caller.guildId)) return 'not-in-a-server';
  return isModerator(caller, settings, ownRole) ? 'allowed' : 'not-a-moderator';
}
