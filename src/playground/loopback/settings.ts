import { randomBytes } from 'node:crypto';

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
  /** Shards that /gateway/bot recommends. */
  readonly shards: number;
  /** Servers that one shard may have; a client with more is refused with 4011. */
  readonly guildsPerShard: number;
  /** Shards that may identify at once, and in what time each of their buckets may again, in ms. Discord: 1 in 5,000. */
  readonly identify: { readonly concurrency: number; readonly windowMs: number };
}

/** How a loopback is to be; nearly everything has a default that is Discord's. */
export interface LoopbackOptions extends Partial<Settings> {
  /** 0 takes a free one. */
  readonly port?: number;
  readonly botName?: string;
  /** Entries that the journal keeps. */
  readonly journalEntries?: number;
  /** Milliseconds since 1970, told to whatever is given an id of its own; the time of day when left out. */
  readonly clock?: () => number;
  /** Messages that are kept in a channel. */
  readonly messagesPerChannel?: number;
}

const DEFAULTS = {
  applicationId: '1100000000000000001',
  acknowledgeMs: 3_000,
  tokenMs: 15 * 60_000,
  heartbeatMs: 41_250,
  resumeMs: 180_000,
  privilegedIntents: [],
  rateLimit: { requests: 50, windowMs: 1_000 },
  attachmentBytes: 10 * 1_048_576,
  shards: 1,
  guildsPerShard: 2_500,
  // Tests start and stop bots faster than Discord would let them.
  identify: { concurrency: 1, windowMs: 0 },
} as const;

/** The options with defaults for what they leave out. */
export function settingsOf(options: LoopbackOptions): Settings {
  const applicationId = options.applicationId ?? DEFAULTS.applicationId;
  return { ...DEFAULTS, token: tokenFor(applicationId), ...options };
}

/** A token of Discord's shape, new at every start: no other page or program on the machine can know it. */
function tokenFor(applicationId: string): string {
  const parts = [Buffer.from(applicationId), randomBytes(4), randomBytes(28)];
  return parts.map((part) => part.toString('base64url')).join('.');
}
