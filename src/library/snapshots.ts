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

/** Where the snapshots of one corpus are: in a folder of this machine, or shared among machines. */
export interface Snapshots {
  /** The name of the finished snapshot, or null. It changes whenever a new one was published. */
  current(): Promise<string | null>;
  /** When the finished snapshot was published, in ms since 1970; null when there is none. */
  publishedAt(): Promise<number | null>;
  /** Fingerprint of a published snapshot. Throws SnapshotError. */
  fingerprint(name: string): Promise<string>;
  /** Segments that are in `known` are not read again. Throws SnapshotError when it is damaged, gone or of another version. */
  load(name: string, known: StoredParts | null): ReturnType<typeof loadSnapshot>;
  /**
   * Writes a snapshot aside, then publishes it in one step; returns its name. The caller holds the lock. `onShared`
   * hears how many passages other machines have of it.
   */
  publish(
    parts: StoredParts,
    fingerprint: string,
    annexes: Annexes,
    onShared?: (passages: number) => void,
  ): Promise<string>;
  /** What was noted beside a snapshot; null when nothing was, or it cannot be read. */
  note(name: string, about: string): Promise<unknown>;
  /** Notes a value beside a snapshot, for whoever opens it later; it can be made again, so nothing is said when this fails. */
  keepNote(name: string, about: string, value: unknown): Promise<void>;
  /**
   * Runs `work` while no other process writes; waits for one that does at most `patienceMs`, then throws LockedError.
   */
  locked<T>(work: () => Promise<T>, patienceMs?: number): Promise<T>;
  close(): Promise<void>;
}

/** The snapshots of one corpus in a folder. */
export class SnapshotFolder implements Snapshots {
  readonly #folder: string;

  /** What is shared by the name of `shared` is kept apart from what this machine has made for itself. */
  constructor(dataDir: string, corpus: string, shared?: string) {
    const place = shared === undefined ? resolve(corpus) : `${resolve(corpus)}\t${shared}`;
    const key = createHash('sha256').update(place).digest('hex').slice(0, 16);
    this.#folder = join(resolve(dataDir), 'snapshots', key);
  }

  async current(): Promise<string | null> {
    try {
      const name = (await readFile(join(this.#folder, 'current'), 'utf8')).trim();
      return /^[\w-]+$/.test(name) ? name : null;
    } catch {
      return null;
    }
  }

  async publishedAt(): Promise<number | null> {
    try {
      return (await stat(join(this.#folder, 'current'))).mtimeMs;
    } catch {
      return null;
    }
  }

  fingerprint(name: string): Promise<string> {
    return snapshotFingerprint(join(this.#folder, name));
  }

  load(name: string, known: StoredParts | null): ReturnType<typeof loadSnapshot> {
    return loadSnapshot(join(this.#folder, name), known);
  }

  async publish(parts: StoredParts, fingerprint: string, annexes: Annexes): Promise<string> {
    const name = await this.write(parts, fingerprint, annexes);
    await this.use(name);
    return name;
  }

  /** Writes a snapshot that nobody uses yet; returns its name. The caller holds the lock. */
  async write(parts: StoredParts, fingerprint: string, annexes: Annexes): Promise<string> {
    const earlier = await this.current();
    return this.#filled(randomUUID(), (folder) =>
      saveSnapshot(folder, parts, fingerprint, {
        annexes,
        earlier: earlier === null ? null : join(this.#folder, earlier),
      }),
    );
  }

  /** Fills the folder of a snapshot that was made elsewhere. The caller holds the lock. */
  async bring(name: string, fill: (folder: string) => Promise<void>): Promise<void> {
    await rm(this.folderOf(name), { recursive: true, force: true });
    await mkdir(this.folderOf(name), { recursive: true });
    await this.#filled(name, fill);
  }

  /** Lets a finished snapshot be the current one and takes away the others. The caller holds the lock. */
  async use(name: string): Promise<void> {
    await writeFileAtomic(join(this.#folder, 'current'), `${name}\n`);
    await this.#removeOthers(name);
  }

  /** Takes away a snapshot that is not current. */
  async remove(name: string): Promise<void> {
    await rm(this.folderOf(name), { recursive: true, force: true });
  }

  /** Where a snapshot's files are. */
  folderOf(name: string): string {
    return join(this.#folder, name);
  }

  async #filled(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
    try {
      await fill(this.folderOf(name));
      return name;
    } catch (error) {
      await this.remove(name);
      throw error;
    }
  }

  async note(name: string, about: string): Promise<unknown> {
    try {
      return JSON.parse(await readFile(join(this.#folder, name, `note-${about}.json`), 'utf8'));
    } catch {
      return null;
    }
  }

  async keepNote(name: string, about: string, value: unknown): Promise<void> {
    const file = join(this.#folder, name, `note-${about}.json`);
    await writeFileAtomic(file, JSON.stringify(value)).catch(() => {});
  }

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

  async close(): Promise<void> {}

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
