/** The only door to pg: a store in a PostgreSQL database, for several processes. */
import {
  type Driver,
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely';
import pg from 'pg';
import { GuardedDriver } from './driver.js';
import { StoreError } from './errors.js';
import { postgresChannel, postgresLocks } from './postgres-session.js';
import type { OpenDatabase, Tables } from './schema.js';

/** A bot's statements are short and few. */
const CONNECTIONS = 4;
const CONNECT_MS = 5000;
/** The server ends a statement after so many ms; the client gives up on a server that is silent a little later. */
const STATEMENT_MS = 5000;
const SILENCE_MS = 6000;
const INT8 = 20;
const DEFAULT_PORT = 5432;

class GuardedPostgresDialect extends PostgresDialect {
  readonly #database: PostgresAddress;

  constructor(pool: PostgresPool, address: PostgresAddress) {
    super({ pool });
    this.#database = address;
  }

  override createDriver(): Driver {
    return new GuardedDriver(super.createDriver(), (error) => translate(error, this.#database));
  }
}

/** An address without its secrets, and the secrets, which must appear nowhere. */
interface PostgresAddress {
  readonly place: string;
  readonly secrets: readonly string[];
}

/** Splits an address into what may be shown and what may not. Throws StoreError when it is no address. */
function postgresAddress(databaseUrl: string): PostgresAddress {
  if (!URL.canParse(databaseUrl))
    throw new StoreError(
      'unreachable',
      'DATABASE_URL is not an address like postgres://user:password@host:5432/database.',
    );
  const { hostname, port, pathname, searchParams, password } = new URL(databaseUrl);
  const host = decoded(hostname) || searchParams.get('host') || 'localhost';
  const passwords = [password, decoded(password), searchParams.get('password') ?? ''];
  return {
    place: `The store (PostgreSQL at ${host}:${port || DEFAULT_PORT}${decoded(pathname)})`,
    secrets: [databaseUrl, ...passwords].filter((secret) => secret !== ''),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A store behind an address. Nothing is connected yet: the first query does that. Throws StoreError. */
export function openPostgres(
  databaseUrl: string,
  warn: (message: string, error?: unknown) => void,
): OpenDatabase {
  const address = postgresAddress(databaseUrl);
  let pool: pg.Pool;
  try {
    pool = new pg.Pool({
      connectionString: databaseUrl,
      application_name: 'wenju',
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
      query_timeout: SILENCE_MS,
      keepAlive: true,
      types: { getTypeParser },
    });
  } catch (error) {
    throw translate(error, address);
  }
  // Without listeners a lost connection would end the process. The pool replaces it by itself.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', (error) => warn('A connection to PostgreSQL was lost.', translate(error, address)));
  const db = new Kysely<Tables>({ dialect: new GuardedPostgresDialect(leasing(pool), address) });
  const sharing = { channel: postgresChannel(databaseUrl), alone: postgresLocks(databaseUrl) };
  // The server checks its own pages when it reads them.
  return { db, place: address.place, bytesType: 'bytea', verify: async () => {}, sharing };
}

/** 64-bit integers as numbers: none of ours is past 2^53. */
const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (id, format) =>
  id === INT8 ? (text: string) => Number(text) : pg.types.getTypeParser(id, format);

/** A pool that takes no connection back whose state is unknown: after a silence, a loss, a failed rollback. */
function leasing(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => lease(await pool.connect()),
    end: () => pool.end(),
  };
}

function lease(client: pg.PoolClient): PostgresPoolClient {
  let broken = false;
  const run = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
    try {
      return await client.query(sql, [...parameters]);
    } catch (error) {
      broken ||= !(error instanceof pg.DatabaseError) || error.severity !== 'ERROR';
      throw error;
    }
  };
  function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(sql: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof sql !== 'string') throw new TypeError('The store does not stream.');
    return run(sql, parameters);
  }
  return { query, release: () => client.release(broken) };
}

const property = (error: unknown, name: 'code' | 'message'): string => {
  const value: unknown = error instanceof Error && name in error ? Reflect.get(error, name) : '';
  return typeof value === 'string' ? value : '';
};

function translate(error: unknown, { place, secrets }: PostgresAddress): Error {
  if (error instanceof StoreError) return error;
  const code = property(error, 'code');
  const reason = secrets.reduce(
    (text, secret) => text.replaceAll(secret, '…'),
    property(error, 'message') || code,
  );
  if (code === '53100')
    return new StoreError('full', `${place} cannot grow: the server's disk is full. Make room on it.`);
  if (/^(?:28|3D|42501)/u.test(code))
    return new StoreError(
      'refused',
      `${place} does not let Wenju in: ${reason}. Check the user, the password and the database of DATABASE_URL, and that the user may create tables.`,
    );
  if (code === '25006')
    return new StoreError(
      'read-only',
      `${place} is read-only: ${reason}. DATABASE_URL must name a server that takes writes.`,
    );
  if (/^XX00[12]/u.test(code))
    return new StoreError('damaged', `${place} is damaged: ${reason}. Put back a backup.`);
  if (/^(?:57014|55P03|40)/u.test(code)) return new StoreError('busy', `${place} took too long: ${reason}.`);
  if (error instanceof pg.DatabaseError && !/^(?:08|53|57P)/u.test(code))
    return new StoreError('failed', `${place} failed: ${reason}`);
  return new StoreError(
    'unreachable',
    `${place} cannot be reached: ${reason}. Check DATABASE_URL, and that the server runs; Wenju tries again with the next request.`,
  );
}
