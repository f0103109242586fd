import { ChannelType } from 'discord.js';

/** Where something happens. */
export interface Place {
  /** Of the channel, thread or direct message. */
  readonly channelId: string;
  /** Null outside of servers. */
  readonly guildId: string | null;
  /** A private channel of several people counts as a channel. */
  readonly kind: 'direct-message' | 'thread' | 'channel';
}

const THREADS: ReadonlySet<ChannelType> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

/** Where a message or an interaction belongs. */
export function placeOf(channelId: string, guildId: string | null, type: ChannelType | undefined): Place {
  const kind =
    type === ChannelType.DM
      ? 'direct-message'
      : type !== undefined && THREADS.has(type)
        ? 'thread'
        : 'channel';
  return { channelId, guildId, kind };
}
