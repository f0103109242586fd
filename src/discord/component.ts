import type { Exchange } from './command.js';
import type { KeptEmbed, Reply } from './limits.js';

/** The message that carries a control. */
export interface PressedMessage {
  readonly id: string;
  /** Only the person who asked sees it. */
  readonly ephemeral: boolean;
  /** Who asked what the message answers, by Discord's own word; null when that cannot be told any more. */
  readonly askerId: string | null;
  /** As they are shown now, to be kept in a change of the message. */
  readonly embeds: readonly KeptEmbed[];
}

/** One use of a button or a menu, or the submission of a form. */
export interface Press extends Exchange {
  /** Of the control's custom_id, after its prefix. They come from outside: check whatever they claim. */
  readonly args: readonly string[];
  /** What was chosen in a menu: its options' values, or ids of channels or roles. */
  readonly values: readonly string[];
  /** What the button says; null for menus, forms, and where Discord does not tell. */
  readonly label: string | null;
  /** Null for a form that no message's control opened. */
  readonly message: PressedMessage | null;
  /** What was filled into a field of a form; empty where there is no such field. */
  field(id: string): string;
  /** Takes note of the press and leaves the message as it is; `reply` then edits that message. Within 3 s. */
  deferUpdate(): Promise<void>;
  /** Changes the message that carries the control, at once. */
  update(reply: Reply): Promise<void>;
  /** Deletes the message that carries the control; after `deferUpdate`. */
  deleteMessage(): Promise<void>;
}

/** Answers all controls and forms whose custom_id starts with `prefix`. */
export interface ComponentHandler {
  /** Lower-case letters and hyphens; each stands once in the registry. */
  readonly prefix: string;
  press(press: Press): Promise<void>;
}
