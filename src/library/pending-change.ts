/** A change that could not be made yet, tried again until it could. */

const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

export class PendingChange {
  readonly #apply: () => Promise<unknown>;
  #timer: NodeJS.Timeout | null = null;
  #running = false;
  #closed = false;

  /** `apply` rejects when the change could still not be made. */
  constructor(apply: () => Promise<unknown>) {
    this.#apply = apply;
  }

  /** Whether something waits to be applied. */
  get waits(): boolean {
    return this.#timer !== null || this.#running;
  }

  /** Tries again by itself, soon and then less and less often. One that waits already is not put off. */
  later(): void {
    if (!this.waits) this.#schedule(FIRST_PAUSE_MS);
  }

  close(): void {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #schedule(pause: number): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => void this.#try(pause), pause).unref();
  }

  async #try(pause: number): Promise<void> {
    this.#timer = null;
    this.#running = true;
    try {
      await this.#apply();
    } catch {
      this.#schedule(Math.min(LONGEST_PAUSE_MS, pause * 2));
    } finally {
      this.#running = false;
    }
  }
}
