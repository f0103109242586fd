/** Where snapshots lie under DATA_DIR: one folder a corpus, a `current` file that names the finished one, a lock for writers. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import {
  type Annexes,
  loadSnapshot,
  SnapshotError,
  type StoredParts,
  saveSnapshot,
  snapshotFingerprint,
} from '../retrieval/snapshot.js';
import { WriterLock } from './writer-lock.js';

export { LockedError } from './writer-lock.js';
export { SnapshotError };

/** A `current` (as write-file-atomic names it) or a lock whose writer has not lived to put it in place. */
const UNFINISHED = /^(?:current\.\d+|lock\.[\da-f-]{36})$/;

/** The snapshots of one corpus. */
export class SnapshotFolder {
  readonly #folder: string;

  constructor(dataDir: string, corpus: string) {
    const key = createHash('sha256').update(resolve(corpus)).digest('hex').slice(0, 16);
    this.#folder = join(resolve(dataDir), 'snapshots', key);
  }

  /** The name of the finished snapshot, or null. It changes whenever a new one was published. */
  async current(): Promise<string | null> {
    try {
      const name = (await readFile(join(this.#folder, 'current'), 'utf8')).trim();
      return /^[\w-]+$/.test(name) ? name : null;
    } catch {
      return null;
    }
  }

  /** When the finished snapshot was published, in ms since 1970; null when there is none. */
  async publishedAt(): Promise<number | null> {
    try {
      return (await stat(join(this.#folder, 'current'))).mtimeMs;
    } catch {
      return null;
    }
  }

  /** Fingerprint of a published snapshot. Throws SnapshotError. */
  fingerprint(name: string): Promise<string> {
    return snapshotFingerprint(join(this.#folder, name));
  }

  /** Segments that are in `known` are not read again. Throws SnapshotError when it is damaged, gone or of another version. */
  load(name: string, known: StoredParts | null): ReturnType<typeof loadSnapshot> {
    return loadSnapshot(join(this.#folder, name), known);
  }

  /** Writes a snapshot aside, then publishes it in one step; returns its name. The caller holds the lock. */
  async publish(parts: StoredParts, fingerprint: string, annexes: Annexes): Promise<string> {
    const name = randomUUID();
    const folder = join(this.#folder, name);
    const current = await this.current();
    const earlier = current === null ? null : join(this.#folder, current);
    try {
      await saveSnapshot(folder, parts, fingerprint, { annexes, earlier });
      await writeFileAtomic(join(this.#folder, 'current'), `${name}\n`);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    await this.#removeOthers(name);
    return name;
  }

  /** What was noted beside a snapshot; null when nothing was, or it cannot be read. */
  async note(name: string, about: string): Promise<unknown> {
    try {
      return JSON.parse(await readFile(join(this.#folder, name, `note-${about}.json`), 'utf8'));
    } catch {
      return null;
    }
  }

  /** Notes a value beside a snapshot, for whoever opens it later; it can be made again, so nothing is said when this fails. */
  async keepNote(name: string, about: string, value: unknown): Promise<void> {
    const file = join(this.#folder, name, `note-${about}.json`);
    await writeFileAtomic(file, JSON.stringify(value)).catch(() => {});
  }

  /**
   * Runs `work` while no other process writes; waits for one that does at most `patienceMs`, then throws LockedError.
   */
  async locked<T>(work: () => Promise<T>, patienceMs = 0): Promise<T> {
    await mkdir(this.#folder, { recursive: true });
    const lock = new WriterLock(join(this.#folder, 'lock'));
    await lock.take(patienceMs);
    try {
      return await work();
    } finally {
      await lock.release();
    }
  }

  /** Older snapshots and leftovers of writers that died; a reader that still loads one starts over. */
  async #removeOthers(name: string): Promise<void> {
    for (const entry of await readdir(this.#folder, { withFileTypes: true })) {
      const isOther = entry.isDirectory() ? entry.name !== name : UNFINISHED.test(entry.name);
      if (isOther) {
        await rm(join(this.#folder, entry.name), { recursive: true, force: true });
      }
    }
  }
}
