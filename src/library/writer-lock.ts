/**
 * A lock among processes, as a file that its holder touches every few seconds: a writer that died leaves a lock that
 * grows old within a minute, whatever process has its number now, on whatever machine it ran.
 */
import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

/** How often the holder shows that it lives. */
const HEARTBEAT_MS = 5000;
/** A lock that was not touched for so long has no holder any more. */
const ABANDONED_MS = 60_000;
/** How often somebody who waits looks again. */
const LOOK_AGAIN_MS = 200;

/** Thrown when another process holds the lock. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

/** What stands in the file. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in ms since 1970: after a restart another one may have the same number. */
  readonly began: number;
  /** No two holders have the same. */
  readonly token: string;
}

export class WriterLock {
  readonly #path: string;
  readonly #token = randomUUID();
  #heartbeat: NodeJS.Timeout | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** Waits for another holder at most `patienceMs`, then throws LockedError. Throws what writing the file throws. */
  async take(patienceMs: number): Promise<void> {
    const holder: Holder = {
      pid: process.pid,
      host: hostname(),
      began: performance.timeOrigin,
      token: this.#token,
    };
    const until = performance.now() + patienceMs;
    while (!(await this.#created(holder))) {
      if (await this.#removedAbandoned()) continue;
      if (performance.now() >= until) throw new LockedError('Another process is indexing this corpus.');
      await wait(LOOK_AGAIN_MS);
    }
    this.#heartbeat = setInterval(() => void this.#touch(), HEARTBEAT_MS).unref();
  }

  /** Gives the lock back, unless somebody else has it by now. */
  async release(): Promise<void> {
    if (this.#heartbeat !== null) clearInterval(this.#heartbeat);
    this.#heartbeat = null;
    if ((await holderOf(this.#path))?.token === this.#token) await rm(this.#path, { force: true });
  }

  async #created(holder: Holder): Promise<boolean> {
    try {
      await writeFile(this.#path, JSON.stringify(holder), { flag: 'wx' });
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    }
  }

  async #touch(): Promise<void> {
    const now = new Date();
    await utimes(this.#path, now, now).catch(() => {});
  }

  /** Puts an abandoned lock aside. Of several who try it at once, none takes away the lock that another just made. */
  async #removedAbandoned(): Promise<boolean> {
    const holder = await holderOf(this.#path);
    if (!(await isAbandoned(this.#path, holder))) return false;
    const aside = `${this.#path}.${this.#token}`;
    try {
      await rename(this.#path, aside);
    } catch {
      // Somebody else was faster.
      return true;
    }
    if ((await holderOf(aside))?.token !== holder?.token) await link(aside, this.#path).catch(() => {});
    await rm(aside, { force: true });
    return true;
  }
}

/** Null when the file is gone or is no lock of ours (yet). */
async function holderOf(path: string): Promise<Holder | null> {
  try {
    const holder: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof holder === 'object' && holder !== null && 'token' in holder ? (holder as Holder) : null;
  } catch {
    return null;
  }
}

/** A holder on this machine is gone as soon as its process is; any, when it has not shown itself for a while. */
async function isAbandoned(path: string, holder: Holder | null): Promise<boolean> {
  try {
    if (Date.now() - (await stat(path)).mtimeMs > ABANDONED_MS) return true;
  } catch {
    return true;
  }
  if (holder === null || holder.host !== hostname()) return false;
  return holder.pid === process.pid ? holder.began !== performance.timeOrigin : !isRunning(holder.pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
