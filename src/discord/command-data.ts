/** What Discord is told about commands: names, options and where they may be used, with all translations. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Label } from './texts/label.js';
import { TEXTS } from './texts/locale.js';
import type { Texts } from './texts/texts.js';

interface LocalisedLabel extends Label {
  readonly name_localizations: LocalizationMap;
  readonly description_localizations: LocalizationMap;
}

/** A text in every locale. */
function byLocale(pick: (texts: Texts) => string): LocalizationMap {
  return Object.fromEntries(Object.entries(TEXTS).map(([locale, texts]) => [locale, pick(texts)]));
}

/** A label with its translations; English by itself and named too, for there is no fallback between locales. */
function localised(pick: (texts: Texts) => Label): LocalisedLabel {
  const { name, description } = pick(TEXTS['en-US']);
  return {
    name,
    name_localizations: byLocale((texts) => pick(texts).name),
    description,
    description_localizations: byLocale((texts) => pick(texts).description),
  };
}

/** Servers, direct messages with the bot and other private channels; also for people who installed the bot themselves. */
const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Servers that the bot was added to. */
const SERVERS = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/**
 * What Discord is told about a slash command. No `default_member_permissions`: it would hide a moderators' command from
 * the holders of the moderator role, and permissions are checked on every call anyway.
 */
export function slashCommand(
  pick: (texts: Texts) => Label,
  where: 'everywhere' | 'servers',
  options: readonly APIApplicationCommandOption[] = [],
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const { name, name_localizations, description, description_localizations } = localised(pick);
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    name_localizations,
    description,
    description_localizations,
    options: [...options],
    ...(where === 'everywhere' ? EVERYWHERE : SERVERS),
  };
}

/** What Discord is told about a command in the menu of messages. Its name may hold blanks; it has no description. */
export function messageMenu(
  pick: (texts: Texts) => string,
  where: 'everywhere' | 'servers',
): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.Message,
    name: pick(TEXTS['en-US']),
    name_localizations: byLocale(pick),
    ...(where === 'everywhere' ? EVERYWHERE : SERVERS),
  };
}

/** A subcommand (`/corpus add`) with options of its own. */
export function subcommand(
  pick: (texts: Texts) => Label,
  options: readonly APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, ...localised(pick), options: [...options] };
}

interface TextOptionRules {
  readonly maxLength: number;
  /** False where it is left out. */
  readonly required?: boolean;
  /** The command's `autocomplete` suggests values. */
  readonly suggested?: boolean;
}

/** An option that takes text of 1 to `maxLength` characters. */
export function textOption(
  pick: (texts: Texts) => Label,
  { maxLength, required, suggested }: TextOptionRules,
): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.String,
    ...localised(pick),
    required: required ?? false,
    min_length: 1,
    max_length: maxLength,
    ...(suggested === true ? { autocomplete: true } : {}),
  };
}

/** An optional whole number. */
export function integerOption(
  pick: (texts: Texts) => Label,
  least: number,
  most: number,
): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.Integer,
    ...localised(pick),
    required: false,
    min_value: least,
    max_value: most,
  };
}

/** An optional yes or no. */
export function flagOption(pick: (texts: Texts) => Label): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.Boolean, ...localised(pick), required: false };
}

/** A file. */
export function attachmentOption(
  pick: (texts: Texts) => Label,
  required: boolean,
): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.Attachment, ...localised(pick), required };
}
