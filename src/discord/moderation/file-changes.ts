/** Renews the index when files of the corpus have changed, as a moderator would by `/reindex`. */
import { setTimeout as pause } from 'node:timers/promises';
import { ReindexRunningError } from '../../library/types.js';
import type { Services } from '../command.js';
import { describeError, type Logger } from '../logger.js';
import { renewIndex } from './renewing.js';
import { TooManyWaitingError } from './turns.js';

/** Milliseconds until it is tried again while moderators or another program change the articles. */
const TRY_AGAIN_AFTER = 5_000;

/**
 * What to call on each change. While one renewal waits or runs, at most one more is to come, however many changes are
 * told. A renewal that fails is logged, and the old index goes on answering.
 */
export function reindexOnChange(
  services: Pick<Services, 'library' | 'store' | 'turns' | 'timing'>,
  logger: Logger,
): () => void {
  const { turns, timing } = services;
  let running = false;
  let again = false;
  const once = async (): Promise<void> => {
    const until = performance.now() + timing.changeElsewhere;
    for (;;) {
      try {
        const { articles, added, changed, removed, seconds } = await turns.take(() =>
          renewIndex(services, logger),
        );
        const counts = { added: added.count, changed: changed.count, removed: removed.count };
        logger.info(
          { act: 'reindex', cause: 'files', articles, ...counts, seconds },
          'The index was renewed',
        );
        return;
      } catch (error) {
        const busy = error instanceof ReindexRunningError || error instanceof TooManyWaitingError;
        if (!busy || performance.now() >= until) throw error;
        await pause(Math.min(TRY_AGAIN_AFTER, timing.changeElsewhere), undefined, { ref: false });
      }
    }
  };
  const run = async (): Promise<void> => {
    running = true;
    try {
      do {
        again = false;
        await once();
      } while (again);
    } catch (error) {
      const fields = { act: 'reindex', cause: 'files', error: describeError(error) };
      logger.error(fields, 'The index could not be renewed; the old one goes on answering');
    } finally {
      running = false;
    }
  };
  return () => {
    if (running) again = true;
    else void run();
  };
}
