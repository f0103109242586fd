import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  Locale,
} from 'discord-api-types/v10';
import type { FieldFault } from '../api-error.js';

/** Characters of all names, descriptions and choices of a chat command; the longest locale counts. */
const MAX_COMMAND_TEXT = 8_000;
/** Names of chat commands and of options, as Discord documents them; lower case besides. */
const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** Commands of each type in one scope. */
const MAX_PER_TYPE: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 5,
  [ApplicationCommandType.Message]: 5,
  [ApplicationCommandType.PrimaryEntryPoint]: 1,
};
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

type Path = readonly (string | number)[];
type Localized = Readonly<Partial<Record<string, string | null>>> | null | undefined;

/** A command as a bot registers it. */
export interface CommandBody {
  readonly name: string;
  readonly type?: ApplicationCommandType | null;
  readonly description?: string | null;
  readonly name_localizations?: Localized;
  readonly description_localizations?: Localized;
  readonly options?: readonly APIApplicationCommandOption[] | null;
  readonly default_member_permissions?: string | null;
  readonly contexts?: readonly number[] | null;
  readonly integration_types?: readonly number[] | null;
  readonly dm_permission?: boolean | null;
  readonly nsfw?: boolean | null;
}

/** Permissions travel as a decimal string, which the schema declares as a number. */
export function withNumericPermissions(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withNumericPermissions);
  if (typeof body !== 'object' || body === null || !('default_member_permissions' in body)) return body;
  const given = body.default_member_permissions;
  if (typeof given !== 'string' || !/^\d{1,20}$/.test(given)) return body;
  return { ...body, default_member_permissions: Number(given) };
}

/** What the schemas do not say of a list of commands of one scope. */
export function commandListFaults(commands: readonly CommandBody[]): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  const seen = new Set<string>();
  const perType = new Map<number, number>();
  commands.forEach((command, index) => {
    const type = command.type ?? ApplicationCommandType.ChatInput;
    const count = (perType.get(type) ?? 0) + 1;
    perType.set(type, count);
    if (seen.has(`${type} ${command.name}`)) {
      faults.push(
        fault(
          [index, 'name'],
          'APPLICATION_COMMANDS_DUPLICATE_NAME',
          'Application command names must be unique',
        ),
      );
    }
    seen.add(`${type} ${command.name}`);
    if (count === (MAX_PER_TYPE[type] ?? 0) + 1) {
      faults.push(
        fault(
          [index],
          'APPLICATION_COMMANDS_LIMIT_REACHED',
          `Maximum number of commands of type ${type} reached`,
        ),
      );
    }
    faults.push(...commandFaults(command, [index]));
  });
  return faults;
}

/** What the schemas do not say of one command. */
export function commandFaults(command: CommandBody, path: Path): readonly FieldFault[] {
  const faults: FieldFault[] = [
    ...localeFaults(command.name_localizations, [...path, 'name_localizations']),
    ...localeFaults(command.description_localizations, [...path, 'description_localizations']),
  ];
  if ((command.type ?? ApplicationCommandType.ChatInput) !== ApplicationCommandType.ChatInput) {
    if (command.description)
      faults.push(
        fault(
          [...path, 'description'],
          'APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED',
          'Context menu commands cannot have a description',
        ),
      );
    if ((command.options ?? []).length > 0)
      faults.push(
        fault(
          [...path, 'options'],
          'APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED',
          'Context menu commands cannot have options',
        ),
      );
    return faults;
  }
  if (!command.description)
    faults.push(fault([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required'));
  faults.push(
    ...nameFaults(command, path),
    ...optionListFaults(command.options ?? [], [...path, 'options'], 0),
  );
  if (textLength(command) > MAX_COMMAND_TEXT) {
    faults.push(
      fault(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAX_COMMAND_TEXT})`),
    );
  }
  return faults;
}

function optionListFaults(
  options: readonly APIApplicationCommandOption[],
  path: Path,
  depth: number,
): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  const names = new Set<string>();
  let optionalSeen = false;
  options.forEach((option, index) => {
    const at = [...path, index];
    if (names.has(option.name))
      faults.push(
        fault([...at, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED', 'Option names must be unique'),
      );
    names.add(option.name);
    if (option.required === true && optionalSeen) {
      faults.push(
        fault(
          [...at],
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        ),
      );
    }
    optionalSeen ||= option.required !== true;
    faults.push(...optionFaults(option, at, depth));
  });
  const nested = options.filter(isNested).length;
  if (nested > 0 && nested < options.length) {
    faults.push(
      fault(
        path,
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      ),
    );
  }
  return faults;
}

function optionFaults(option: APIApplicationCommandOption, path: Path, depth: number): readonly FieldFault[] {
  const faults: FieldFault[] = [
    ...nameFaults(option, path),
    ...localeFaults(option.name_localizations, [...path, 'name_localizations']),
    ...localeFaults(option.description_localizations, [...path, 'description_localizations']),
  ];
  if (isNested(option)) {
    const tooDeep = option.type === ApplicationCommandOptionType.SubcommandGroup ? depth > 0 : depth > 1;
    if (tooDeep)
      faults.push(
        fault(
          [...path, 'type'],
          'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          'Sub-commands cannot be nested that deep',
        ),
      );
    if (option.required === true)
      faults.push(fault([...path, 'required'], 'BASE_TYPE_INVALID', 'Sub-commands cannot be required'));
    return [...faults, ...optionListFaults(option.options ?? [], [...path, 'options'], depth + 1)];
  }
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  if (choices.length > 0 && 'autocomplete' in option && option.autocomplete === true) {
    faults.push(
      fault(
        path,
        'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
        'An option cannot have both choices and autocomplete',
      ),
    );
  }
  const names = new Set<string>();
  choices.forEach((choice, index) => {
    if (names.has(choice.name))
      faults.push(
        fault(
          [...path, 'choices', index],
          'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATED',
          'Choice names must be unique',
        ),
      );
    names.add(choice.name);
    faults.push(
      ...localeFaults(choice.name_localizations, [...path, 'choices', index, 'name_localizations']),
    );
  });
  return faults;
}

function nameFaults(
  named: { readonly name: string; readonly name_localizations?: Localized },
  path: Path,
): readonly FieldFault[] {
  const names: [Path, string][] = [[[...path, 'name'], named.name]];
  for (const [locale, name] of Object.entries(named.name_localizations ?? {})) {
    if (name) names.push([[...path, 'name_localizations', locale], name]);
  }
  return names
    .filter(([, name]) => !CHAT_NAME.test(name) || name !== name.toLowerCase())
    .map(([at]) => fault(at, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'));
}

function localeFaults(localized: Localized, path: Path): readonly FieldFault[] {
  return Object.keys(localized ?? {})
    .filter((locale) => !LOCALES.has(locale))
    .map((locale) => fault([...path, locale], 'LOCALE_INVALID', `Unknown locale ${locale}`));
}

function isNested(
  option: APIApplicationCommandOption,
): option is Extract<APIApplicationCommandOption, { options?: unknown }> {
  return (
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
  );
}

/** The characters that count towards the limit of a command. */
function textLength(node: CommandBody | APIApplicationCommandOption): number {
  let sum =
    longest(node.name, node.name_localizations) +
    longest(node.description ?? '', node.description_localizations);
  if ('choices' in node) {
    for (const choice of node.choices ?? [])
      sum += longest(choice.name, choice.name_localizations) + String(choice.value).length;
  }
  if ('options' in node) for (const option of node.options ?? []) sum += textLength(option);
  return sum;
}

function longest(text: string, localized: Localized): number {
  return Math.max(text.length, ...Object.values(localized ?? {}).map((other) => other?.length ?? 0));
}

function fault(path: Path, code: string, message: string): FieldFault {
  return { path, code, message };
}
