/**
 * A lock among processes, as a file that its holder touches every few seconds: a writer that died leaves a lock that
 * grows old within a minute, whatever process has its number now, on whatever machine it ran.
 */
import { randomUUID } from 'node:crypto';
import { link, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

/** How often the holder shows that it lives. */
const HEARTBEAT_MS = 5000;
/** A lock that was not touched for so long has no holder any more. */
const ABANDONED_MS = 60_000;
/** Removing an abandoned lock takes milliseconds; whoever takes longer has died over it. */
const BROOM_LEFT_MS = 10_000;
const BROOM_WAIT_MS = 20;
/** How often somebody who waits looks again. */
const LOOK_AGAIN_MS = 200;
/** What file systems without links say. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'] as const;

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

  /**
   * Whether the lock was free. It appears with its content or not at all: of a writer that died in between, nobody
   * could tell that it is gone.
   */
  async #created(holder: Holder): Promise<boolean> {
    const draft = `${this.#path}.${this.#token}`;
    const content = JSON.stringify(holder);
    await writeFile(draft, content);
    try {
      await link(draft, this.#path);
      return true;
    } catch (error) {
      // Whoever has the lock may have swept the draft away.
      if (isCode(error, 'EEXIST') || isCode(error, 'ENOENT')) return false;
      if (NO_LINKS.some((code) => isCode(error, code))) return await createdHere(this.#path, content);
      throw error;
    } finally {
      await rm(draft, { force: true });
    }
  }

  async #touch(): Promise<void> {
    const now = new Date();
    await utimes(this.#path, now, now).catch(() => {});
  }

  /**
   * Removes an abandoned lock; false when there is none. Only who holds the file beside it may do so, and looks again
   * then: what was abandoned a moment ago may be somebody's fresh lock by now.
   */
  async #removedAbandoned(): Promise<boolean> {
    if (!(await isAbandoned(this.#path))) return false;
    const broom = `${this.#path}.broom`;
    try {
      await writeFile(broom, '', { flag: 'wx' });
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
      if (await isOlderThan(broom, BROOM_LEFT_MS)) await rm(broom, { force: true });
      await wait(BROOM_WAIT_MS);
      return true;
    }
    try {
      if (await isAbandoned(this.#path)) await rm(this.#path, { force: true });
      return true;
    } finally {
      await rm(broom, { force: true });
    }
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
async function isAbandoned(path: string): Promise<boolean> {
  if (await isOlderThan(path, ABANDONED_MS)) return true;
  const holder = await holderOf(path);
  if (holder === null || holder.host !== hostname()) return false;
  return holder.pid === process.pid ? holder.began !== performance.timeOrigin : !isRunning(holder.pid);
}

/** False when there is no such file. */
async function isOlderThan(path: string, ms: number): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > ms;
  } catch {
    return false;
  }
}

/** The way where the file system has no links. False when the file is there. */
async function createdHere(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
