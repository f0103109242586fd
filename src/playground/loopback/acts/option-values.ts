import {
  type APIApplicationCommandIntegerOption,
  type APIApplicationCommandNumberOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import type { UploadedFile } from '../files.js';
import type { Platform } from '../platform.js';
import { RefusedByClientError, refuseIf } from './refused.js';
import type { Resolved } from './resolved.js';

/** Longest text of an option without a limit of its own. */
const MAX_TEXT = 6_000;

/** What a user may put into an option. Users, roles and channels are named by anything with their id. */
export type OptionValue = string | number | boolean | UploadedFile | { readonly id: string };

/** A value as it goes over the wire. */
export type SentValue = string | number | boolean;

/** The value as it is sent, checked by the option; files are stored, and what it names is added to `resolved`. */
export function checkedValue(
  platform: Platform,
  option: APIApplicationCommandOption,
  value: OptionValue,
  channelId: string,
  resolved: Resolved,
): SentValue {
  switch (option.type) {
    case OptionType.Attachment:
      return storedFile(platform, option.name, value, channelId, resolved);
    case OptionType.Boolean:
      refuseIf(typeof value !== 'boolean', `${option.name} is a yes or no`);
      return value === true;
    case OptionType.String:
      return checkedText(option, value);
    case OptionType.Integer:
    case OptionType.Number:
      return checkedNumber(option, value);
    case OptionType.User:
      return known(option.name, value, (id) => resolved.addUser(id));
    case OptionType.Role:
      return known(option.name, value, (id) => resolved.addRole(id));
    case OptionType.Channel:
      return known(option.name, value, (id) => resolved.addChannel(id));
    case OptionType.Mentionable:
      return known(option.name, value, (id) => resolved.addUser(id) || resolved.addRole(id));
    default:
      throw new RefusedByClientError(`${option.name} cannot be filled in`);
  }
}

function storedFile(
  platform: Platform,
  name: string,
  value: OptionValue,
  channelId: string,
  resolved: Resolved,
): string {
  if (typeof value !== 'object' || !('bytes' in value))
    throw new RefusedByClientError(`${name} takes a file`);
  refuseIf(value.bytes.byteLength > platform.settings.attachmentBytes, `the file for ${name} is too large`);
  const attachment = platform.files.add(channelId, value);
  resolved.put('attachments', attachment.id, attachment);
  return attachment.id;
}

function checkedText(option: APIApplicationCommandStringOption, value: OptionValue): string {
  if (typeof value !== 'string') throw new RefusedByClientError(`${option.name} is a text`);
  const fits =
    value.length >= Math.max(1, option.min_length ?? 0) && value.length <= (option.max_length ?? MAX_TEXT);
  refuseIf(!fits, `${option.name} must not have ${value.length} characters`);
  refuseIf(!isOffered(option.choices, value), `${option.name} does not offer ${value}`);
  return value;
}

function checkedNumber(
  option: APIApplicationCommandIntegerOption | APIApplicationCommandNumberOption,
  value: OptionValue,
): number {
  if (typeof value !== 'number') throw new RefusedByClientError(`${option.name} is a number`);
  const whole = option.type === OptionType.Integer;
  refuseIf(
    whole ? !Number.isSafeInteger(value) : !Number.isFinite(value),
    `${option.name} must not be ${value}`,
  );
  const { min_value: least = value, max_value: most = value } = option;
  refuseIf(value < least || value > most, `${option.name} must not be ${value}`);
  refuseIf(!isOffered(option.choices, value), `${option.name} does not offer ${value}`);
  return value;
}

function isOffered(choices: readonly { readonly value: SentValue }[] | undefined, value: SentValue): boolean {
  return choices === undefined || choices.length === 0 || choices.some((choice) => choice.value === value);
}

function known(name: string, value: OptionValue, add: (id: string) => boolean): string {
  const id = typeof value === 'object' && 'id' in value ? value.id : String(value);
  refuseIf(!add(id), `${name}: nothing here has the id ${id}`);
  return id;
}
