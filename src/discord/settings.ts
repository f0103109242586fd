import type { Rates } from './manners/rates.js';

/** What the bot must be told; the caller reads it from wherever it likes. */
export interface BotSettings {
  readonly token: string;
  /** Base of the REST API without the version (discord.js's `rest.api`); Discord's own when left out. */
  readonly apiBase?: string | undefined;
  /** Register the commands for this one guild, where they appear at once; for everywhere when left out. */
  readonly guildId?: string | undefined;
  /** Guilds whose moderators may change the corpus. Empty: the only guild that the bot is in. */
  readonly homeGuildIds: readonly string[];
  /** Holders of this role may moderate, beside those with Manage Server. */
  readonly moderatorRoleId?: string | undefined;
  /** The gateway connections of this process, of how many in all; one of one when left out. */
  readonly shards?: Shards | undefined;
  /** How many days questions are kept at most, in any server; 30 when left out, 0: not at all. */
  readonly questionRetentionDays?: number | undefined;
  /** Other limits of how often somebody may ask than the usual ones (tests change them). */
  readonly rates?: Partial<Rates> | undefined;
  /** Other waiting times than the defaults (tests shorten them). */
  readonly timing?: Partial<Timing> | undefined;
}

/** Gateway connections: Discord sends the events of a server to shard (server id >> 22) % count, private messages to 0. */
export interface Shards {
  readonly ids: readonly number[];
  readonly count: number;
}

/** Waiting times in milliseconds. */
export interface Timing {
  /** A question that takes longer than this gets a message that says so. */
  readonly answerDeadline: number;
  /** The shortest time between two edits of a progress message within one phase. */
  readonly progressInterval: number;
  /** How long `stop` waits for replies that are under way. */
  readonly drain: number;
  /** How long the gateway may take until the client is ready. */
  readonly connect: number;
  /** How long a change of the articles waits while another program renews the index, before it gives up. */
  readonly changeElsewhere: number;
}

/** Discord's interaction tokens live 15 minutes; nobody waits half a minute for an answer that takes milliseconds. */
export const DEFAULT_TIMING: Timing = {
  answerDeadline: 30_000,
  progressInterval: 1_000,
  drain: 10_000,
  connect: 60_000,
  changeElsewhere: 120_000,
};
