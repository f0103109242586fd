import type { Message } from './messages.js';
import { holds } from './permission-bits.js';
import { channelPermissions } from './permissions.js';
import type { Platform } from './platform.js';
import type { Channel } from './world.js';

/** Whether the bot is where the channel is and may see it. */
export function botSees(platform: Platform, channel: Channel): boolean {
  const { world } = platform;
  return holds(channelPermissions(world, channel, world.bot.id), 'ViewChannel');
}

/**
 * A message as the bot may read it: its text, embeds, files and components are empty unless the bot has the
 * message-content intent, wrote it, is mentioned in it, or got it in private.
 */
export function asBotReads(platform: Platform, message: Message, contentGranted: boolean): Message {
  const { world } = platform;
  const readable =
    contentGranted ||
    world.channel(message.channel_id).guildId === null ||
    message.author.id === world.bot.id ||
    message.mentions.some((user) => user.id === world.bot.id);
  const referenced = message.referenced_message;
  const shown = readable ? message : { ...message, content: '', embeds: [], attachments: [], components: [] };
  if (!referenced) return shown;
  return { ...shown, referenced_message: asBotReads(platform, referenced, contentGranted) };
}
