/** When shards may identify: Discord lets one of each bucket do it every five seconds, whichever machine it is on. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Counts } from '../store/counts.js';
import type { IdentifyThrottler } from './client.js';
import { describeError, type Logger } from './logger.js';

/** From Discord's documentation, and a little for the way to it. */
const IDENTIFY_EVERY_MS = 5_250;
/** Nobody who waits looks again more often, in ms. */
const SHORTEST_WAIT_MS = 50;

/**
 * Lets shards identify in turn over all processes that share the store. While it cannot be reached a shard waits for a
 * turn's time and goes on: Discord then sends it back, and it tries again.
 */
export function identifyInTurn(
  counts: Counts,
  logger: Logger,
  everyMs = IDENTIFY_EVERY_MS,
): IdentifyThrottler {
  return async (manager) => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    if (limit.remaining === 0) {
      logger.error({ resetAfterMs: limit.reset_after }, 'Discord lets no shard identify any more for now');
    }
    return {
      waitForIdentify: async (shard, signal) => {
        const bucket = ['identify', String(shard % limit.max_concurrency)];
        for (;;) {
          const wait = await waitFor(counts, bucket, everyMs, logger);
          if (wait === 0) return;
          await pause(Math.max(wait, SHORTEST_WAIT_MS), undefined, { signal });
          if (wait === everyMs) return;
        }
      },
    };
  };
}

/** Milliseconds until somebody else's turn is over; 0: it is ours. */
async function waitFor(
  counts: Counts,
  bucket: readonly string[],
  everyMs: number,
  logger: Logger,
): Promise<number> {
  try {
    const { count, msLeft } = await counts.add(bucket, everyMs);
    return count === 1 ? 0 : Math.min(msLeft, everyMs - 1);
  } catch (error) {
    logger.warn(
      { error: describeError(error) },
      'Shards identify without waiting for those of other processes',
    );
    return everyMs;
  }
}
