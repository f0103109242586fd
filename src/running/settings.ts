/** The configuration as the settings of what runs. */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { type Config, ConfigError, secretsOf } from '../config.js';
import type { BotSettings } from '../discord/settings.js';
import type { LibrarySettings } from '../library.js';
import { createLogger } from '../log.js';
import type { StoreSettings } from '../store/store.js';

/** Where the search process finds everything: the corpus, the store, the engine. */
export function placeOf(
  config: Config,
): Pick<LibrarySettings, 'corpus' | 'dataDir' | 'databaseUrl' | 'engine'> {
  return { corpus: config.corpusDir, ...keeping(config), engine: config.searchEngine ?? undefined };
}

/** Where store and snapshots are. */
export function keeping({ dataDir, databaseUrl }: Config): Pick<StoreSettings, 'dataDir' | 'databaseUrl'> {
  return { dataDir, databaseUrl: databaseUrl ?? undefined };
}

/** Uploads and removals belong to the bot's own articles: another corpus is taken as its files are. */
export function libraryOf(config: Config, corpus: string): LibrarySettings {
  const logger = createLogger(config.logLevel, secretsOf(config));
  const uploads = resolve(corpus) === config.corpusDir;
  const { searchEngine: engine } = config;
  return {
    corpus,
    ...keeping(config),
    engine:
      engine === null || uploads
        ? (engine ?? undefined)
        : { ...engine, prefix: ofCorpus(engine.prefix, corpus) },
    uploads,
    warn: (message, error) => logger.warn({ error }, message),
  };
}

/** Names for another corpus than the bot's own, which is not to be replaced by it. */
function ofCorpus(prefix: string, corpus: string): string {
  return `${prefix}-${createHash('sha256').update(resolve(corpus)).digest('hex').slice(0, 8)}`;
}

/** What the bot has to know. Throws ConfigError when there is no token. */
export function botSettings(config: Config): BotSettings {
  if (config.discordToken === null) throw new ConfigError('DISCORD_TOKEN is missing.');
  return {
    token: config.discordToken,
    apiBase: config.discordApi ?? undefined,
    guildId: config.discordGuildId ?? undefined,
    homeGuildIds: config.homeGuildIds,
    moderatorRoleId: config.moderatorRoleId ?? undefined,
    questionRetentionDays: config.questionRetentionDays,
  };
}
