import { REST, Routes } from 'discord.js';
import { ConnectionError } from './client.js';
import type { BotSettings } from './settings.js';

/** How many shards Discord recommends for the bot. Throws ConnectionError. */
export async function recommendedShards({
  token,
  apiBase,
}: Pick<BotSettings, 'token' | 'apiBase'>): Promise<number> {
  const rest = new REST({ version: '10', ...(apiBase === undefined ? {} : { api: apiBase }) }).setToken(
    token,
  );
  try {
    const answer = await rest.get(Routes.gatewayBot());
    const { shards }: { shards?: unknown } = typeof answer === 'object' && answer !== null ? answer : {};
    if (typeof shards === 'number' && shards >= 1) return shards;
    throw new Error('the answer has no number of shards');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConnectionError(`Discord does not say how many shards the bot needs: ${reason}`, {
      cause: error,
    });
  }
}
