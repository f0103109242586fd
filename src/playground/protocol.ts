/** What the page and its server say to each other. */
import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';

/** The locales that the page and the bot speak. */
export type PageLocale = 'zh-CN' | 'zh-TW' | 'en-US';

/** Somebody in the playground. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly kind: 'member' | 'moderator' | 'bot';
}

/** Somewhere to write. */
export interface PagePlace {
  readonly id: string;
  readonly kind: 'channel' | 'thread' | 'dm';
  readonly name: string;
  /** The channel of a thread. */
  readonly parent: string | null;
  /** The only person who sees it (a direct message), or null. */
  readonly owner: string | null;
}

/** The server, its people and its places. */
export interface PageWorld {
  readonly server: string;
  readonly bot: Person;
  readonly people: readonly Person[];
  readonly places: readonly PagePlace[];
  /** Roles that people can be given. */
  readonly roles: readonly { readonly id: string; readonly name: string }[];
}

/** A message and the only person who sees it, or null when all do. */
export interface ShownMessage {
  readonly message: APIMessage;
  readonly reader: string | null;
}

/** One line of the drawer: a request, a gateway event, a connection, a fault. Times are ms since 1970. */
export interface JournalLine {
  readonly number: number;
  readonly at: number;
  readonly kind: string;
  /** Such as `POST /channels/1/messages` or `MESSAGE_CREATE`. */
  readonly title: string;
  /** Such as the HTTP status. */
  readonly mark: string;
  readonly failed: boolean;
  /** All of it. */
  readonly entry: unknown;
}

/** What the server pushes. */
export type Live =
  | {
      readonly kind: 'hello';
      readonly world: PageWorld;
      readonly messages: readonly ShownMessage[];
      readonly journal: readonly JournalLine[];
    }
  | { readonly kind: 'world'; readonly world: PageWorld }
  | ({ readonly kind: 'message'; readonly change: 'created' | 'edited' | 'deleted' } & ShownMessage)
  | { readonly kind: 'typing'; readonly place: string; readonly user: string }
  | { readonly kind: 'journal'; readonly lines: readonly JournalLine[] };

/** A value of an option; a file is named by the id that its upload got. */
export type PageValue = string | number | boolean | { readonly upload: string } | { readonly id: string };

/** Who acts, where, in which language. */
export interface Actor {
  readonly user: string;
  readonly place: string;
  readonly locale: PageLocale;
}

/** A chat command as it stands in the composer. */
export interface CalledCommand extends Actor {
  readonly name: string;
  readonly group?: string;
  readonly subcommand?: string;
  readonly options: Readonly<Record<string, PageValue>>;
}

/** What a person does. */
export type Act =
  | ({ readonly act: 'commands' } & Actor)
  | ({ readonly act: 'command' } & CalledCommand)
  | ({ readonly act: 'suggest'; readonly focused: string } & CalledCommand)
  | ({ readonly act: 'menu'; readonly name: string; readonly message: string } & Actor)
  | ({
      readonly act: 'use';
      readonly message: string;
      readonly customId: string;
      /** Of a select menu. */
      readonly values?: readonly string[];
    } & Actor)
  | ({
      readonly act: 'submit';
      readonly run: string;
      readonly values: Readonly<Record<string, string | readonly string[]>>;
    } & Actor)
  | ({
      readonly act: 'say';
      readonly content: string;
      readonly replyTo?: string;
      readonly uploads: readonly string[];
    } & Actor)
  | ({ readonly act: 'typing' } & Actor)
  | ({ readonly act: 'starters' } & Actor);

/** A component of a modal, as the bot sent it. */
export interface ModalComponent {
  readonly type: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly description?: string;
  readonly content?: string;
  readonly style?: number;
  readonly value?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
    readonly default?: boolean;
  }[];
  readonly components?: readonly ModalComponent[];
  readonly component?: ModalComponent;
}

/** A modal that an act has opened; `run` names it when it is submitted. */
export interface OpenModal {
  readonly run: string;
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly ModalComponent[];
}

/** A suggestion of autocomplete. */
export interface Suggestion {
  readonly name: string;
  readonly value: string | number;
}

/** What came of an act. */
export type Outcome =
  | {
      readonly ok: true;
      readonly modal?: OpenModal;
      readonly commands?: readonly APIApplicationCommand[];
      readonly suggestions?: readonly Suggestion[];
      readonly starters?: readonly string[];
      readonly upload?: string;
    }
  /** `refused`: a client would not send this. `silent`: the bot did not respond in time. */
  | { readonly ok: false; readonly reason: 'refused' | 'silent'; readonly text: string };

/** The header that carries the page's token. */
export const TOKEN_HEADER = 'x-wenju-token';
