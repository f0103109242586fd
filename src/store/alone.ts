/** How long somebody waits for others, and who hears that they do. */
export interface Waiting {
  /** In ms. */
  readonly patience: number;
  readonly onWait: () => void;
}

/**
 * Runs `work` while no other process that shares the store runs any under the same name. Gives `late`, and runs nothing,
 * when that is not to be had within the patience. A process that dies holds nobody up.
 */
export type Alone = <T>(name: string, work: () => Promise<T>, waiting: Waiting) => Promise<T | 'late'>;

/** For a store that one process has for itself. */
export const aloneAnyway: Alone = (_, work) => work();
