/** Connections of their own, beside the pool: one that hears what other processes say, one that holds a lock. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Alone, Waiting } from './alone.js';
import { CHANNEL, type Channel } from './channel.js';

/** Milliseconds until a lost connection is tried again: twice as long each time, up to the second. */
const RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;
/** How often is looked whether a lock has become free, in ms. */
const LOCK_RETRY_MS = 250;
const CONNECT_MS = 5000;

function newClient(databaseUrl: string): pg.Client {
  return new pg.Client({
    connectionString: databaseUrl,
    application_name: 'wenju',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  });
}

/** Hears PostgreSQL's NOTIFY. A connection that is lost is made again, as long as somebody listens. */
export function postgresChannel(databaseUrl: string): Channel {
  return {
    listen(hear) {
      let client: pg.Client | null = null;
      const over = new AbortController();
      const once = async (): Promise<void> => {
        const mine = newClient(databaseUrl);
        client = mine;
        const lost = new Promise<void>((resolve) => {
          mine.on('error', () => resolve());
          mine.on('end', () => resolve());
        });
        try {
          await mine.connect();
          mine.on('notification', ({ payload }) => hear(payload ?? ''));
          await mine.query(`listen ${CHANNEL}`);
          hear(null);
          await lost;
        } finally {
          client = null;
          await mine.end().catch(() => {});
        }
      };
      const running = keepTrying(once, over.signal);
      return async () => {
        over.abort();
        await client?.end().catch(() => {});
        await running;
      };
    },
  };
}

/** Calls `once` again whenever it ends; at once when it lasted, later and later when it does not even begin. */
async function keepTrying(once: () => Promise<void>, over: AbortSignal): Promise<void> {
  let wait = RETRY_MS;
  while (!over.aborted) {
    try {
      await once();
      wait = RETRY_MS;
    } catch {
      wait = Math.min(wait * 2, LONGEST_RETRY_MS);
    }
    await pause(wait, undefined, { signal: over, ref: false }).catch(() => {});
  }
}

/** Locks that are a connection's own, so that they end with the process that holds them. */
export function postgresLocks(databaseUrl: string): Alone {
  return async (name, work, waiting) => {
    const client = newClient(databaseUrl);
    client.on('error', () => {});
    try {
      if (!(await locked(client, name, waiting))) return 'late';
      return await work();
    } finally {
      await client.end().catch(() => {});
    }
  };
}

/** Whether the lock was had in time. Without the database there is nobody to wait for. */
async function locked(client: pg.Client, name: string, { patience, onWait }: Waiting): Promise<boolean> {
  const until = performance.now() + patience;
  try {
    await client.connect();
    for (let attempt = 0; ; attempt++) {
      const { rows } = await client.query('select pg_try_advisory_lock(hashtext($1)) as got', [name]);
      if (rows[0]?.got === true) return true;
      if (attempt === 0) onWait();
      if (performance.now() >= until) return false;
      await pause(LOCK_RETRY_MS);
    }
  } catch {
    return true;
  }
}
