import {
  type APIChannel,
  type APIGuildMember,
  type APIUser,
  ChannelType,
  type GatewayGuildCreateDispatchData,
} from 'discord-api-types/v10';
import { channelPermissions } from './permissions.js';
import type { Channel, Guild, Member, User, World } from './world.js';

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

/** The whole server, as in GUILD_CREATE; with `allMembers` false only the bot itself is among the members. */
export function guildPayload(
  world: World,
  guild: Guild,
  allMembers: boolean,
): GatewayGuildCreateDispatchData {
  const members = [...guild.members.values()];
  const sent = allMembers ? members : members.filter((member) => member.userId === world.bot.id);
  const visible = world
    .channelsOf(guild)
    .filter(
      (channel) =>
        world.isThread(channel) === false || channelPermissions(world, channel, world.bot.id) !== 0n,
    );
  return {
    ...guildSettings(guild),
    joined_at: guild.members.get(world.bot.id)?.joinedAt ?? new Date().toISOString(),
    large: false,
    unavailable: false,
    member_count: members.length,
    members: sent.map((member) => memberPayload(world, member)),
    channels: visible
      .filter((channel) => !world.isThread(channel))
      .map((channel) => channelPayload(world, channel)),
    threads: visible
      .filter((channel) => world.isThread(channel))
      .map((channel) => channelPayload(world, channel)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  } as unknown as GatewayGuildCreateDispatchData;
}

/** The server without its members and channels, as REST gives it. */
export function guildSettings(guild: Guild): Record<string, unknown> {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: [...guild.roles.values()],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.preferredLocale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    hub_type: null,
    safety_alerts_channel_id: null,
    incidents_data: null,
    max_members: 500_000,
  };
}
