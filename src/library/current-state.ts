/** The only owner of changing state: which state of the index answers now, and which snapshot it is saved as. */
import type { Engine } from '../retrieval/build-index.js';
import { SnapshotError, type Snapshots } from './snapshots.js';
import { AnnexError, annexesOf, type LibraryState, stateFrom } from './state.js';
import { readWholeLexicons } from './whole-lexicons.js';

/** From so many new passages on an index that was just saved is loaded again: it takes less than half the memory then. */
const LOADED_FROM_PASSAGES = 2000;

export class CurrentState {
  readonly #snapshots: Snapshots;
  readonly #engine: Engine | undefined;
  readonly #warn: (message: string, error?: unknown) => void;
  #state: LibraryState | null = null;
  /** The published snapshot that was loaded or saved last, and its state. */
  #snapshot: string | null = null;
  #saved: LibraryState | null = null;

  constructor(
    snapshots: Snapshots,
    engine: Engine | undefined,
    warn: (message: string, error?: unknown) => void,
  ) {
    this.#snapshots = snapshots;
    this.#engine = engine;
    this.#warn = warn;
  }

  /** What answers; null before anything does. */
  get state(): LibraryState | null {
    return this.#state;
  }

  /** Name of the published snapshot that was loaded or saved last. */
  get snapshot(): string | null {
    return this.#snapshot;
  }

  /** What answers. Throws when nothing does. */
  opened(): LibraryState {
    if (this.#state === null) throw new Error('The library is not open.');
    return this.#state;
  }

  /** The snapshot that a state is saved as; null when it is not the last one that was saved. */
  snapshotOf(state: LibraryState): string | null {
    return this.#saved === state ? this.#snapshot : null;
  }

  /** From now on this state answers. */
  use(state: LibraryState): void {
    this.#state = state;
  }

  /** Loads the published snapshot when its fingerprint is the wanted one (any, when null). */
  async load(fingerprint: string | null): Promise<boolean> {
    const name = await this.#snapshots.current();
    if (name === null) return false;
    try {
      if (fingerprint !== null && (await this.#snapshots.fingerprint(name)) !== fingerprint) return false;
      this.#state = await this.#read(name, this.#state);
      this.#saved = this.#state;
      this.#snapshot = name;
      return true;
    } catch (error) {
      if (!isUnusable(error)) throw error;
      this.#warn('The snapshot cannot be used and is built anew.', error);
      return false;
    }
  }

  /** The state of the published snapshot, of whatever contents it is; null when none can be used. */
  async published(): Promise<LibraryState | null> {
    const name = await this.#snapshots.current();
    if (name === null) return null;
    try {
      return await this.#read(name, this.#state);
    } catch (error) {
      if (!isUnusable(error)) throw error;
      return null;
    }
  }

  /** Publishes a state; the caller holds the lock of the snapshots. Returns the snapshot's name. */
  async publish(state: LibraryState, onShared: (passages: number) => void): Promise<string> {
    const { parts, fingerprint } = state;
    const name = await this.#snapshots.publish(parts, fingerprint, annexesOf(state), onShared);
    this.#snapshot = name;
    this.#saved = state;
    return name;
  }

  /** Takes a state that was just saved into use as it is stored, when much of it is new: its texts then stay in their file. */
  async useStored(state: LibraryState, before: LibraryState | null): Promise<void> {
    const name = this.#snapshot;
    const known = new Set(before?.parts.segments);
    const built = state.parts.segments.filter((segment) => !known.has(segment));
    const size = built.reduce((sum, { passages }) => sum + passages.length, 0);
    if (name === null || size < LOADED_FROM_PASSAGES) return;
    try {
      this.#state = await this.#read(name, before);
      this.#saved = this.#state;
    } catch (error) {
      // Another process has published a later one, which the next question finds.
      if (!isUnusable(error)) throw error;
    }
  }

  /** Segments that `before` has are not read again. */
  async #read(name: string, before: LibraryState | null): Promise<LibraryState> {
    const stored = await this.#snapshots.load(name, before?.parts ?? null);
    return stateFrom(stored, await readWholeLexicons(), this.#engine);
  }
}

function isUnusable(error: unknown): boolean {
  return error instanceof SnapshotError || error instanceof AnnexError;
}
