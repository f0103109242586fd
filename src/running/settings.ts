/** The configuration as the settings of what runs. */
import { resolve } from 'node:path';
import { type Config, ConfigError, secretsOf } from '../config.js';
import type { BotSettings } from '../discord/settings.js';
import type { LibrarySettings } from '../library.js';
import { createLogger } from '../log.js';
import type { StoreSettings } from '../store/store.js';

/** Where store and snapshots are. */
export function keeping({ dataDir, databaseUrl }: Config): Pick<StoreSettings, 'dataDir' | 'databaseUrl'> {
  return { dataDir, databaseUrl: databaseUrl ?? undefined };
}

/** Uploads and removals belong to the bot's own articles: another corpus is taken as its files are. */
export function libraryOf(config: Config, corpus: string): LibrarySettings {
  const logger = createLogger(config.logLevel, secretsOf(config));
  const uploads = resolve(corpus) === config.corpusDir;
  return {
    corpus,
    ...keeping(config),
    uploads,
    warn: (message, error) => logger.warn({ error }, message),
  };
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
