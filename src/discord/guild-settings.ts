import { DEFAULT_GUILD_SETTINGS, type GuildSettings } from '../store/settings.js';
import type { Store } from '../store/store.js';
import { describeError, type Logger } from './logger.js';
import { within } from './patience.js';

/** Milliseconds; another process may have changed what is remembered here. */
const REMEMBERED_FOR = 10_000;
/** The store is asked before Discord has its first answer, for which it waits 3 s, in ms. */
const PATIENCE_MS = 1_000;
/** Servers remembered at once; the whole memory is dropped beyond them. */
const MOST_REMEMBERED = 10_000;

/** What holds in each server, without asking the store for every message. */
export interface SettingsCache {
  /** The defaults outside of servers, where nothing was set, and while the store cannot be read. Never rejects. */
  of(guildId: string | null): Promise<GuildSettings>;
  /** To be called when something was set; null: in any server. */
  forget(guildId: string | null): void;
}

/** A cache over the store; `clock` in milliseconds. */
export function settingsCache(store: Store, clock: () => number, logger: Logger): SettingsCache {
  const remembered = new Map<string, { readonly settings: GuildSettings; readonly until: number }>();
  return {
    async of(guildId) {
      if (guildId === null) return DEFAULT_GUILD_SETTINGS;
      const known = remembered.get(guildId);
      if (known !== undefined && clock() < known.until) return known.settings;
      try {
        const read = await within<GuildSettings | null, 'late'>(
          store.settings.get(guildId),
          PATIENCE_MS,
          'late',
        );
        if (read === 'late') {
          logger.warn({}, 'The settings of a server could not be read in time');
          return known?.settings ?? DEFAULT_GUILD_SETTINGS;
        }
        const settings = read ?? DEFAULT_GUILD_SETTINGS;
        if (remembered.size >= MOST_REMEMBERED) remembered.clear();
        remembered.set(guildId, { settings, until: clock() + REMEMBERED_FOR });
        return settings;
      } catch (error) {
        logger.warn({ error: describeError(error) }, 'The settings of a server could not be read');
        return known?.settings ?? DEFAULT_GUILD_SETTINGS;
      }
    },
    forget(guildId) {
      if (guildId === null) remembered.clear();
      else remembered.delete(guildId);
    },
  };
}
