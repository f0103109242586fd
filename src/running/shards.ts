/** Which gateway connections this machine holds. */
import { type Config, ConfigError, NEEDS_DATABASE } from '../config.js';
import type { BotSettings, Shards } from '../discord/settings.js';
import { recommendedShards } from '../discord/shard-count.js';
import { botSettings } from './settings.js';

/** Those of SHARDS and SHARD_COUNT, counted by Discord where that is wanted; null: one, and nobody asks which. */
export async function shardsOf(config: Config): Promise<Shards | null> {
  const { shards: plan, databaseUrl } = config;
  if (plan === null) return null;
  const count = plan.count === 'auto' ? await recommendedShards(botSettings(config)) : plan.count;
  if (count > 1 && databaseUrl === null) throw new ConfigError(NEEDS_DATABASE);
  return { ids: plan.ids ?? Array.from({ length: count }, (_, id) => id), count };
}

/** For a short look at Discord beside the running bot: as its first shard, so that Discord lets a large bot in. */
export async function visitorSettings(config: Config): Promise<BotSettings> {
  const settings = botSettings(config);
  try {
    const shards = await shardsOf(config);
    return shards === null ? settings : { ...settings, shards: { ids: [0], count: shards.count } };
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    // Whoever connects then hears from Discord itself what is wrong.
    return settings;
  }
}
