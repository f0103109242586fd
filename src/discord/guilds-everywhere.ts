import { type Client, Routes } from 'discord.js';
import type { BotSettings } from './settings.js';

/** Enough to tell that there are several. */
const SEVERAL = 2;

/**
 * Ids of guilds over all shards: this process's, and where other processes have shards and this one cannot tell that
 * there are several, what Discord says. Rejects with Discord's error.
 */
export async function guildsEverywhere(
  client: Client,
  { homeGuildIds, shards }: Pick<BotSettings, 'homeGuildIds' | 'shards'>,
): Promise<readonly string[]> {
  const here = [...client.guilds.cache.keys()];
  const elsewhere = shards !== undefined && shards.count > shards.ids.length;
  if (!elsewhere || homeGuildIds.length > 0 || here.length >= SEVERAL) return here;
  const query = new URLSearchParams({ limit: String(SEVERAL) });
  const listed = await client.rest.get(Routes.userGuilds(), { query });
  const ids = Array.isArray(listed) ? listed.map(({ id }: { readonly id: string }) => id) : [];
  return [...new Set([...here, ...ids])];
}
