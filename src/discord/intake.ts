/** What the bot is working on: nothing is done twice at once, and `stop` can wait for it. */
export interface Intake {
  /**
   * Runs `work` under an id. An id that is at work already is not run again (Discord may deliver an event twice).
   * `work` must not reject.
   */
  admit(id: string, work: () => Promise<void>): void;
  /** True once `close` was called: callers turn new work away. */
  readonly closed: boolean;
  /** How much is under way. */
  readonly underWay: number;
  close(): void;
  /** Resolves when nothing is under way, or after `ms` milliseconds with how much still is. */
  drain(ms: number): Promise<number>;
}

/** An open intake without work. */
export function createIntake(): Intake {
  const works = new Map<string, Promise<void>>();
  let closed = false;
  return {
    admit(id, work) {
      if (works.has(id)) return;
      works.set(
        id,
        work().finally(() => works.delete(id)),
      );
    },
    get closed() {
      return closed;
    },
    get underWay() {
      return works.size;
    },
    close() {
      closed = true;
    },
    async drain(ms) {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms);
      });
      await Promise.race([Promise.all(works.values()), patience]);
      clearTimeout(timer);
      return works.size;
    },
  };
}
