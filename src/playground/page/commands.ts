/** Slash commands as the composer offers them: subcommands are entries of their own, names in the reader's locale. */
import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import type { PageLocale } from '../protocol.js';

/** An option of a command. `name` is what is sent, `label` what is shown. */
export interface Option {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: OptionType;
  readonly required: boolean;
  readonly suggests: boolean;
  readonly choices: readonly { readonly name: string; readonly value: string | number }[];
  readonly minLength: number | null;
  readonly maxLength: number | null;
}

/** A command that can be called, or a subcommand of one. */
export interface Entry {
  readonly name: string;
  readonly group: string | null;
  readonly subcommand: string | null;
  /** Such as `corpus add`, in the reader's locale. */
  readonly label: string;
  /** The same in English: it can be typed too. */
  readonly english: string;
  readonly description: string;
  readonly options: readonly Option[];
}

interface Named {
  readonly name: string;
  readonly name_localizations?: Partial<Record<string, string | null>> | null | undefined;
}

/** The entries of all chat commands, in the order in which they are registered. */
export function entriesOf(commands: readonly APIApplicationCommand[], locale: PageLocale): readonly Entry[] {
  return commands
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .flatMap((command) => branches(command, command.options ?? [], locale, [command]));
}

/** Names of the commands of a message's menu; what is sent and what is shown. */
export function menuEntries(
  commands: readonly APIApplicationCommand[],
  locale: PageLocale,
): readonly { readonly name: string; readonly label: string }[] {
  return commands
    .filter(({ type }) => type === ApplicationCommandType.Message)
    .map((command) => ({ name: command.name, label: labelOf(command, locale) }));
}

type Described = Named & {
  readonly description: string;
  readonly description_localizations?: Partial<Record<string, string | null>> | null | undefined;
};

function branches(
  last: Described,
  options: readonly APIApplicationCommandOption[],
  locale: PageLocale,
  path: readonly Named[],
): readonly Entry[] {
  const below = options.filter(
    (option) => option.type === OptionType.Subcommand || option.type === OptionType.SubcommandGroup,
  );
  if (below.length > 0) {
    return below.flatMap((option) => branches(option, option.options ?? [], locale, [...path, option]));
  }
  const [command, ...rest] = path.map(({ name }) => name);
  return [
    {
      name: command ?? '',
      group: rest.length > 1 ? (rest[0] ?? null) : null,
      subcommand: rest.at(-1) ?? null,
      label: path.map((named) => labelOf(named, locale)).join(' '),
      english: path.map(({ name }) => name).join(' '),
      description: last.description_localizations?.[locale] ?? last.description,
      options: options.map((option) => optionOf(option, locale)),
    },
  ];
}

function optionOf(option: APIApplicationCommandOption, locale: PageLocale): Option {
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  return {
    name: option.name,
    label: labelOf(option, locale),
    description: option.description_localizations?.[locale] ?? option.description,
    type: option.type,
    required: option.required === true,
    suggests: 'autocomplete' in option && option.autocomplete === true,
    choices: choices.map((choice) => ({
      name: choice.name_localizations?.[locale] ?? choice.name,
      value: choice.value,
    })),
    minLength: ('min_length' in option ? option.min_length : null) ?? null,
    maxLength: ('max_length' in option ? option.max_length : null) ?? null,
  };
}

function labelOf(named: Named, locale: PageLocale): string {
  return named.name_localizations?.[locale] ?? named.name;
}

/** Entries that fit what is typed after the slash; those that begin with it come first. */
export function matchingEntries(entries: readonly Entry[], typed: string): readonly Entry[] {
  const wanted = typed.trim().toLowerCase();
  const rank = ({ label, english, description }: Entry): number => {
    const names = [label.toLowerCase(), english.toLowerCase()];
    if (names.some((name) => name.startsWith(wanted))) return 0;
    if (names.some((name) => name.includes(wanted))) return 1;
    return description.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter((ranked) => ranked.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

/** The entry whose whole name the text begins with, and what follows: `/ask who?` gives ask and `who?`. */
export function calledEntry(
  entries: readonly Entry[],
  text: string,
): { readonly entry: Entry; readonly rest: string } | null {
  if (!text.startsWith('/')) return null;
  for (const entry of entries) {
    for (const name of [entry.label, entry.english]) {
      if (text.startsWith(`/${name} `)) return { entry, rest: text.slice(name.length + 2).trimStart() };
    }
  }
  return null;
}
