/** How long what people asked is kept, and the job that deletes it. */
import type { GuildSettings } from '../../store/settings.js';
import type { Store } from '../../store/store.js';
import { describeError, type Logger } from '../logger.js';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** How many days questions are kept where nothing else is said. */
export const DEFAULT_RETENTION_DAYS = 30;
/** Follow-up questions reach this far back; after that a conversation is deleted. */
export const CONVERSATION_MINUTES = 30;
/** Days that a file waits for Keep or Discard. */
export const DRAFT_DAYS = 1;
/** Days that the buttons of an answer work; what stands behind them names neither asker nor question. */
const SHOWN_DAYS = 365;
/** Days that moderators' acts are on record. */
const AUDIT_DAYS = 365;
/** Milliseconds between two runs. */
const EVERY = DAY;

/** Days that questions of a server are kept: what its moderators set, never more than whoever runs the bot allows. */
export function retentionDays(
  most: number | undefined,
  guild: Pick<GuildSettings, 'retentionDays'> | null,
): number {
  const allowed = most ?? DEFAULT_RETENTION_DAYS;
  return guild === null ? allowed : Math.min(allowed, guild.retentionDays);
}

/** Where no words are kept anywhere, a conversation is over at once: one that other settings left goes too. */
function conversationsBefore(now: number, most: number | undefined): number {
  return most === 0 ? now + 1 : now - CONVERSATION_MINUTES * MINUTE;
}

/** Deletes everything that is older than it may be. `most` is the configured number of days. */
export async function purge(store: Store, now: number, most: number | undefined): Promise<void> {
  const before = (days: number): number => now - days * DAY;
  for (const { guildId, settings } of await store.settings.all()) {
    const limit = before(retentionDays(most, settings));
    await store.gaps.purgeGuild(guildId, limit);
    await store.shown.forgetTexts(limit, guildId);
  }
  const limit = before(retentionDays(most, null));
  await store.gaps.purge(limit);
  await store.shown.forgetTexts(limit);
  await store.conversations.purge(conversationsBefore(now, most));
  await store.counts?.purge();
  await store.drafts.purge(before(DRAFT_DAYS));
  await store.shown.purge(before(SHOWN_DAYS));
  await store.audit.purge(before(AUDIT_DAYS));
}

/**
 * Purges now and once a day, beside everything else; what lives shortly also in between. The function that it gives ends
 * it. A run that fails is logged, and the next one comes all the same.
 */
export function keepPurging(options: {
  readonly store: Store;
  readonly clock: () => number;
  readonly most: number | undefined;
  readonly logger: Logger;
}): () => void {
  const { store, clock, most, logger } = options;
  const guarded = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      logger.warn({ error: describeError(error) }, 'What is too old could not be deleted');
    }
  };
  const all = (): Promise<void> => guarded(() => purge(store, clock(), most));
  const shortLived = (): Promise<void> =>
    guarded(async () => {
      await store.conversations.purge(conversationsBefore(clock(), most));
      await store.counts?.purge();
    });
  void all();
  const timers = [setInterval(all, EVERY), setInterval(shortLived, CONVERSATION_MINUTES * MINUTE)];
  for (const timer of timers) timer.unref();
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
