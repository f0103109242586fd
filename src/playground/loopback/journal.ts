import { Signal } from './signal.js';

/** One thing that went over a wire, or that somebody did to it. Times are milliseconds since 1970. */
export type JournalEvent =
  | {
      readonly kind: 'request';
      readonly method: string;
      readonly path: string;
      readonly body: unknown;
      readonly files: readonly { readonly name: string; readonly bytes: number }[];
      readonly status: number;
      readonly reply: unknown;
      readonly tookMs: number;
    }
  | {
      readonly kind: 'dispatch';
      readonly shard: number;
      readonly event: string;
      readonly sequence: number;
      readonly data: unknown;
    }
  | {
      readonly kind: 'sent' | 'received';
      readonly shard: number;
      readonly op: number;
      readonly data: unknown;
    }
  | { readonly kind: 'opened' | 'closed'; readonly shard: number; readonly code: number | null }
  | { readonly kind: 'fault'; readonly text: string }
  | { readonly kind: 'violation'; readonly text: string };

/** An event with its number (from 1, ascending) and its time. */
export type JournalEntry = JournalEvent & { readonly number: number; readonly at: number };

/** Keeps the last entries and tells its subscribers of each new one. */
export class Journal {
  private readonly kept: JournalEntry[] = [];
  private readonly added = new Signal<JournalEntry>();
  private count = 0;

  /** @param capacity entries that are kept; older ones are forgotten */
  constructor(private readonly capacity: number) {}

  get entries(): readonly JournalEntry[] {
    return this.kept;
  }

  record(event: JournalEvent): void {
    this.count += 1;
    const entry: JournalEntry = { ...event, number: this.count, at: Date.now() };
    this.kept.push(entry);
    // Cut in blocks, so that a full journal does not shift its array at every entry.
    if (this.kept.length > this.capacity * 1.25) this.kept.splice(0, this.kept.length - this.capacity);
    this.added.emit(entry);
  }

  /** Requests whose "METHOD /path" fits, oldest first. */
  requests(match: RegExp): readonly Extract<JournalEntry, { kind: 'request' }>[] {
    return this.kept.filter(
      (entry) => entry.kind === 'request' && match.test(`${entry.method} ${entry.path}`),
    ) as Extract<JournalEntry, { kind: 'request' }>[];
  }

  /** Calls the listener with each entry from now on; the function returned ends it. */
  subscribe(listener: (entry: JournalEntry) => void): () => void {
    return this.added.subscribe(listener);
  }
}
