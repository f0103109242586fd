/** Changes of the articles, one at a time and in order. */

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
   * Throws TooManyWaitingError.
   */
  take<T>(work: () => Promise<T>, onWait?: (ahead: number) => void): Promise<T>;
}

/** Nothing is under way yet. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let ahead = 0;
  return {
    async take(work, onWait = () => {}) {
      if (ahead > MOST_WAITING) throw new TooManyWaitingError(`${ahead} changes are waiting already.`);
      if (ahead > 0) onWait(ahead);
      ahead += 1;
      const mine = last.then(work);
      last = mine
        .catch(() => {})
        .finally(() => {
          ahead -= 1;
        });
      return mine;
    },
  };
}
