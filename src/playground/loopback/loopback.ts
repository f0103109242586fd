import type { AutocompleteAct, CommandAct, MenuAct } from './acts/command.js';
import type { ComponentAct } from './acts/component.js';
import type { ModalValues } from './acts/modal.js';
import type { Place } from './acts/places.js';
import type { InteractionRun } from './acts/run.js';
import type { TalkAct } from './acts/talk.js';
import type { Command } from './commands.js';
import type { Faults } from './faults.js';
import type { Choice } from './interactions.js';
import type { Journal } from './journal.js';
import type { Message, MessageChange } from './messages.js';
import type { World } from './world.js';
import type { Reference, WorldChange } from './world-model.js';

/** What a component is used with beside the message, its id and the user. */
type ComponentOptions = Pick<ComponentAct, 'locale' | 'force'>;

/** A local Discord: its address, its world, what its users can do, and what can go wrong with it. */
export interface Loopback {
  /** For discord.js's `rest.api`: http://127.0.0.1:PORT/api */
  readonly api: string;
  /** The one bot token that is accepted. */
  readonly token: string;
  readonly applicationId: string;
  readonly world: World;
  readonly faults: Faults;
  readonly journal: Journal;
  /** What the bot did that Discord would not take, oldest first. */
  readonly violations: readonly string[];
  /** Ids of the gateway sessions that are connected. */
  readonly sessions: readonly string[];

  /** The commands that a user's client offers in a place. */
  commands(place: Place): readonly Command[];
  /** Calls a chat command; throws `RefusedByClientError` when a client would not send it. */
  command(act: CommandAct): InteractionRun;
  /** The suggestions for what a user types in an option; rejects with `NoResponseError` when none come in time. */
  autocomplete(act: AutocompleteAct): Promise<readonly Choice[]>;
  /** Calls a command of the menu of a message or a user. */
  contextMenu(act: MenuAct): InteractionRun;
  /** Presses a button. */
  click(message: Reference, customId: string, user: Reference, options?: ComponentOptions): InteractionRun;
  /** Chooses in a select menu: values of its options, or ids of users, roles or channels. */
  select(
    message: Reference,
    customId: string,
    user: Reference,
    values: readonly string[],
    options?: ComponentOptions,
  ): InteractionRun;
  /** Submits the modal that a run has opened. */
  submitModal(run: InteractionRun, values: ModalValues): InteractionRun;
  /** Sends a plain message. */
  say(act: TalkAct): Promise<Message>;
  /** A user starts to type. */
  startTyping(place: Place): void;

  /** A channel's messages, oldest first; with the ephemeral ones of `asUser`. */
  messages(channel: Reference, asUser?: Reference): readonly Message[];
  /** The only user who sees a message, or null when all in its channel do. */
  readerOf(message: Reference): string | null;
  /** Every state of a message, oldest first. */
  history(message: Reference): readonly Message[];
  /** The first message from now on that fits, ephemeral ones included. */
  waitForMessage(fits: (message: Message) => boolean, timeoutMs?: number): Promise<Message>;
  /** The first edit from now on that fits. */
  waitForEdit(fits: (message: Message) => boolean, timeoutMs?: number): Promise<Message>;
  /** Calls the listener with all that happens to messages; the function returned ends it. */
  onMessage(listener: (change: MessageChange) => void): () => void;
  /** Calls the listener with all else that happens in the world, typing included. */
  onWorld(listener: (change: WorldChange) => void): () => void;

  close(): Promise<void>;
}
