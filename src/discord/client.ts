import {
  Client,
  type ClientOptions,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
  type WebSocketOptions,
} from 'discord.js';
import { describeError, type Logger } from './logger.js';
import type { BotSettings } from './settings.js';

/** Thrown when the gateway does not let the bot in or is not ready in time; the message says what to do. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  /** Whether Discord will say the same to the next attempt, and to every other shard. */
  readonly isFinal: boolean;

  constructor(message: string, options: ErrorOptions & { readonly isFinal?: boolean } = {}) {
    super(message, options);
    this.isFinal = options.isFinal ?? false;
  }
}

/** Close codes after which the gateway does not let the bot come back, and what to do about each. */
const FATAL_CLOSE_CODES: Readonly<Record<number, string>> = {
  4004: 'Discord does not accept the token. Check DISCORD_TOKEN.',
  4010: 'Discord refused the shard. Check SHARDS and SHARD_COUNT: every machine must have the same SHARD_COUNT.',
  4011: 'The bot is in too many servers for its shards. Set SHARD_COUNT=auto, or a larger number on every machine, and DATABASE_URL (docs/scaling.md).',
  4012: "Discord no longer speaks this version of the gateway's protocol. Upgrade wenju.",
  4013: 'Discord refused the intents. Upgrade wenju.',
  4014: "Discord refused an intent that needs approval. Check the bot's settings in the developer portal.",
};

/** Seconds; discord.js counts sweepers in seconds. */
const SWEEP = { interval: 600, lifetime: 600 } as const;
/** How many users and members stay cached: enough for who is talking at the moment, and nothing reads older ones. */
const PEOPLE_CACHED = 200;

/**
 * The caches keep what answering needs (guilds, channels, roles) and next to nothing of the rest, so that memory does
 * not grow with the people who talk.
 */
function cacheOptions(): Pick<ClientOptions, 'makeCache' | 'sweepers'> {
  const people = {
    maxSize: PEOPLE_CACHED,
    keepOverLimit: (entry: { readonly id: string; readonly client: Client }) =>
      entry.id === entry.client.user?.id,
  };
  return {
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      UserManager: people,
      GuildMemberManager: people,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      ThreadMemberManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      StageInstanceManager: 0,
      AutoModerationRuleManager: 0,
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      users: { interval: SWEEP.interval, filter: () => (user) => user.id !== user.client.user.id },
      guildMembers: {
        interval: SWEEP.interval,
        filter: () => (member) => member.id !== member.client.user.id,
      },
      messages: SWEEP,
    },
  };
}

/** Makes what holds shards back until Discord lets them identify; discord.js's own knows of this process only. */
export type IdentifyThrottler = NonNullable<WebSocketOptions['buildIdentifyThrottler']>;

/** A client that is not connected yet. Without Partials.Channel the first direct message of a person would be lost. */
export function createClient(
  settings: Pick<BotSettings, 'apiBase' | 'shards'>,
  logger: Logger,
  identify?: IdentifyThrottler,
): Client {
  const { shards } = settings;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    ...(settings.apiBase === undefined ? {} : { rest: { api: settings.apiBase } }),
    ...(shards === undefined ? {} : { shards: [...shards.ids], shardCount: shards.count }),
    ...(identify === undefined ? {} : { ws: { buildIdentifyThrottler: identify } }),
    ...cacheOptions(),
  });
  client.on(Events.Error, (error) =>
    logger.error({ error: describeError(error) }, 'The Discord client failed'),
  );
  client.on(Events.Warn, (warning) => logger.warn({ warning }, 'The Discord client warns'));
  client.on(Events.ShardError, (error, shard) =>
    logger.error({ shard, error: describeError(error) }, 'The gateway connection failed'),
  );
  client.on(Events.ShardReconnecting, (shard) => logger.warn({ shard }, 'Reconnecting to the gateway'));
  client.on(Events.ShardResume, (shard, replayed) => logger.info({ shard, replayed }, 'Resumed the session'));
  return client;
}

/** Resolves when Discord closed the connection for good, with the reason; never while it may come back. */
export function disconnection(client: Client): Promise<ConnectionError> {
  return new Promise((resolve) => {
    client.once(Events.ShardDisconnect, ({ code }) =>
      resolve(
        new ConnectionError(
          FATAL_CLOSE_CODES[code] ?? `Discord closed the connection for good (code ${code}).`,
          { isFinal: true },
        ),
      ),
    );
  });
}

/** What discord.js's own words leave out: what to do. */
function explained(error: unknown): ConnectionError {
  if (error instanceof ConnectionError) return error;
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return new ConnectionError(FATAL_CLOSE_CODES[4004] ?? '', { isFinal: true });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new ConnectionError(`Discord cannot be reached: ${reason}`, { cause: error });
}

async function ready(client: Client, token: string): Promise<Client<true>> {
  const isReady = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(token);
  return isReady;
}

/**
 * Connects and resolves when the client is ready. Rejects with a ConnectionError when Discord refuses or `timeout`
 * milliseconds pass; the client is destroyed then.
 */
export async function connect(client: Client, token: string, timeout: number): Promise<Client<true>> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<ConnectionError>((resolve) => {
    timer = setTimeout(
      () => resolve(new ConnectionError(`Discord's gateway was not ready within ${timeout / 1_000} s.`)),
      timeout,
    );
  });
  try {
    const outcome = await Promise.race([ready(client, token), disconnection(client), tooLate]);
    if (outcome instanceof ConnectionError) throw outcome;
    return outcome;
  } catch (error) {
    await client.destroy();
    throw explained(error);
  } finally {
    clearTimeout(timer);
  }
}
