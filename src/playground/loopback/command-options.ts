import { type APIApplicationCommandOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Command } from './commands.js';
import type { UploadedFile } from './files.js';
import type { Platform } from './platform.js';
import type { Resolved } from './resolved.js';
import { idOf, type Reference } from './world.js';

/** What a user may put into an option. Users, roles and channels are named by reference. */
export type OptionValue = string | number | boolean | UploadedFile | { readonly id: string };

/** A client would not let the user do this. */
export class RefusedByClientError extends Error {
  override readonly name = 'RefusedByClientError';
}

/** An option in an interaction's data. */
export interface SentOption {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: readonly SentOption[];
}

/** What a user filled in. */
export interface FilledIn {
  readonly group?: string | undefined;
  readonly subcommand?: string | undefined;
  readonly values: Readonly<Record<string, OptionValue>>;
  /** The option in which the user types now; values are not checked then. */
  readonly focused?: string;
}

type Fill = (option: APIApplicationCommandOption, value: OptionValue) => SentOption;

/** The options of an interaction, checked as a client checks them before it sends them. */
export function sentOptions(
  platform: Platform,
  command: Command,
  filledIn: FilledIn,
  channelId: string,
  resolved: Resolved,
): readonly SentOption[] {
  const path = [filledIn.group, filledIn.subcommand].filter((name) => name !== undefined);
  const fill: Fill =
    filledIn.focused === undefined
      ? (option, value) => checkedOption(platform, option, value, channelId, resolved)
      : (option, value) => typedOption(option, value, filledIn.focused === option.name);
  return nested(command.options ?? [], path, filledIn, fill);
}

function nested(
  options: readonly APIApplicationCommandOption[],
  path: readonly string[],
  filledIn: FilledIn,
  fill: Fill,
): readonly SentOption[] {
  const [name, ...below] = path;
  const branches = options.filter(isBranch);
  if (name === undefined) {
    if (branches.length > 0)
      throw new RefusedByClientError(`needs one of ${branches.map((b) => b.name).join(', ')}`);
    return plain(options, filledIn, fill);
  }
  const branch = branches.find((candidate) => candidate.name === name);
  if (branch === undefined) throw new RefusedByClientError(`no subcommand ${name}`);
  return [{ name, type: branch.type, options: nested(branch.options ?? [], below, filledIn, fill) }];
}

function plain(
  options: readonly APIApplicationCommandOption[],
  filledIn: FilledIn,
  fill: Fill,
): readonly SentOption[] {
  const { values, focused } = filledIn;
  for (const name of Object.keys(values)) {
    if (!options.some((option) => option.name === name)) throw new RefusedByClientError(`no option ${name}`);
  }
  const missing = options.find((option) => option.required === true && values[option.name] === undefined);
  if (missing !== undefined && focused === undefined)
    throw new RefusedByClientError(`${missing.name} is required`);
  return options.flatMap((option) => {
    const value = values[option.name];
    return value === undefined ? [] : [fill(option, value)];
  });
}

function isBranch(
  option: APIApplicationCommandOption,
): option is Extract<APIApplicationCommandOption, { options?: unknown }> {
  const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;
  return option.type === Subcommand || option.type === SubcommandGroup;
}

/** While a user types, values go as they are. */
function typedOption(option: APIApplicationCommandOption, value: OptionValue, focused: boolean): SentOption {
  const typed = typeof value === 'object' ? ('id' in value ? value.id : value.name) : value;
  return { name: option.name, type: option.type, value: typed, ...(focused && { focused: true as const }) };
}

function checkedOption(
  platform: Platform,
  option: APIApplicationCommandOption,
  value: OptionValue,
  channelId: string,
  resolved: Resolved,
): SentOption {
  const { name, type } = option;
  if (type === ApplicationCommandOptionType.Attachment) {
    if (typeof value !== 'object' || !('bytes' in value))
      throw new RefusedByClientError(`${name} takes a file`);
    if (value.bytes.byteLength > platform.settings.attachmentBytes)
      throw new RefusedByClientError(`${name} is too large`);
    const attachment = platform.files.add(channelId, value);
    resolved.put('attachments', attachment.id, attachment);
    return { name, type, value: attachment.id };
  }
  if (typeof value === 'object' && 'bytes' in value) throw new RefusedByClientError(`${name} takes no file`);
  const scalar = isReferenceType(type) ? resolve(option, value, resolved) : checkedScalar(option, value);
  return { name, type, value: scalar };
}

function isReferenceType(type: ApplicationCommandOptionType): boolean {
  const { User, Channel, Role, Mentionable } = ApplicationCommandOptionType;
  return [User, Channel, Role, Mentionable].some((kind) => kind === type);
}

function resolve(
  option: APIApplicationCommandOption,
  value: string | number | boolean | Reference,
  resolved: Resolved,
): string {
  const id = typeof value === 'object' ? idOf(value) : String(value);
  const { User, Channel, Role } = ApplicationCommandOptionType;
  const known =
    option.type === User
      ? resolved.addUser(id)
      : option.type === Channel
        ? resolved.addChannel(id)
        : option.type === Role
          ? resolved.addRole(id)
          : resolved.addUser(id) || resolved.addRole(id);
  if (!known) throw new RefusedByClientError(`${option.name}: nothing here has the id ${id}`);
  return id;
}

function checkedScalar(option: APIApplicationCommandOption, value: OptionValue): string | number | boolean {
  const refuse = (why: string): never => {
    throw new RefusedByClientError(`${option.name} ${why}`);
  };
  if (option.type === ApplicationCommandOptionType.Boolean)
    return typeof value === 'boolean' ? value : refuse('is a yes or no');
  if (option.type === ApplicationCommandOptionType.String) {
    if (typeof value !== 'string') return refuse('is a text');
    const tooShort = value.length < Math.max(1, option.min_length ?? 0);
    if (tooShort || value.length > (option.max_length ?? 6_000))
      return refuse(`must not have ${value.length} characters`);
  } else if (
    option.type === ApplicationCommandOptionType.Integer ||
    option.type === ApplicationCommandOptionType.Number
  ) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return refuse('is a number');
    if (option.type === ApplicationCommandOptionType.Integer && !Number.isSafeInteger(value))
      return refuse('is an integer');
    if (value < (option.min_value ?? -Infinity) || value > (option.max_value ?? Infinity))
      return refuse(`must not be ${value}`);
  } else return refuse('cannot be filled in');
  const choices = option.choices ?? [];
  if (choices.length > 0 && !choices.some((choice) => choice.value === value))
    return refuse(`does not offer ${value}`);
  return value;
}
