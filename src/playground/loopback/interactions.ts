import { randomUUID } from 'node:crypto';
import type {
  APIMessageInteractionMetadata,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import { refusals } from './api-error.js';
import type { Message } from './messages.js';
import { Signal } from './signal.js';
import type { Modal } from './validation/modal.js';
import type { Channel } from './world.js';

/** A suggestion of autocomplete. */
export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** The bot's first answer to an interaction. */
export interface Acknowledgement {
  readonly type: InteractionResponseType;
  /** Milliseconds from the interaction to its answer. */
  readonly afterMs: number;
  readonly modal: Modal | null;
  readonly choices: readonly Choice[];
  readonly ephemeral: boolean;
}

/** What a new interaction consists of, beside what every one has. */
export interface NewInteraction {
  readonly type: InteractionType;
  readonly userId: string;
  readonly channel: Channel;
  /** Of a chat command or menu command, as its answer shows it. */
  readonly command: { readonly name: string; readonly type: number } | null;
  /** The type of the option in which the user types, for autocomplete; null for all else. */
  readonly focusedType: number | null;
  /** The message whose component was used; null for commands and what comes of them. */
  readonly source: Message | null;
  readonly metadata: (id: string) => APIMessageInteractionMetadata;
  readonly payload: (id: string, token: string) => Readonly<Record<string, unknown>>;
}

/** One act of a user, from its birth until its token dies. */
export interface Interaction extends Omit<NewInteraction, 'metadata' | 'payload'> {
  readonly id: string;
  readonly token: string;
  readonly createdAt: number;
  readonly metadata: APIMessageInteractionMetadata;
  /** What the bot gets in INTERACTION_CREATE. */
  readonly payload: Readonly<Record<string, unknown>>;
  acknowledgement: Acknowledgement | null;
  /** The message that `@original` stands for. */
  originalId: string | null;
  readonly followUpIds: string[];
}

/** Interactions that are remembered; the oldest are forgotten first. */
const INTERACTION_LIMIT = 20_000;

/** The interactions of all users and how far the bot has come with them. */
export class Interactions {
  /** A user has acted: the gateway passes it on. */
  readonly opened = new Signal<Interaction>();
  /** The bot has given its first answer. */
  readonly acknowledged = new Signal<Interaction>();
  /** A message has come or gone as an answer. */
  readonly answered = new Signal<Interaction>();
  private readonly byToken = new Map<string, Interaction>();

  constructor(
    private readonly nextId: () => string,
    private readonly lifetimes: { readonly acknowledgeMs: number; readonly tokenMs: number },
  ) {}

  open(fresh: NewInteraction): Interaction {
    const id = this.nextId();
    const token = `${id}-${randomUUID()}`;
    const interaction: Interaction = {
      id,
      token,
      type: fresh.type,
      userId: fresh.userId,
      channel: fresh.channel,
      command: fresh.command,
      focusedType: fresh.focusedType,
      source: fresh.source,
      createdAt: Date.now(),
      metadata: fresh.metadata(id),
      payload: fresh.payload(id, token),
      acknowledgement: null,
      originalId: null,
      followUpIds: [],
    };
    this.byToken.set(token, interaction);
    const oldest = this.byToken.keys().next().value;
    if (this.byToken.size > INTERACTION_LIMIT && oldest !== undefined) this.byToken.delete(oldest);
    this.opened.emit(interaction);
    return interaction;
  }

  /** The interaction that waits for its first answer; 10062 when it is unknown or late, 40060 when it has one. */
  awaiting(id: string, token: string): Interaction {
    const interaction = this.byToken.get(token);
    if (interaction === undefined || interaction.id !== id) throw refusals.unknownInteraction();
    if (interaction.acknowledgement !== null) throw refusals.alreadyAcknowledged();
    if (this.isLate(interaction)) throw refusals.unknownInteraction();
    return interaction;
  }

  /** The interaction whose token may send messages; 10015 before its first answer, 50027 after its life. */
  answering(token: string): Interaction {
    const interaction = this.byToken.get(token);
    if (interaction === undefined) throw refusals.unknownWebhook();
    if (Date.now() - interaction.createdAt > this.lifetimes.tokenMs) throw refusals.expiredToken();
    if (interaction.acknowledgement === null) throw refusals.unknownWebhook();
    return interaction;
  }

  private isLate(interaction: Interaction): boolean {
    return Date.now() - interaction.createdAt > this.lifetimes.acknowledgeMs;
  }
}
