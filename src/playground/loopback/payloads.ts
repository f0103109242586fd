import { type APIChannel, type APIGuildMember, type APIUser, ChannelType } from 'discord-api-types/v10';
import { channelPermissions } from './permissions.js';
import type { Channel, Member, User, World } from './world.js';

/** How old a thread may grow without a message, in minutes. */
const THREAD_ARCHIVE_MINUTES = 1_440;

/** Typed as a number, which every set of flags takes. */
const NO_FLAGS: number = 0;

/** A user as Discord sends it. */
export function userPayload(user: User): APIUser {
  return {
    id: user.id,
    username: user.username,
    discriminator: user.bot ? '0001' : '0',
    global_name: user.globalName,
    avatar: null,
    avatar_decoration_data: null,
    bot: user.bot,
    system: false,
    banner: null,
    accent_color: null,
    public_flags: NO_FLAGS,
  };
}

/** A member as Discord sends it, with its user. */
export function memberPayload(world: World, member: Member): APIGuildMember {
  return { ...bareMemberPayload(member), user: userPayload(world.user(member.userId)) };
}

/** A member without its user, as in messages and resolved data. */
export function bareMemberPayload(member: Member): Omit<APIGuildMember, 'user'> {
  return {
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: [...member.roleIds],
    joined_at: member.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
    pending: false,
    communication_disabled_until: null,
  };
}

/** A channel as Discord sends it. */
export function channelPayload(world: World, channel: Channel): APIChannel {
  if (channel.guildId === null) return privateChannelPayload(world, channel) as unknown as APIChannel;
  const common = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: 0,
  };
  if (world.isThread(channel)) {
    const metadata = {
      archived: false,
      auto_archive_duration: THREAD_ARCHIVE_MINUTES,
      archive_timestamp: new Date().toISOString(),
      locked: false,
    };
    return {
      ...common,
      owner_id: channel.ownerId,
      thread_metadata: metadata,
      message_count: 0,
      member_count: 1,
      total_message_sent: 0,
      member: { id: channel.id, user_id: world.bot.id, join_timestamp: metadata.archive_timestamp, flags: 0 },
    } as unknown as APIChannel;
  }
  return {
    ...common,
    position: 0,
    topic: channel.topic,
    nsfw: false,
    permission_overwrites: channel.overwrites,
  } as unknown as APIChannel;
}

function privateChannelPayload(world: World, channel: Channel): Record<string, unknown> {
  const others = channel.recipientIds.filter((id) => id !== world.bot.id);
  return {
    id: channel.id,
    type: channel.type,
    last_message_id: null,
    flags: 0,
    recipients: others.map((id) => userPayload(world.user(id))),
    ...(channel.type === ChannelType.GroupDM && {
      name: channel.name === '' ? null : channel.name,
      icon: null,
      owner_id: others[0],
    }),
  };
}

/** A channel as it stands in an interaction, with the user's permissions. */
export function interactionChannelPayload(world: World, channel: Channel, userId: string): APIChannel {
  const payload = channelPayload(world, channel);
  if (channel.guildId === null) return payload;
  return {
    ...payload,
    permissions: channelPermissions(world, channel, userId).toString(),
  } as unknown as APIChannel;
}
