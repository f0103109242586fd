import type {
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Library } from '../library.js';
import type { Store } from '../store/store.js';
import type { Form } from './controls.js';
import type { SettingsCache } from './guild-settings.js';
import type { Reply } from './limits.js';
import type { Logger } from './logger.js';
import type { Manners } from './manners/rates.js';
import type { Turns } from './moderation/turns.js';
import type { Observer } from './observer.js';
import type { Caller } from './permissions.js';
import type { Place } from './place.js';
import type { BotSettings, Timing } from './settings.js';
import type { Texts } from './texts/texts.js';

/** What commands, controls and messages work with. */
export interface Services {
  readonly library: Library;
  /** What survives a restart. */
  readonly store: Store;
  readonly settings: BotSettings;
  /** What the moderators of each server have set. */
  readonly guildSettings: SettingsCache;
  readonly timing: Timing;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Ids of the guilds of this process's shards. */
  readonly guildIds: () => readonly string[];
  /** Ids of guilds of all shards, of other processes too: all, or at least two where there are several. */
  readonly guildsEverywhere: () => Promise<readonly string[]>;
  /** How often people may ask. */
  readonly manners: Manners;
  /** One change of the articles at a time. */
  readonly turns: Turns;
  /** Hears what is done. */
  readonly observer: Observer;
}

/** Who will see a reply. */
export type Audience = 'everyone' | 'asker';

/** One act of a user that the bot answers, and the ways to answer it. */
export interface Exchange {
  readonly services: Services;
  /** Carries the id under which this act is logged. */
  readonly logger: Logger;
  /** In the caller's locale. */
  readonly texts: Texts;
  readonly caller: Caller;
  readonly place: Place;
  /** Tells Discord at once that a new message is coming; within 3 s of the act. */
  defer(audience: Audience): Promise<void>;
  /** Shows `reply` in place of what `defer` announced, or of what was shown before. */
  reply(reply: Reply): Promise<void>;
  /** A message to the caller alone: as the first answer, or beside what was answered already. */
  tell(reply: Reply): Promise<void>;
  /** A message to everybody in the place, beside what was answered already. */
  post(reply: Reply): Promise<void>;
  /** Opens a form, as the first and only answer. Its submission comes to the ComponentHandler of its id's prefix. */
  openForm(form: Form): Promise<void>;
}

/** A file that was attached to a call. Name and type are what the user's client says. */
export interface AttachedFile {
  readonly name: string;
  /** The name without its ending that its sender sees, where Discord has made another one of it. */
  readonly title: string | null;
  readonly size: number;
  readonly url: string;
  readonly contentType: string | null;
}

/** Values of a command's options; null where an option was not given. */
export interface OptionValues {
  /** The subcommand that was called, or null where the command has none. */
  readonly subcommand: string | null;
  /** The value of a required text option. */
  text(option: string): string;
  optionalText(option: string): string | null;
  integer(option: string): number | null;
  optionalFlag(option: string): boolean | null;
  attachment(option: string): AttachedFile | null;
}

/** One use of a chat command. */
export interface Call extends Exchange, OptionValues {}

/** What somebody has typed so far into an option with autocomplete. */
export interface Query {
  readonly services: Services;
  readonly logger: Logger;
  readonly texts: Texts;
  readonly caller: Caller;
  readonly subcommand: string | null;
  /** The option in which the user types, and what stands there. */
  readonly option: string;
  readonly typed: string;
}

/** A suggestion. A longer name is cut; one whose value has more than 100 characters is left out. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** A slash command: what Discord is told about it, and what it does. */
export interface ChatCommand {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  execute(call: Call): Promise<void>;
  /** Suggestions for options with autocomplete: at most 25 are shown, within 3 s. People may submit other text. */
  readonly autocomplete?: (query: Query) => Promise<readonly Choice[]>;
}

/** The message from whose menu a command was called. */
export interface TargetMessage {
  readonly id: string;
  readonly text: string;
  readonly url: string;
  /** Texts of its embeds, in order. */
  readonly cards: readonly string[];
}

/** One use of a message menu. */
export interface MenuCall extends Exchange {
  readonly target: TargetMessage;
}

/** A command in the menu of every message. */
export interface MessageMenu {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  executeOn(call: MenuCall): Promise<void>;
}

export type Command = ChatCommand | MessageMenu;
