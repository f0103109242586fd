/** Changes of the articles, one at a time and in order; with a store that several processes share, over all of them. */
import { ReindexRunningError } from '../../library/types.js';
import { type Alone, aloneAnyway } from '../../store/alone.js';

/** So many wait at most; more would wait longer than an interaction lives. */
const MOST_WAITING = 5;

/** Thrown when too many changes are waiting already. */
export class TooManyWaitingError extends Error {
  override readonly name = 'TooManyWaitingError';
}

/** Hands out turns. */
export interface Turns {
  /**
   * Runs `work` when everything that came before has ended. `onWait` hears how many are ahead when there are any.
   * Throws TooManyWaitingError, and ReindexRunningError when another process is not done within `patience` ms.
   */
  take<T>(work: () => Promise<T>, onWait?: (ahead: number) => void): Promise<T>;
}

/** The name under which processes take turns. */
const NAME = 'articles';

/** Nothing is under way yet in this process. `alone`: how it waits for others, `patience` ms at most. */
export function createTurns(alone: Alone = aloneAnyway, patience = 0): Turns {
  const inStore = async <T>(work: () => Promise<T>, onWait: (ahead: number) => void): Promise<T> => {
    const outcome = await alone(NAME, async () => ({ done: await work() }), {
      patience,
      onWait: () => onWait(1),
    });
    if (outcome === 'late') throw new ReindexRunningError('Another process changes the articles.');
    return outcome.done;
  };
  let last: Promise<unknown> = Promise.resolve();
  let ahead = 0;
  return {
    async take(work, onWait = () => {}) {
      if (ahead > MOST_WAITING) throw new TooManyWaitingError(`${ahead} changes are waiting already.`);
      if (ahead > 0) onWait(ahead);
      ahead += 1;
      const mine = last.then(() => inStore(work, onWait));
      last = mine
        .catch(() => {})
        .finally(() => {
          ahead -= 1;
        });
      return mine;
    },
  };
}
