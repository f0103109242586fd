/**
 * Snapshots that machines share through the cluster that searches. The folder of this machine is a copy of what counts
 * there: what it has already is not fetched again, and while the cluster is away it is what is known.
 */
import { copyFile, link } from 'node:fs/promises';
import { join } from 'node:path';
import type { LivePostings } from '../retrieval/live-postings.js';
import type { Retriever } from '../retrieval/retriever.js';
import type { Segment } from '../retrieval/segment.js';
import { type Annexes, type StoredParts, snapshotFiles } from '../retrieval/snapshot.js';
import { SearchEngineError } from '../search-engine/errors.js';
import type { SearchEngine } from '../search-engine/search-engine.js';
import { EngineLockedError, type EngineWriterLock } from '../search-engine/writer-lock.js';
import { LockedError, type SnapshotFolder, type Snapshots } from './snapshots.js';
import type { EngineState } from './types.js';

/** How long another process of this machine may take to fetch the same. */
const FETCH_PATIENCE_MS = 10 * 60_000;
/** What was replaced is taken away so long after a newer snapshot came, a little later than the engine insists on. */
const SWEEP_AFTER_MS = 70_000;

export class SharedSnapshots implements Snapshots {
  readonly #engine: SearchEngine;
  readonly #local: SnapshotFolder;
  readonly #warn: (message: string, error?: unknown) => void;
  /** While this process writes. */
  #lock: EngineWriterLock | null = null;
  #sweeping: NodeJS.Timeout | null = null;

  constructor(
    engine: SearchEngine,
    local: SnapshotFolder,
    warn: (message: string, error?: unknown) => void = () => {},
  ) {
    this.#engine = engine;
    this.#local = local;
    this.#warn = warn;
  }

  /** What counts in the cluster; while it is away, what counted when it was last seen. */
  async current(): Promise<string | null> {
    try {
      return await this.#engine.current();
    } catch (error) {
      if (!(error instanceof SearchEngineError)) throw error;
      return this.#local.current();
    }
  }

  /** Throws SearchEngineError when the cluster is away. */
  async reach(): Promise<void> {
    await this.#engine.reach();
  }

  async state(): Promise<EngineState> {
    try {
      return (await this.#engine.health()).status;
    } catch (error) {
      if (!(error instanceof SearchEngineError)) throw error;
      return 'away';
    }
  }

  publishedAt(): Promise<number | null> {
    return this.#local.publishedAt();
  }

  async fingerprint(name: string): Promise<string> {
    await this.#bring(name);
    return this.#local.fingerprint(name);
  }

  async load(name: string, known: StoredParts | null): ReturnType<SnapshotFolder['load']> {
    await this.#bring(name);
    return this.#local.load(name, known);
  }

  async publish(
    parts: StoredParts,
    fingerprint: string,
    annexes: Annexes,
    onShared: (passages: number) => void = () => {},
  ): Promise<string> {
    const lock = this.#lock;
    if (lock === null) throw new Error('Whoever publishes holds the lock.');
    const name = await this.#local.write(parts, fingerprint, annexes);
    try {
      const folder = this.#local.folderOf(name);
      const { segments, others } = await snapshotFiles(folder);
      const filesOf = new Map(segments.map(({ id, files }) => [id, files]));
      const withFiles = parts.segments.map((segment) => ({ segment, files: filesOf.get(segment.id) ?? [] }));
      await this.#engine.publish({ name, folder, segments: withFiles, others }, lock, onShared);
    } catch (error) {
      await this.#local.remove(name);
      if (error instanceof EngineLockedError) throw new LockedError(error.message);
      throw error;
    }
    await this.#local.use(name);
    this.#sweepLater();
    return name;
  }

  note(name: string, about: string): Promise<unknown> {
    return this.#local.note(name, about);
  }

  keepNote(name: string, about: string, value: unknown): Promise<void> {
    return this.#local.keepNote(name, about, value);
  }

  async locked<T>(work: () => Promise<T>, patienceMs = 0): Promise<T> {
    const lock = this.#engine.lock();
    try {
      await lock.take(patienceMs);
    } catch (error) {
      if (error instanceof EngineLockedError) throw new LockedError(error.message);
      throw error;
    }
    this.#lock = lock;
    try {
      return await this.#local.locked(work, FETCH_PATIENCE_MS);
    } finally {
      this.#lock = null;
      await lock.release();
    }
  }

  /** A retriever over the segments of a published snapshot. */
  retriever(segments: readonly Segment[], postings: LivePostings): Retriever {
    return this.#engine.retriever(segments, postings);
  }

  /** Takes away what no longer counts, now; nothing where another process writes or the cluster is away. */
  async sweep(): Promise<void> {
    const lock = this.#engine.lock();
    try {
      await lock.take(0);
      try {
        await this.#engine.sweep();
      } finally {
        await lock.release();
      }
    } catch (error) {
      if (error instanceof EngineLockedError) return;
      this.#warn('What the search engine no longer needs could not be taken away yet.', error);
    }
  }

  async close(): Promise<void> {
    if (this.#sweeping !== null) clearTimeout(this.#sweeping);
    await this.#engine.close();
  }

  /** Fetches what this machine does not have of a snapshot. */
  async #bring(name: string): Promise<void> {
    if ((await this.#local.current()) === name) return;
    const bring = async () => {
      const earlier = await this.#local.current();
      if (earlier === name) return;
      await this.#local.bring(name, (folder) => this.#fill(name, folder, earlier));
      await this.#local.use(name);
    };
    await this.#local.locked(bring, FETCH_PATIENCE_MS);
    this.#sweepLater();
  }

  async #fill(name: string, folder: string, earlier: string | null): Promise<void> {
    await this.#engine.fetch({ snapshot: name }, folder);
    const { segments } = await snapshotFiles(folder);
    for (const { id, files } of segments) {
      if (earlier !== null && (await this.#taken(files, earlier, folder))) continue;
      await this.#engine.fetch({ segment: id }, folder);
    }
  }

  /** Whether the files could be taken over from an earlier snapshot. */
  async #taken(files: readonly string[], earlier: string, folder: string): Promise<boolean> {
    const from = this.#local.folderOf(earlier);
    try {
      for (const file of files)
        await link(join(from, file), join(folder, file)).catch(() =>
          copyFile(join(from, file), join(folder, file)),
        );
      return true;
    } catch {
      return false;
    }
  }

  #sweepLater(): void {
    if (this.#sweeping !== null) clearTimeout(this.#sweeping);
    this.#sweeping = setTimeout(() => void this.sweep(), SWEEP_AFTER_MS).unref();
  }
}
