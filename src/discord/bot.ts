import { type Client, Events } from 'discord.js';
import type { Library } from '../library.js';
import type { Store } from '../store/store.js';
import { type ConnectionError, connect, createClient, disconnection } from './client.js';
import type { Command, Services } from './command.js';
import type { ComponentHandler } from './component.js';
import { dispatchEvents } from './dispatch.js';
import { settingsCache } from './guild-settings.js';
import { type BotHealth, watchHealth } from './health.js';
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
  const unready = createClient(settings, logger);
  const disconnected = disconnection(unready);
  const intake = createIntake();
  const clock = options.clock ?? Date.now;
  const services: Services = {
    library,
    store,
    settings,
    guildSettings: settingsCache(store, clock, logger),
    timing,
    clock,
    guildIds: () => [...unready.guilds.cache.keys()],
    manners: createManners(settings.rates),
    turns: createTurns(),
    observer,
  };
  const health = watchHealth(unready, () => intake.underWay);
  dispatchEvents(unready, commands, components, services, intake, logger);
  const client = await connect(unready, settings.token, timing.connect);
  await tryToRegister(client, settings, commands, logger);
  const invite = inviteLink(client.application.id);
  logger.info({ user: client.user.tag, guilds: client.guilds.cache.size, invite }, 'The bot is ready');
  void disconnected.then(({ message }) =>
    logger.error({ reason: message }, 'Discord closed the connection for good'),
  );

  const stopPurging = keepPurging({
    store,
    clock: services.clock,
    most: settings.questionRetentionDays,
    logger,
  });
  const watching = await options.watchFiles?.(reindexOnChange(services, logger));
  const shutDown = async (): Promise<void> => {
    intake.close();
    stopPurging();
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
