import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Library } from '../library.js';
import type { Reply } from './limits.js';
import type { Logger } from './logger.js';
import type { Caller } from './permissions.js';
import type { BotSettings, Timing } from './settings.js';
import { TEXTS } from './texts/locale.js';
import type { Label, Texts } from './texts/texts.js';

/** What commands and messages work with. */
export interface Services {
  readonly library: Library;
  readonly settings: BotSettings;
  readonly timing: Timing;
  /** Ids of all guilds that the bot is in at the moment. */
  readonly guildIds: () => readonly string[];
}

/** Who will see a reply. */
type Audience = 'everyone' | 'asker';

/** One use of a command: its options, who called it, and the way to answer. */
export interface Call {
  readonly services: Services;
  /** Carries the id under which this call is logged. */
  readonly logger: Logger;
  /** In the caller's locale. */
  readonly texts: Texts;
  readonly caller: Caller;
  /** The value of a required text option. */
  text(option: string): string;
  /** The value of a flag; false when it was not given. */
  flag(option: string): boolean;
  /** Tells Discord at once that an answer is coming; it must come first, within 3 s of the call. */
  defer(audience: Audience): Promise<void>;
  /** Shows `reply` in place of what was shown before. */
  reply(reply: Reply): Promise<void>;
}

/** A slash command: what Discord is told about it, and what it does. */
export interface Command {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  execute(call: Call): Promise<void>;
}

interface LocalisedLabel extends Label {
  readonly name_localizations: LocalizationMap;
  readonly description_localizations: LocalizationMap;
}

/** A label with its translations; English by itself and named too, for there is no fallback between locales. */
function localised(pick: (texts: Texts) => Label): LocalisedLabel {
  const locales = Object.entries(TEXTS);
  const english = pick(TEXTS['en-US']);
  return {
    name: english.name,
    name_localizations: Object.fromEntries(locales.map(([locale, texts]) => [locale, pick(texts).name])),
    description: english.description,
    description_localizations: Object.fromEntries(
      locales.map(([locale, texts]) => [locale, pick(texts).description]),
    ),
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

/** A required option that takes text of 1 to `maxLength` characters. */
export function textOption(pick: (texts: Texts) => Label, maxLength: number): APIApplicationCommandOption {
  return {
    type: ApplicationCommandOptionType.String,
    ...localised(pick),
    required: true,
    min_length: 1,
    max_length: maxLength,
  };
}

/** An optional yes or no. */
export function flagOption(pick: (texts: Texts) => Label): APIApplicationCommandOption {
  return { type: ApplicationCommandOptionType.Boolean, ...localised(pick), required: false };
}
