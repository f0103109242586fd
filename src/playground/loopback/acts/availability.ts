import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10';
import { type Command, contextsOf } from '../commands.js';
import { ALL_PERMISSIONS, holds } from '../permission-bits.js';
import { channelPermissions } from '../permissions.js';
import type { Platform } from '../platform.js';
import type { Channel, User } from '../world.js';
import { contextOf, ownersOf } from './payload.js';

/** The commands that a user's client offers in a channel: registered, installed and permitted there. */
export function availableCommands(platform: Platform, user: User, channel: Channel): readonly Command[] {
  const permissions = channelPermissions(platform.world, channel, user.id);
  if (!holds(permissions, 'UseApplicationCommands')) return [];
  return platform.commands
    .reaching(channel.guildId)
    .filter((command) => contextsOf(command).includes(contextOf(platform, channel)))
    .filter((command) => isInstalled(platform, user, channel, command))
    .filter((command) => channel.guildId === null || isPermitted(command, permissions));
}

/** In a private channel with the bot every global command works; elsewhere an installation is needed. */
function isInstalled(platform: Platform, user: User, channel: Channel, command: Command): boolean {
  if (contextOf(platform, channel) === InteractionContextType.BotDM) return true;
  const owners = ownersOf(platform, user, channel, command);
  const wanted = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];
  return wanted.some((type) => owners[type] !== undefined);
}

/** `default_member_permissions` hides a command; "0" leaves it to administrators. */
function isPermitted(command: Command, permissions: bigint): boolean {
  const wanted = command.default_member_permissions;
  if (wanted === null || wanted === undefined || permissions === ALL_PERMISSIONS) return true;
  const bits = BigInt(wanted);
  return bits !== 0n && (permissions & bits) === bits;
}
