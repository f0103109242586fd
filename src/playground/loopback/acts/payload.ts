import {
  type APIMessageInteractionMetadata,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  InteractionType,
  type LocaleString,
} from 'discord-api-types/v10';
import type { Command } from '../commands.js';
import type { Message } from '../messages.js';
import { interactionChannelPayload, memberPayload, userPayload } from '../payloads.js';
import { PRIVATE_PERMISSIONS } from '../permission-bits.js';
import { channelPermissions } from '../permissions.js';
import type { Platform } from '../platform.js';
import type { Channel, User } from '../world.js';

/** Who acts where, and through which installation of the application. */
export interface Scene {
  readonly user: User;
  readonly channel: Channel;
  readonly locale: LocaleString;
  /** Ids by integration type, as `authorizing_integration_owners`. */
  readonly owners: Readonly<Record<string, string>>;
}

/** The installations that let a user act in a channel; of one command when it is given. */
export function ownersOf(
  platform: Platform,
  user: User,
  channel: Channel,
  command: Command | null,
): Scene['owners'] {
  const types = command?.integration_types ?? [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ];
  const owners: Record<string, string> = {};
  const guild = channel.guildId === null ? null : platform.world.guild(channel.guildId);
  if (types.includes(ApplicationIntegrationType.GuildInstall)) {
    if (guild?.installed === true) owners[ApplicationIntegrationType.GuildInstall] = guild.id;
    if (contextOf(platform, channel) === InteractionContextType.BotDM)
      owners[ApplicationIntegrationType.GuildInstall] = '0';
  }
  if (types.includes(ApplicationIntegrationType.UserInstall) && user.installedApplication) {
    owners[ApplicationIntegrationType.UserInstall] = user.id;
  }
  return owners;
}

/** What kind of place a channel is for commands. */
export function contextOf(platform: Platform, channel: Channel): InteractionContextType {
  if (channel.guildId !== null) return InteractionContextType.Guild;
  const withBot = channel.type === ChannelType.DM && channel.recipientIds.includes(platform.world.bot.id);
  return withBot ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel;
}

/** INTERACTION_CREATE's data, but for what is particular to a type. */
export function interactionPayload(
  platform: Platform,
  scene: Scene,
  identity: { readonly id: string; readonly token: string; readonly type: InteractionType },
  particular: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { world, settings } = platform;
  const { channel, user } = scene;
  return {
    ...identity,
    application_id: settings.applicationId,
    version: 1,
    channel_id: channel.id,
    channel: interactionChannelPayload(world, channel, user.id),
    ...placeFields(platform, scene),
    locale: scene.locale,
    app_permissions: appPermissions(platform, channel).toString(),
    entitlements: [],
    authorizing_integration_owners: scene.owners,
    context: contextOf(platform, channel),
    attachment_size_limit: settings.attachmentBytes,
    ...particular,
  };
}

/** In a server the acting member, elsewhere the user. */
function placeFields(platform: Platform, { channel, user }: Scene): Readonly<Record<string, unknown>> {
  const { world } = platform;
  if (channel.guildId === null) return { user: userPayload(user) };
  const guild = world.guild(channel.guildId);
  const permissions = channelPermissions(world, channel, user.id).toString();
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.preferredLocale, features: [] },
    guild_locale: guild.preferredLocale,
    member: { ...memberPayload(world, world.member(guild, user)), permissions },
  };
}

function appPermissions(platform: Platform, channel: Channel): bigint {
  const { world } = platform;
  return channel.guildId === null ? PRIVATE_PERMISSIONS : channelPermissions(world, channel, world.bot.id);
}

/** `interaction_metadata` of the messages that answer a command. */
export function commandMetadata(
  scene: Scene,
  id: string,
  name: string,
  commandType: number,
): APIMessageInteractionMetadata {
  return {
    id,
    type: InteractionType.ApplicationCommand,
    user: userPayload(scene.user),
    authorizing_integration_owners: scene.owners,
    name,
    command_type: commandType,
  } as APIMessageInteractionMetadata;
}

/** `interaction_metadata` of the messages that answer the use of a component. */
export function componentMetadata(scene: Scene, id: string, message: Message): APIMessageInteractionMetadata {
  return {
    id,
    type: InteractionType.MessageComponent,
    user: userPayload(scene.user),
    authorizing_integration_owners: scene.owners,
    interacted_message_id: message.id,
  };
}

/** `interaction_metadata` of the messages that answer a modal. */
export function modalMetadata(
  scene: Scene,
  id: string,
  trigger: APIMessageInteractionMetadata,
): APIMessageInteractionMetadata {
  return {
    id,
    type: InteractionType.ModalSubmit,
    user: userPayload(scene.user),
    authorizing_integration_owners: scene.owners,
    triggering_interaction_metadata: trigger,
  } as APIMessageInteractionMetadata;
}
