import type { Commands } from './commands.js';
import type { Faults } from './faults.js';
import type { Files } from './files.js';
import type { Interactions } from './interactions.js';
import type { Journal } from './journal.js';
import type { Messages } from './messages.js';
import type { Schemas } from './validation/schemas.js';
import type { World } from './world.js';

/** Intents that a bot must have been granted in the developer portal before it may name them. */
export type PrivilegedIntent = 'members' | 'presences' | 'message-content';

/** Lifetimes and limits; tests shorten them. */
export interface Settings {
  readonly token: string;
  readonly applicationId: string;
  /** Time for the first answer to an interaction, in ms. Discord: 3,000. */
  readonly acknowledgeMs: number;
  /** Life of an interaction's token, in ms. Discord: 900,000. */
  readonly tokenMs: number;
  /** Interval of the heartbeat that is asked of the client, in ms. Discord: 41,250. */
  readonly heartbeatMs: number;
  /** How long a session without a connection can be resumed, in ms. */
  readonly resumeMs: number;
  readonly privilegedIntents: readonly PrivilegedIntent[];
  /** Requests that one bucket of routes takes in a window. */
  readonly rateLimit: { readonly requests: number; readonly windowMs: number };
  /** Largest attachment, in bytes. Discord: 10 MiB. */
  readonly attachmentBytes: number;
}

/** What the REST routes, the gateway and the acting users share: one local Discord. */
export interface Platform {
  readonly settings: Settings;
  readonly nextId: () => string;
  readonly world: World;
  readonly messages: Messages;
  readonly commands: Commands;
  readonly interactions: Interactions;
  readonly files: Files;
  readonly schemas: Schemas;
  readonly journal: Journal;
  readonly faults: Faults;
  /** Records that the bot broke a rule. */
  violate(text: string): void;
}
