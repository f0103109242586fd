import { type APIApplicationCommandOption, ApplicationCommandType } from 'discord-api-types/v10';
import type { FieldFault } from '../api-error.js';
import { optionListFaults, optionsLength } from './command-options.js';
import { localeFaults, type Named, namedLength, nameFaults } from './names.js';
import { faultIf, missingIf, type Path, repeated } from './rules.js';

/** Characters of all names, descriptions and choices of a chat command; the longest locale counts. */
const MAX_COMMAND_TEXT = 8_000;
/** Commands of each type in one scope. */
const MAX_PER_TYPE: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 5,
  [ApplicationCommandType.Message]: 5,
  [ApplicationCommandType.PrimaryEntryPoint]: 1,
};

/** A command as a bot registers it. */
export interface CommandBody extends Named {
  readonly type?: ApplicationCommandType | null;
  readonly options?: readonly APIApplicationCommandOption[] | null;
  readonly default_member_permissions?: string | null;
  readonly contexts?: readonly number[] | null;
  readonly integration_types?: readonly number[] | null;
  readonly nsfw?: boolean | null;
}

/** Permissions travel as a decimal string, which the schema declares as a number. */
export function withNumericPermissions(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('default_member_permissions' in body)) return body;
  const given = body.default_member_permissions;
  if (typeof given !== 'string' || !/^\d{1,20}$/.test(given)) return body;
  return { ...body, default_member_permissions: Number(given) };
}

/** What the schemas do not say of all commands of one scope. */
export function commandListFaults(commands: readonly CommandBody[]): readonly FieldFault[] {
  return [
    ...commands.flatMap((command, index) => commandFaults(command, [index])),
    ...repeated(commands, (command) => `${typeOf(command)} ${command.name}`).map((index) => ({
      path: [index, 'name'],
      code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
      message: 'Application command names must be unique',
    })),
    ...Object.entries(MAX_PER_TYPE).flatMap(([type, most]) =>
      faultIf(
        commands.filter((command) => typeOf(command) === Number(type)).length > most,
        [],
        'APPLICATION_COMMANDS_LIMIT_REACHED',
        `Maximum number of commands of type ${type} reached (${most})`,
      ),
    ),
  ];
}

function commandFaults(command: CommandBody, path: Path): readonly FieldFault[] {
  const isChat = typeOf(command) === ApplicationCommandType.ChatInput;
  return [
    ...localeFaults(command, path),
    ...(isChat ? chatCommandFaults(command, path) : menuCommandFaults(command, path)),
  ];
}

function chatCommandFaults(command: CommandBody, path: Path): readonly FieldFault[] {
  const options = command.options ?? [];
  return [
    ...nameFaults(command, path),
    ...missingIf(!command.description, [...path, 'description']),
    ...optionListFaults(options, [...path, 'options']),
    ...faultIf(
      namedLength(command) + optionsLength(options) > MAX_COMMAND_TEXT,
      path,
      'APPLICATION_COMMAND_TOO_LARGE',
      `Command exceeds maximum size (${MAX_COMMAND_TEXT})`,
    ),
  ];
}

function menuCommandFaults(command: CommandBody, path: Path): readonly FieldFault[] {
  return [
    ...faultIf(
      Boolean(command.description),
      [...path, 'description'],
      'APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED',
      'Context menu commands cannot have a description',
    ),
    ...faultIf(
      (command.options ?? []).length > 0,
      [...path, 'options'],
      'APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED',
      'Context menu commands cannot have options',
    ),
  ];
}

function typeOf(command: CommandBody): ApplicationCommandType {
  return command.type ?? ApplicationCommandType.ChatInput;
}
