import { GatewayIntentBits } from 'discord-api-types/v10';
import { guildPayload } from '../guild-payloads.js';
import type { MessageChange } from '../messages.js';
import { bareMemberPayload, channelPayload, memberPayload } from '../payloads.js';
import type { Platform } from '../platform.js';
import { asBotReads, botSees } from '../visibility.js';
import type { Channel } from '../world.js';
import type { WorldChange } from '../world-model.js';

/** An event for the sessions that asked for it. */
export interface GatewayEvent {
  readonly name: string;
  /** The server that it happened in; null for private events, which go to shard 0. */
  readonly guildId: string | null;
  /** Intents of which a session needs one; 0 for events that everybody gets. */
  readonly intents: number;
  readonly data: (intents: number) => unknown;
}

const {
  Guilds,
  GuildMembers,
  GuildMessages,
  DirectMessages,
  GuildMessageTyping,
  DirectMessageTyping,
  MessageContent,
} = GatewayIntentBits;

/** The event for a change of the world; none where the bot is not. */
export function eventOfWorld(platform: Platform, change: WorldChange): GatewayEvent | null {
  const { world } = platform;
  switch (change.kind) {
    case 'guild':
      if (!change.guild.installed) return null;
      return event('GUILD_CREATE', change.guild.id, Guilds, (intents) =>
        guildPayload(world, change.guild, (intents & GuildMembers) !== 0),
      );
    case 'guild-left':
      return event('GUILD_DELETE', change.guild.id, Guilds, () => ({ id: change.guild.id }));
    case 'member':
    case 'member-updated': {
      const { guildId, userId } = change.member;
      if (world.guilds.get(guildId)?.installed !== true) return null;
      const name = change.kind === 'member' ? 'GUILD_MEMBER_ADD' : 'GUILD_MEMBER_UPDATE';
      // A bot always hears of its own membership.
      const intents = userId === world.bot.id ? Guilds : GuildMembers;
      return event(name, guildId, intents, () => ({
        ...memberPayload(world, change.member),
        guild_id: guildId,
      }));
    }
    case 'role':
      if (!change.guild.installed) return null;
      return event('GUILD_ROLE_CREATE', change.guild.id, Guilds, () => ({
        guild_id: change.guild.id,
        role: change.role,
      }));
    case 'channel':
      return channelEvent(platform, change.channel);
    default:
      return typingEvent(platform, change.channel, change.userId);
  }
}

function channelEvent(platform: Platform, channel: Channel): GatewayEvent | null {
  if (channel.guildId === null || !botSees(platform, channel)) return null;
  const thread = platform.world.isThread(channel);
  return event(thread ? 'THREAD_CREATE' : 'CHANNEL_CREATE', channel.guildId, Guilds, () => ({
    ...channelPayload(platform.world, channel),
    ...(thread && { newly_created: true }),
  }));
}

function typingEvent(platform: Platform, channel: Channel, userId: string): GatewayEvent | null {
  if (!botSees(platform, channel)) return null;
  const intents = channel.guildId === null ? DirectMessageTyping : GuildMessageTyping;
  return event('TYPING_START', channel.guildId, intents, () => ({
    channel_id: channel.id,
    user_id: userId,
    timestamp: Math.floor(Date.now() / 1_000),
    ...(channel.guildId !== null && { guild_id: channel.guildId }),
  }));
}

/** The event for a change of a message; none for ephemeral ones and where the bot is not. */
export function eventOfMessage(platform: Platform, change: MessageChange): GatewayEvent | null {
  const { message } = change;
  const channel = platform.world.channels.get(message.channel_id);
  if (channel === undefined || change.reader !== null || !botSees(platform, channel)) return null;
  const intents = channel.guildId === null ? DirectMessages : GuildMessages;
  const place = {
    channel_type: channel.type,
    ...(channel.guildId !== null && { guild_id: channel.guildId }),
  };
  if (change.kind === 'deleted') {
    return event('MESSAGE_DELETE', channel.guildId, intents, () => ({
      id: message.id,
      channel_id: channel.id,
      ...place,
    }));
  }
  const name = change.kind === 'created' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE';
  const member =
    channel.guildId === null
      ? undefined
      : platform.world.guilds.get(channel.guildId)?.members.get(message.author.id);
  return event(name, channel.guildId, intents, (granted) => ({
    ...asBotReads(platform, message, (granted & MessageContent) !== 0),
    ...place,
    ...(member !== undefined && { member: bareMemberPayload(member) }),
  }));
}

function event(
  name: string,
  guildId: string | null,
  intents: number,
  data: GatewayEvent['data'],
): GatewayEvent {
  return { name, guildId, intents, data };
}
