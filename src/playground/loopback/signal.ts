/** A list of listeners: what happened is handed to each of them, in the order in which they subscribed. */
export class Signal<T> {
  private readonly listeners = new Set<(value: T) => void>();

  /** Adds a listener; the function returned takes it away again. */
  subscribe(listener: (value: T) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }

  /** The first value that fits, from now on; rejects with `TimeoutError` after `timeoutMs`. */
  first(fits: (value: T) => boolean, timeoutMs: number, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        unsubscribe();
        reject(new TimeoutError(what, timeoutMs));
      }, timeoutMs);
      const unsubscribe = this.subscribe((value) => {
        if (!fits(value)) return;
        clearTimeout(timer);
        unsubscribe();
        resolve(value);
      });
    });
  }
}

/** What was waited for did not come in time. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';

  constructor(what: string, timeoutMs: number) {
    super(`${what} did not come within ${timeoutMs} ms`);
  }
}
