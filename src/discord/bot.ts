import { type Client, Events } from 'discord.js';
import type { Library } from '../library.js';
import type { Store } from '../store/store.js';
import { type ConnectionError, connect, createClient, disconnection } from './client.js';
import type { Command, Services } from './command.js';
import type { ComponentHandler } from './component.js';
import { dispatchEvents } from './dispatch.js';
import { settingsCache } from './guild-settings.js';
import { guildsEverywhere } from './guilds-everywhere.js';
import { type BotHealth, watchHealth } from './health.js';
import { identifyInTurn } from './identifying.js';
import { createIntake } from './intake.js';
import { inviteLink } from './invite.js';
import { describeError, type Logger } from './logger.js';
import { createManners } from './manners/rates.js';
import { keepPurging } from './manners/retention.js';
import { reindexOnChange } from './moderation/file-changes.js';
import { createTurns } from './moderation/turns.js';
import { NO_OBSERVER, type Observer, overheard } from './observer.js';
import { registerCommands } from './registration.js';
import { type BotSettings, DEFAULT_TIMING } from './settings.js';

/** A running bot. */
export interface Bot {
  readonly client: Client<true>;
  /** Where somebody with Manage Server adds the bot to a server. */
  readonly inviteLink: string;
  /** Resolves when Discord closed the connection for good: the bot cannot come back by itself, and should be stopped. */
  readonly disconnected: Promise<ConnectionError>;
  /** Takes nothing new, finishes replies that are under way (within the drain time), disconnects. May be called twice. */
  stop(): Promise<void>;
  health(): BotHealth;
}

const FIRST_SHARD = 0;

/** Registering may fail for reasons that do not keep the bot from answering (a guild it was not invited to yet). */
async function tryToRegister(
  client: Client<true>,
  settings: BotSettings,
  commands: readonly Command[],
  logger: Logger,
): Promise<void> {
  try {
    await registerCommands(client, settings.guildId ?? null, commands, logger);
  } catch (error) {
    const scope = settings.guildId ?? 'global';
    logger.error(
      { scope, error: describeError(error) },
      'The commands could not be registered; the bot goes on',
    );
  }
}

/**
 * Connects to Discord, registers the commands when they changed and answers from `library` until `stop`. Resolves when
 * the bot is ready; rejects with a ConnectionError when Discord does not let it in. Library and store stay the caller's.
 */
export async function startBot(options: {
  readonly settings: BotSettings;
  readonly library: Library;
  readonly store: Store;
  readonly commands: readonly Command[];
  /** What answers buttons, menus and forms. */
  readonly components: readonly ComponentHandler[];
  readonly logger: Logger;
  /** Milliseconds since 1970; the machine's clock when left out. */
  readonly clock?: () => number;
  /** Hears what the bot does. */
  readonly observer?: Observer | undefined;
  /** Tells of changed files of the corpus, which are then indexed. What it gives ends it. */
  readonly watchFiles?: ((onChange: () => void) => Promise<{ close(): Promise<void> }>) | undefined;
}): Promise<Bot> {
  const { settings, library, store, commands, components, observer = NO_OBSERVER } = options;
  const logger = overheard(options.logger, observer);
  const timing = { ...DEFAULT_TIMING, ...settings.timing };
  const identify =
    settings.shards === undefined || store.counts === null ? undefined : identifyInTurn(store.counts, logger);
  const unready = createClient(settings, logger, identify);
  const disconnected = disconnection(unready);
  const intake = createIntake();
  // What one process must do for all is the first shard's.
  const isFirst = settings.shards?.ids.includes(FIRST_SHARD) ?? true;
  const clock = options.clock ?? Date.now;
  const services: Services = {
    library,
    store,
    settings,
    guildSettings: settingsCache(store, clock, logger),
    timing,
    clock,
    guildIds: () => [...unready.guilds.cache.keys()],
    guildsEverywhere: () => guildsEverywhere(unready, settings),
    manners: createManners(settings.rates, store.counts),
    turns: createTurns(store.alone, timing.changeElsewhere),
    observer,
  };
  const stopListening = store.changes.subscribe((change) => {
    if (change.of === 'settings') services.guildSettings.forget(change.guildId);
  });
  const health = watchHealth(unready, () => intake.underWay);
  dispatchEvents(unready, commands, components, services, intake, logger);
  const client = await connect(unready, settings.token, timing.connect).catch((error: unknown) => {
    stopListening();
    throw error;
  });
  if (isFirst) await tryToRegister(client, settings, commands, logger);
  const invite = inviteLink(client.application.id);
  logger.info({ user: client.user.tag, guilds: client.guilds.cache.size, invite }, 'The bot is ready');
  void disconnected.then(({ message }) =>
    logger.error({ reason: message }, 'Discord closed the connection for good'),
  );

  const stopPurging = isFirst
    ? keepPurging({ store, clock: services.clock, most: settings.questionRetentionDays, logger })
    : () => {};
  const watching = await options.watchFiles?.(reindexOnChange(services, logger));
  const shutDown = async (): Promise<void> => {
    intake.close();
    stopPurging();
    stopListening();
    await watching?.close();
    const unfinished = await intake.drain(timing.drain);
    if (unfinished > 0) logger.warn({ unfinished }, 'Stopped before every reply was finished');
    // discord.js reports its own closing as a reconnection.
    client.removeAllListeners(Events.ShardReconnecting);
    await client.destroy();
    logger.info({}, 'The bot is stopped');
  };
  let stopped: Promise<void> | null = null;
  return {
    client,
    inviteLink: invite,
    disconnected,
    stop: () => {
      stopped ??= shutDown();
      return stopped;
    },
    health,
  };
}
