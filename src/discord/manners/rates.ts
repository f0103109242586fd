/**
 * How often somebody may ask; the only rate-limiter-flexible. One process counts in memory, where a restart forgets who
 * asked how often; several count in their store.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Count, Counts } from '../../store/counts.js';
import { StoreError } from '../../store/errors.js';
import { within } from '../patience.js';

/** So many in so many seconds. */
export interface Rate {
  readonly points: number;
  readonly seconds: number;
}

/** Each list holds as a whole. */
export interface Rates {
  /** Questions of one person: a conversation, and an evening of them. */
  readonly asker: readonly Rate[];
  /** Questions in one server: what a busy one asks, and less than would slow the others. */
  readonly server: readonly Rate[];
  /** Commands, buttons and menus of one person that ask nothing: faster than anybody presses for long. */
  readonly acts: readonly Rate[];
  /** Heavy work of one moderator (files read, articles exported, the index renewed). */
  readonly moderator: readonly Rate[];
}

export const RATES: Rates = {
  asker: [
    { points: 6, seconds: 30 },
    { points: 60, seconds: 600 },
  ],
  server: [{ points: 120, seconds: 30 }],
  acts: [{ points: 60, seconds: 30 }],
  moderator: [
    { points: 10, seconds: 60 },
    { points: 100, seconds: 3_600 },
  ],
};

/** Who is too fast, and after how many seconds to go on; at least 1. */
export interface Wait {
  readonly who: 'asker' | 'server' | 'moderator';
  readonly seconds: number;
}

/** Counts what people do. Every method counts one act and gives null when it is within the limits. */
export interface Manners {
  question(userId: string, guildId: string | null): Promise<Wait | null>;
  act(userId: string): Promise<Wait | null>;
  heavyWork(userId: string): Promise<Wait | null>;
}

/** Seconds until `key` is within the limit again, or null when it is. */
async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
  }
}

/** The store is asked before Discord has its first answer, for which it waits 3 s, in ms. */
const PATIENCE_MS = 250;
/** A store that failed or was silent is not asked again for so long, in ms. */
const SPARED_MS = 2_000;

type SharedCount = (what: readonly string[], seconds: number) => Promise<Count | null>;

/** Counts over all processes of the store; null while it fails or is silent: then each has its own count only. */
function countInStore(counts: Counts): SharedCount {
  let sparedUntil = 0;
  return async (what, seconds) => {
    if (performance.now() < sparedUntil) return null;
    try {
      const counted = await within(counts.add(what, seconds * 1_000), PATIENCE_MS, null);
      if (counted === null) sparedUntil = performance.now() + SPARED_MS;
      return counted;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      sparedUntil = performance.now() + SPARED_MS;
      return null;
    }
  };
}

type Limit = (key: string) => Promise<number | null>;

/** The longest wait of all limits that `key` is beyond. Whoever is too fast for one process is not asked about further. */
function limitOf(what: string, rates: readonly Rate[], shared: SharedCount | null): Limit {
  const limits = rates.map((rate): Limit => {
    const limiter = new RateLimiterMemory({ points: rate.points, duration: rate.seconds });
    return async (key) => {
      const own = await secondsToWait(limiter, key);
      if (own !== null || shared === null) return own;
      const counted = await shared([what, String(rate.seconds), key], rate.seconds);
      if (counted === null || counted.count <= rate.points) return null;
      return Math.max(1, Math.ceil(counted.msLeft / 1_000));
    };
  });
  return async (key) => {
    const waits = await Promise.all(limits.map((limit) => limit(key)));
    const longest = Math.max(...waits.map((wait) => wait ?? 0));
    return longest > 0 ? longest : null;
  };
}

const waitOf = (who: Wait['who'], seconds: number | null): Wait | null =>
  seconds === null ? null : { who, seconds };

/** Nobody has done anything yet. `counts`: where several processes count together. */
export function createManners(rates: Partial<Rates> = {}, counts: Counts | null = null): Manners {
  const { asker, server, acts, moderator } = { ...RATES, ...rates };
  const shared = counts === null ? null : countInStore(counts);
  const limits = {
    asker: limitOf('asker', asker, shared),
    server: limitOf('server', server, shared),
    acts: limitOf('acts', acts, shared),
    moderator: limitOf('moderator', moderator, shared),
  };
  return {
    question: async (userId, guildId) => {
      const own = await limits.asker(userId);
      // Whoever is too fast does not use up what the others of the server may ask.
      if (own !== null || guildId === null) return waitOf('asker', own);
      return waitOf('server', await limits.server(guildId));
    },
    act: async (userId) => waitOf('asker', await limits.acts(userId)),
    heavyWork: async (userId) => waitOf('moderator', await limits.moderator(userId)),
  };
}
