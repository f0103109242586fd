import { type Client, DiscordAPIError, Routes } from 'discord.js';
import type { Command } from './command.js';
import { describeError, type Logger } from './logger.js';

/** What registering came to. */
export interface Registration {
  /** The guild whose commands they are, or null for everywhere. */
  readonly guildId: string | null;
  /** False when Discord had the same commands already. */
  readonly changed: boolean;
  /** Where commands of an earlier registration were removed: guild ids, or `global`. */
  readonly cleared: readonly string[];
}

/** Asking every guild for leftovers costs a request each; a bot in more guilds asks these many and says so. */
const GUILDS_CHECKED = 50;

/** The fields that say what a command is; everything else that Discord sends along is its own bookkeeping. */
const COMPARED = new Set([
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'required',
  'choices',
  'value',
  'min_length',
  'max_length',
  'min_value',
  'max_value',
  'autocomplete',
  'channel_types',
  'default_member_permissions',
  'nsfw',
]);
/** Mean something for global commands only; Discord does not keep them for a guild's. */
const COMPARED_GLOBALLY = new Set(['contexts', 'integration_types']);
/** Below these keys stands a record by locale, all of whose entries count. */
const BY_LOCALE = new Set(['name_localizations', 'description_localizations']);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Discord leaves out, or fills in, what is false, null or empty: such values are the same as none. */
const isAbsent = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0);

function normalised(value: unknown, global: boolean, everyKey = false): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => normalised(item, global));
    return items.every((item) => typeof item === 'number') ? items.sort() : items;
  }
  if (!isRecord(value)) return value;
  const compared = (key: string): boolean =>
    everyKey || COMPARED.has(key) || (global && COMPARED_GLOBALLY.has(key));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => compared(key) && !isAbsent(entry))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, normalised(entry, global, BY_LOCALE.has(key))]),
  );
}

/** A text that is the same for two lists of commands exactly when registering one over the other changes nothing. */
function fingerprint(commands: readonly unknown[], global: boolean): string {
  return JSON.stringify(commands.map((command) => JSON.stringify(normalised(command, global))).sort());
}

/** Whether what Discord has differs from what it should have. Order does not count. */
export function differs(
  wanted: readonly unknown[],
  registered: readonly unknown[],
  global: boolean,
): boolean {
  return fingerprint(wanted, global) !== fingerprint(registered, global);
}

function routeOf(client: Client<true>, guildId: string | null): `/${string}` {
  const id = client.application.id;
  return guildId === null ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId);
}

/** Whether the commands of one scope are what they should be. */
export async function isRegistered(
  client: Client<true>,
  guildId: string | null,
  wanted: readonly unknown[],
): Promise<boolean> {
  // Without this query Discord leaves the translations out, and every start would register anew.
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = await client.rest.get(routeOf(client, guildId), { query });
  return Array.isArray(registered) && !differs(wanted, registered, guildId === null);
}

/** Makes the commands of one scope what they should be; true when that took a change. */
async function syncScope(
  client: Client<true>,
  guildId: string | null,
  wanted: readonly unknown[],
): Promise<boolean> {
  if (await isRegistered(client, guildId, wanted)) return false;
  await client.rest.put(routeOf(client, guildId), { body: wanted });
  return true;
}

/** Removes what an earlier registration left in a scope. A guild that Discord does not let us into has nothing of ours. */
async function clearScope(client: Client<true>, guildId: string | null, logger: Logger): Promise<boolean> {
  try {
    return await syncScope(client, guildId, []);
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || (error.status !== 403 && error.status !== 404)) throw error;
    logger.warn(
      { scope: guildId ?? 'global', error: describeError(error) },
      'Could not look for old commands',
    );
    return false;
  }
}

/**
 * Registers the commands for one guild or for everywhere, but only when they changed, and clears those left in the
 * other scopes, which would show up twice. Rejects with Discord's error when the wanted scope cannot be written.
 */
export async function registerCommands(
  client: Client<true>,
  guildId: string | null,
  commands: readonly Command[],
  logger: Logger,
): Promise<Registration> {
  const changed = await syncScope(
    client,
    guildId,
    commands.map(({ data }) => data),
  );
  const guilds = [...client.guilds.cache.keys()];
  if (guilds.length > GUILDS_CHECKED) {
    logger.info(
      { guilds: guilds.length, checked: GUILDS_CHECKED },
      'Looking for old commands in some guilds only',
    );
  }
  const cleared: string[] = [];
  for (const scope of [null, ...guilds.slice(0, GUILDS_CHECKED)].filter((scope) => scope !== guildId)) {
    if (await clearScope(client, scope, logger)) cleared.push(scope ?? 'global');
  }
  logger.info(
    { scope: guildId ?? 'global', changed, cleared, commands: commands.length },
    'Commands registered',
  );
  return { guildId, changed, cleared };
}
