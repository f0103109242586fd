/** All that the page knows; every change makes a new state. */
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type {
  JournalLine,
  OpenModal,
  PageLocale,
  PagePlace,
  PageValue,
  PageWorld,
  Person,
  ShownMessage,
} from '../protocol.js';
import type { Entry } from './commands.js';

/** Dark or light. */
export type Theme = 'dark' | 'light';

/** What stands in an option's field. */
export interface Field {
  readonly text: string;
  /** What was chosen from a list, or the file; null while it is only text. */
  readonly value: PageValue | null;
}

/** A slash command that is being filled in. */
export interface Call {
  readonly entry: Entry;
  readonly fields: Readonly<Record<string, Field>>;
  /** Names of the options that are shown: the required ones, and the optional ones that were added. */
  readonly shown: readonly string[];
}

/** One line of the list above the composer. */
export interface Choice {
  readonly label: string;
  readonly detail: string;
  readonly hint: string;
  readonly take: () => void;
}

/** The list above the composer. `owner`: the field that it belongs to. */
export interface Popup {
  readonly owner: string;
  readonly title: string;
  readonly choices: readonly Choice[];
  /** The chosen line; -1 for none. */
  readonly active: number;
  /** `waiting`: for the bot's suggestions; `hint`: only the title is shown. */
  readonly state: 'ready' | 'waiting' | 'hint';
}

/** A file that will go with the message. */
export interface Attached {
  readonly upload: string;
  readonly name: string;
}

/** What is being written. */
export interface Draft {
  readonly text: string;
  readonly call: Call | null;
  readonly replyTo: string | null;
  readonly files: readonly Attached[];
}

/** A line that only this page shows: a client's own notice. */
export interface Notice {
  readonly id: number;
  readonly place: string;
  readonly text: string;
}

/** Everything that the page shows. */
export interface State {
  readonly connected: boolean;
  readonly world: PageWorld | null;
  readonly messages: Readonly<Record<string, readonly ShownMessage[]>>;
  readonly viewer: string;
  readonly place: string;
  readonly locale: PageLocale;
  readonly theme: Theme;
  readonly commands: readonly APIApplicationCommand[];
  readonly starters: readonly string[];
  /** Until when somebody types in a place, in ms since 1970. */
  readonly typing: Readonly<Record<string, number>>;
  readonly dismissed: ReadonlySet<string>;
  readonly notices: readonly Notice[];
  /** Components that wait for the bot: message id and custom_id. */
  readonly waiting: ReadonlySet<string>;
  readonly draft: Draft;
  readonly popup: Popup | null;
  readonly modal: OpenModal | null;
  readonly modalFault: string | null;
  /** The message whose menu is open. */
  readonly menu: string | null;
  readonly sidebar: boolean;
  readonly drawer: boolean;
  readonly journal: readonly JournalLine[];
  readonly filter: string;
  readonly filterKind: 'all' | 'requests' | 'events';
}

export const EMPTY_DRAFT: Draft = { text: '', call: null, replyTo: null, files: [] };

/** Anybody by id, the bot too. */
export function personOf(world: PageWorld, id: string): Person | null {
  return world.bot.id === id ? world.bot : (world.people.find((person) => person.id === id) ?? null);
}

/** Places that the viewer sees. */
export function visiblePlaces(state: State): readonly PagePlace[] {
  return state.world?.places.filter(({ owner }) => owner === null || owner === state.viewer) ?? [];
}

/** The place that is open. */
export function placeOf(state: State): PagePlace | null {
  return state.world?.places.find(({ id }) => id === state.place) ?? null;
}

/** The messages of the open place that the viewer sees. */
export function visibleMessages(state: State): readonly ShownMessage[] {
  return (state.messages[state.place] ?? []).filter(
    ({ message, reader }) => (reader === null || reader === state.viewer) && !state.dismissed.has(message.id),
  );
}
