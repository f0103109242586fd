import type { GatewayGuildCreateDispatchData } from 'discord-api-types/v10';
import { channelPayload, memberPayload } from './payloads.js';
import { channelPermissions } from './permissions.js';
import type { Guild, World } from './world.js';

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
