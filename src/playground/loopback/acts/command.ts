import { ApplicationCommandType, InteractionType, type LocaleString } from 'discord-api-types/v10';
import type { Command } from '../commands.js';
import type { Choice, Interaction } from '../interactions.js';
import type { Message } from '../messages.js';
import type { Platform } from '../platform.js';
import { idOf, type Reference } from '../world-model.js';
import { availableCommands } from './availability.js';
import type { OptionValue } from './option-values.js';
import { type FilledIn, focusedType, type SentOption, sentOptions } from './options.js';
import { commandMetadata, interactionPayload, ownersOf, type Scene } from './payload.js';
import { type Place, sceneOf } from './places.js';
import { RefusedByClientError } from './refused.js';
import { Resolved } from './resolved.js';
import { InteractionRun } from './run.js';

/** A chat command as a user calls it. */
export interface CommandAct extends Place {
  readonly name: string;
  readonly group?: string;
  readonly subcommand?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
  readonly locale?: LocaleString;
  /** As a forged client: the command is sent although the user's client does not offer it. */
  readonly force?: boolean;
}

/** A chat command while the user types in one of its options. */
export interface AutocompleteAct extends CommandAct {
  readonly focused: string;
}

/** A command of the menu of a message or a user. */
export interface MenuAct extends Place {
  readonly name: string;
  readonly target: Message | Reference;
  readonly locale?: LocaleString;
  readonly force?: boolean;
}

/** Calls a chat command; throws `RefusedByClientError` when a client would not send it. */
export function callCommand(platform: Platform, act: CommandAct): InteractionRun {
  return new InteractionRun(platform, openCommand(platform, act, InteractionType.ApplicationCommand));
}

/** The bot's suggestions for what is typed; none when it does not answer in time. */
export async function askSuggestions(platform: Platform, act: AutocompleteAct): Promise<readonly Choice[]> {
  const interaction = openCommand(platform, act, InteractionType.ApplicationCommandAutocomplete, act.focused);
  return (await new InteractionRun(platform, interaction).response).choices;
}

function openCommand(
  platform: Platform,
  act: CommandAct,
  type: InteractionType,
  focused?: string,
): Interaction {
  const { command, scene } = find(platform, act, ApplicationCommandType.ChatInput);
  const resolved = new Resolved(platform, scene.channel, scene.user.id);
  const filledIn: FilledIn = {
    group: act.group,
    subcommand: act.subcommand,
    values: act.options ?? {},
    ...(focused !== undefined && { focused }),
  };
  const options = sentOptions(platform, command, filledIn, scene.channel.id, resolved);
  const name = [act.name, act.group, act.subcommand].filter((part) => part !== undefined).join(' ');
  const data = { ...identity(command), ...(options.length > 0 && { options }), ...resolved.field() };
  return open(platform, scene, type, command, name, data);
}

/** Calls a command from the menu of a message or a user. */
export function callMenu(platform: Platform, act: MenuAct): InteractionRun {
  const isMessage = typeof act.target === 'object' && 'channel_id' in act.target;
  const type = isMessage ? ApplicationCommandType.Message : ApplicationCommandType.User;
  const { command, scene } = find(platform, act, type);
  const resolved = new Resolved(platform, scene.channel, scene.user.id);
  const targetId = idOf(act.target);
  if (isMessage) resolved.put('messages', targetId, act.target);
  else if (!resolved.addUser(targetId)) throw new RefusedByClientError(`no user ${targetId}`);
  const data = { ...identity(command), target_id: targetId, ...resolved.field() };
  return new InteractionRun(
    platform,
    open(platform, scene, InteractionType.ApplicationCommand, command, act.name, data),
  );
}

function identity(command: Command): Readonly<Record<string, unknown>> {
  const { id, name, type, guild_id } = command;
  return { id, name, type, ...(guild_id !== undefined && { guild_id }) };
}

function find(
  platform: Platform,
  act: CommandAct | MenuAct,
  type: ApplicationCommandType,
): { readonly command: Command; readonly scene: Scene } {
  const place = sceneOf(platform, act);
  const fits = (command: Command): boolean => command.type === type && command.name === act.name;
  const registered = platform.commands.reaching(place.channel.guildId).find(fits);
  if (registered === undefined) throw new RefusedByClientError(`no command ${act.name} is registered here`);
  const offered = availableCommands(platform, place.user, place.channel).find(fits);
  if (offered === undefined && act.force !== true) {
    throw new RefusedByClientError(`${act.name} is not offered to ${place.user.username} here`);
  }
  const command = offered ?? registered;
  const owners = ownersOf(platform, place.user, place.channel, command);
  return { command, scene: { ...place, owners, locale: act.locale ?? place.user.locale } };
}

function open(
  platform: Platform,
  scene: Scene,
  type: InteractionType,
  command: Command,
  name: string,
  data: Readonly<Record<string, unknown>>,
): Interaction {
  return platform.interactions.open({
    type,
    userId: scene.user.id,
    channel: scene.channel,
    command: { name, type: command.type },
    focusedType: focusedType(data.options as readonly SentOption[] | undefined),
    source: null,
    metadata: (id) => commandMetadata(scene, id, name, command.type),
    payload: (id, token) => interactionPayload(platform, scene, { id, token, type }, { data }),
  });
}
