import {
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import type { FieldFault } from '../api-error.js';
import { localeFaults, namedLength, nameFaults } from './names.js';
import { faultIf, type Path, repeated } from './rules.js';

const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;

type Options = readonly APIApplicationCommandOption[];

/** What the schemas do not say of a list of options; `depth` counts the subcommands above it. */
export function optionListFaults(options: Options, path: Path, depth = 0): readonly FieldFault[] {
  const nested = options.filter(isNested).length;
  const firstOptional = options.findIndex((option) => option.required !== true);
  return [
    ...options.flatMap((option, index) => optionFaults(option, [...path, index], depth)),
    ...repeated(options, (option) => option.name).map((index) => ({
      path: [...path, index, 'name'],
      code: 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED',
      message: 'Option names must be unique',
    })),
    ...options.flatMap((option, index) =>
      faultIf(
        option.required === true && firstOptional !== -1 && index > firstOptional,
        [...path, index],
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      ),
    ),
    ...faultIf(
      nested > 0 && nested < options.length,
      path,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    ),
  ];
}

function optionFaults(option: APIApplicationCommandOption, path: Path, depth: number): readonly FieldFault[] {
  return [
    ...nameFaults(option, path),
    ...localeFaults(option, path),
    ...(isNested(option) ? nestedFaults(option, path, depth) : choiceFaults(option, path)),
  ];
}

type Nested = Extract<APIApplicationCommandOption, { options?: unknown }>;

function nestedFaults(option: Nested, path: Path, depth: number): readonly FieldFault[] {
  return [
    ...faultIf(
      depth > (option.type === SubcommandGroup ? 0 : 1),
      [...path, 'type'],
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-commands cannot be nested that deep',
    ),
    ...faultIf(
      option.required === true,
      [...path, 'required'],
      'BASE_TYPE_INVALID',
      'Sub-commands cannot be required',
    ),
    ...optionListFaults(option.options ?? [], [...path, 'options'], depth + 1),
  ];
}

function choiceFaults(option: APIApplicationCommandOption, path: Path): readonly FieldFault[] {
  const choices = choicesOf(option);
  const suggests = 'autocomplete' in option && option.autocomplete === true;
  return [
    ...faultIf(
      choices.length > 0 && suggests,
      path,
      'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
      'An option cannot have both choices and autocomplete',
    ),
    ...repeated(choices, (choice) => choice.name).map((index) => ({
      path: [...path, 'choices', index],
      code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATED',
      message: 'Choice names must be unique',
    })),
    ...choices.flatMap((choice, index) => localeFaults(choice, [...path, 'choices', index])),
  ];
}

/** Characters of names, descriptions and choices of options, each in its longest language. */
export function optionsLength(options: Options): number {
  return options.reduce((sum, option) => {
    const below = isNested(option) ? optionsLength(option.options ?? []) : 0;
    const choices = choicesOf(option).map((choice) => namedLength(choice) + String(choice.value).length);
    return sum + namedLength(option) + below + choices.reduce((all, length) => all + length, 0);
  }, 0);
}

function choicesOf(option: APIApplicationCommandOption): readonly APIApplicationCommandOptionChoice[] {
  return 'choices' in option ? (option.choices ?? []) : [];
}

function isNested(option: APIApplicationCommandOption): option is Nested {
  return option.type === Subcommand || option.type === SubcommandGroup;
}
