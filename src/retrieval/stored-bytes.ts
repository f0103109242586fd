/** Bytes that stay in their file until they are wanted, and what of them was wanted last. */
import { closeSync, openSync, readSync } from 'node:fs';

/** Thrown when a file has less than it had when it was opened. */
export class StoredBytesError extends Error {
  override readonly name = 'StoredBytesError';
}

/** Files stay open, so that they can be read when a later snapshot has removed their names. */
const closing = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

/** A file of which parts are read when they are wanted; it is closed when nothing refers to it any more. */
export class StoredBytes {
  readonly #file: string;
  readonly #descriptor: number;

  constructor(file: string) {
    this.#file = file;
    this.#descriptor = openSync(file, 'r');
    closing.register(this, this.#descriptor);
  }

  /** The bytes from `start` up to `end`. Throws StoredBytesError when the file no longer has them. */
  read(start: number, end: number): Buffer {
    const bytes = Buffer.allocUnsafe(end - start);
    let filled = 0;
    while (filled < bytes.length) {
      const read = readSync(this.#descriptor, bytes, filled, bytes.length - filled, start + filled);
      if (read === 0) throw new StoredBytesError(`${this.#file} was cut short.`);
      filled += read;
    }
    return bytes;
  }
}

/** Something that holds about so many bytes. */
export interface Sized {
  readonly size: number;
}

/** Keeps what was used last, as much as fits. What it forgets lives on where somebody else still holds it. */
export class RecentlyUsed<T extends Sized> {
  readonly #budget: number;
  readonly #kept = new Set<T>();
  #last: T | null = null;
  #size = 0;

  /** `budget`: bytes. */
  constructor(budget: number) {
    this.#budget = budget;
  }

  /** What it keeps, the last used last. */
  kept(): readonly T[] {
    return [...this.#kept];
  }

  /** Notes that a value is used now. */
  use(value: T): void {
    if (this.#last === value) return;
    this.#last = value;
    // The last used stand last, so that the first is the one to forget.
    if (this.#kept.delete(value)) {
      this.#kept.add(value);
      return;
    }
    this.#kept.add(value);
    this.#size += value.size;
    for (const oldest of this.#kept) {
      if (this.#size <= this.#budget || oldest === value) return;
      this.#kept.delete(oldest);
      this.#size -= oldest.size;
    }
  }
}
