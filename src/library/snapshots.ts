/** Where snapshots lie under DATA_DIR: one folder a corpus, a `current` file that names the finished one, a lock for writers. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { IndexParts } from '../retrieval/build-index.js';
import { loadSnapshot, SnapshotError, saveSnapshot, snapshotFingerprint } from '../retrieval/snapshot.js';

/** A lock older than this belongs to a writer that died with its machine. */
const LOCK_STALE_MS = 60 * 60 * 1000;

/** Thrown when another process is writing a snapshot of the same corpus. */
export class SnapshotLockedError extends Error {
  override readonly name = 'SnapshotLockedError';
}

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

  /** Fingerprint of a published snapshot. Throws SnapshotError. */
  fingerprint(name: string): Promise<string> {
    return snapshotFingerprint(join(this.#folder, name));
  }

  /** Throws SnapshotError when it is damaged, gone or of another version. */
  load(name: string): Promise<IndexParts> {
    return loadSnapshot(join(this.#folder, name));
  }

  /** Writes a snapshot aside, then publishes it in one step; returns its name. The caller holds the lock. */
  async publish(parts: IndexParts, fingerprint: string): Promise<string> {
    const name = randomUUID();
    const folder = join(this.#folder, name);
    try {
      await saveSnapshot(folder, parts, fingerprint);
      await writeFileAtomic(join(this.#folder, 'current'), `${name}\n`);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    await this.#removeOthers(name);
    return name;
  }

  /** Runs `work` while no other process writes. Throws SnapshotLockedError when one does. */
  async locked<T>(work: () => Promise<T>): Promise<T> {
    await mkdir(this.#folder, { recursive: true });
    const lock = join(this.#folder, 'lock');
    await this.#take(lock);
    try {
      return await work();
    } finally {
      await rm(lock, { force: true });
    }
  }

  async #take(lock: string): Promise<void> {
    for (let tries = 0; tries < 2; tries++) {
      try {
        await writeFile(lock, String(process.pid), { flag: 'wx' });
        return;
      } catch (error) {
        if (!isExisting(error)) throw error;
        if (!(await isAbandoned(lock))) break;
        await rm(lock, { force: true });
      }
    }
    throw new SnapshotLockedError('Another process is indexing this corpus.');
  }

  /** Older snapshots and leftovers of writers that died; a reader that still loads one starts over. */
  async #removeOthers(name: string): Promise<void> {
    for (const entry of await readdir(this.#folder, { withFileTypes: true })) {
      if (entry.isDirectory() && entry.name !== name) {
        await rm(join(this.#folder, entry.name), { recursive: true, force: true });
      }
    }
  }
}

export { SnapshotError };

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

/** Whether the writer that took the lock is gone. */
async function isAbandoned(lock: string): Promise<boolean> {
  try {
    const [owner, { mtimeMs }] = await Promise.all([readFile(lock, 'utf8'), stat(lock)]);
    if (Date.now() - mtimeMs > LOCK_STALE_MS) return true;
    const pid = Number(owner);
    // An empty lock is being written this moment.
    return Number.isInteger(pid) && pid > 0 && !isRunning(pid);
  } catch {
    return true;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
