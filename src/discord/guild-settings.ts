import { DEFAULT_GUILD_SETTINGS, type GuildSettings } from '../store/settings.js';
import type { Store } from '../store/store.js';
import { describeError, type Logger } from './logger.js';
import { within } from './patience.js';

/** Milliseconds; another process may have changed what is remembered here. */
const REMEMBERED_FOR = 10_000;
/** The store is asked before Discord has its first answer, for which it waits 3 s, in ms. */
const PATIENCE_MS = 500;
/** Milliseconds; a store that did not answer is not asked again at once: one act may need the settings more than once. */
const RETRIED_AFTER = 2_000;
const LATE = Symbol('late');
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
  const remember = (guildId: string, settings: GuildSettings, forMs: number): GuildSettings => {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(guildId, { settings, until: clock() + forMs });
    return settings;
  };
  return {
    async of(guildId) {
      if (guildId === null) return DEFAULT_GUILD_SETTINGS;
      const known = remembered.get(guildId);
      if (known !== undefined && clock() < known.until) return known.settings;
      try {
        const read = await within(store.settings.get(guildId), PATIENCE_MS, LATE);
        if (read !== LATE) return remember(guildId, read ?? DEFAULT_GUILD_SETTINGS, REMEMBERED_FOR);
        logger.warn({}, 'The settings of a server could not be read in time');
      } catch (error) {
        logger.warn({ error: describeError(error) }, 'The settings of a server could not be read');
      }
      return remember(guildId, known?.settings ?? DEFAULT_GUILD_SETTINGS, RETRIED_AFTER);
    },
    forget(guildId) {
      for (const id of guildId === null ? [...remembered.keys()] : [guildId]) {
        const known = remembered.get(id);
        // Still the best that is known, should the store not answer.
        if (known !== undefined) remembered.set(id, { ...known, until: Number.NEGATIVE_INFINITY });
      }
    },
  };
}
