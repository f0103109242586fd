import { type APIApplicationCommandOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Command } from '../commands.js';
import type { Platform } from '../platform.js';
import { checkedValue, type OptionValue, type SentValue } from './option-values.js';
import { RefusedByClientError, refuseIf } from './refused.js';
import type { Resolved } from './resolved.js';

/** An option in an interaction's data. */
export interface SentOption {
  readonly name: string;
  readonly type: number;
  readonly value?: SentValue;
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

type Options = readonly APIApplicationCommandOption[];
type Branch = Extract<APIApplicationCommandOption, { options?: unknown }>;
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
      ? (option, value) => ({
          name: option.name,
          type: option.type,
          value: checkedValue(platform, option, value, channelId, resolved),
        })
      : (option, value) => typedOption(option, value, filledIn.focused === option.name);
  return branch(command.options ?? [], path, filledIn, fill);
}

/** The type of the option in which the user types, however deep; null when in none. */
export function focusedType(options: readonly SentOption[] = []): number | null {
  for (const option of options) {
    if (option.focused === true) return option.type;
    const below = focusedType(option.options);
    if (below !== null) return below;
  }
  return null;
}

/** The options of the named subcommand, wrapped in its name; the plain ones where none is named. */
function branch(
  options: Options,
  path: readonly string[],
  filledIn: FilledIn,
  fill: Fill,
): readonly SentOption[] {
  const [name, ...below] = path;
  const branches = options.filter(isBranch);
  if (name === undefined) {
    refuseIf(branches.length > 0, `needs one of ${branches.map((one) => one.name).join(', ')}`);
    return plain(options, filledIn, fill);
  }
  const taken = branches.find((candidate) => candidate.name === name);
  if (taken === undefined) throw new RefusedByClientError(`no subcommand ${name}`);
  return [{ name, type: taken.type, options: branch(taken.options ?? [], below, filledIn, fill) }];
}

function plain(options: Options, { values, focused }: FilledIn, fill: Fill): readonly SentOption[] {
  const unknown = Object.keys(values).find((name) => !options.some((option) => option.name === name));
  refuseIf(unknown !== undefined, `no option ${unknown}`);
  if (focused === undefined) {
    const missing = options.find((option) => option.required === true && values[option.name] === undefined);
    refuseIf(missing !== undefined, `${missing?.name} is required`);
  } else refuseIf(!options.some((option) => isSuggested(option, focused)), `${focused} has no autocomplete`);
  return options.flatMap((option) => {
    const value = values[option.name];
    return value === undefined ? [] : [fill(option, value)];
  });
}

function isSuggested(option: APIApplicationCommandOption, name: string): boolean {
  return option.name === name && 'autocomplete' in option && option.autocomplete === true;
}

function isBranch(option: APIApplicationCommandOption): option is Branch {
  const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;
  return option.type === Subcommand || option.type === SubcommandGroup;
}

/** While a user types, values go as they are. */
function typedOption(option: APIApplicationCommandOption, value: OptionValue, focused: boolean): SentOption {
  const typed = typeof value === 'object' ? ('id' in value ? value.id : value.name) : value;
  return { name: option.name, type: option.type, value: typed, ...(focused && { focused: true as const }) };
}
