import { setImmediate as breathe } from 'node:timers/promises';

/** Rows that one statement changes: some 2 ms in SQLite. */
export const BATCH = 200;

/** Runs `act`, which changes at most BATCH rows and says how many, until nothing is left; gives their number. */
export async function inBatches(act: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const changed = await act();
    total += changed;
    if (changed < BATCH) return total;
    await breathe();
  }
}
