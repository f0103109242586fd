/** The only door to libsql: a store in one file. */
import { access, constants, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Dialect, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely';
import Database from 'libsql';
import { Checkpoints } from './checkpoints.js';
import { GuardedDriver } from './driver.js';
import { StoreError } from './errors.js';
import type { OpenDatabase, Tables } from './schema.js';
import { type BlockingDatabase, BlockingDriver, patiently } from './sqlite-driver.js';

/** Marks a file as ours, as SQLite's `application_id`: the letters WNJU. */
const APPLICATION_ID = 0x574e4a55;
/** Pages of log after which SQLite copies it into the file within a write: only if the thread of checkpoints fails. */
const CHECKPOINT_PAGES = 4000;
const OWNER_ONLY = 0o600;

/** SQLite's adapter, with what it may rely on here: a transaction that changes tables holds the write lock. */
class LockingSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's dialect for one file. */
function dialect(database: Database.Database, file: string): Dialect {
  return {
    createDriver: () =>
      new GuardedDriver(new BlockingDriver(blocking(database, file)), (error) => translate(error, file)),
    createAdapter: () => new LockingSqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

const filePlace = (file: string): string => `The store ${file}`;

/** Opens the file, or makes it. Throws StoreError when it is no store, is damaged, or cannot be written. */
export async function openSqlite(file: string): Promise<OpenDatabase> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await makeForOwner(file);
    const database = new Database(file);
    try {
      await patiently(() => prepare(database, file), isBusy);
    } catch (error) {
      database.close();
      throw error;
    }
    const db = new Kysely<Tables>({ dialect: dialect(database, file) });
    const verify = async (): Promise<void> => {
      const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db);
      const [finding] = rows;
      if (finding?.quick_check !== 'ok') throw damaged(file);
    };
    return { db, place: filePlace(file), bytesType: 'blob', verify, sharing: null };
  } catch (error) {
    throw translate(error, file);
  }
}

/**
 * Makes the file if there is none: questions are nobody else's business, and the files beside it take over these rights.
 * A file that is there is never opened here: to close it again would end all locks that this process holds on it (POSIX
 * advisory locks), another process could then take itself for the last one and delete the log that this one writes to.
 */
async function makeForOwner(file: string): Promise<void> {
  try {
    await (await open(file, 'wx', OWNER_ONLY)).close();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    // The folder too: SQLite keeps its log there, and notices only when it first has to make it.
    await access(dirname(file), constants.W_OK);
    await access(file, constants.W_OK);
  }
}

function prepare(database: Database.Database, file: string): void {
  const tables = first(database, 'select count(*) as value from sqlite_master');
  const owner = first(database, 'select application_id as value from pragma_application_id');
  if (tables !== 0 && owner !== APPLICATION_ID)
    throw new StoreError(
      'foreign',
      `${filePlace(file)} belongs to another program. Set DATA_DIR to a folder of its own.`,
    );
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = normal');
  // What was deleted is overwritten where that costs no more writing.
  database.pragma('secure_delete = fast');
  database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  if (owner !== APPLICATION_ID) database.pragma(`application_id = ${APPLICATION_ID}`);
}

function first(database: Database.Database, sql: string): unknown {
  // All rows, though there is one: a statement that is not read to its end keeps an old view of the file.
  const [row]: unknown[] = database.prepare(sql).all();
  return typeof row === 'object' && row !== null && 'value' in row ? row.value : null;
}

/** The database as the driver sees it: libsql takes no truth values, and hands out bytes as ArrayBuffer. */
function blocking(database: Database.Database, file: string): BlockingDatabase {
  const checkpoints = new Checkpoints(file);
  return {
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(parameters.map(withoutBooleans)).map(withBytes),
        run: (parameters) => statement.run(parameters.map(withoutBooleans)),
      };
    },
    exec: (sql) => database.exec(sql),
    wrote: () => checkpoints.wrote(),
    close: async () => {
      await checkpoints.close();
      database.close();
    },
    isBusy,
  };
}

const withoutBooleans = (parameter: unknown): unknown =>
  typeof parameter === 'boolean' ? Number(parameter) : parameter;

function withBytes(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  const entries = Object.entries(row);
  if (!entries.some(([, value]) => value instanceof ArrayBuffer)) return row;
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value instanceof ArrayBuffer ? new Uint8Array(value) : value]),
  );
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

function isBusy(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/u.test(codeOf(error));
}

const RESTORE =
  'Stop Wenju and put back a backup, or move the file away (with its -wal and -shm) to begin with an empty store.';

const damaged = (file: string): StoreError =>
  new StoreError('damaged', `${filePlace(file)} is damaged. ${RESTORE}`);

function translate(error: unknown, file: string): Error {
  if (error instanceof StoreError) return error;
  const place = filePlace(file);
  const reason = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  if (/^SQLITE_(?:NOTADB|CORRUPT)/u.test(code)) return damaged(file);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return new StoreError(
      'full',
      `${place} cannot grow: the disk is full. Make room on it; nothing was lost that was confirmed.`,
    );
  if (
    /^(?:SQLITE_(?:READONLY|CANTOPEN|PERM|AUTH)|E(?:ACCES|PERM|ROFS|NOTDIR|EXIST|ISDIR))/u.test(code) ||
    /: 14"?\)/u.test(reason)
  )
    return new StoreError(
      'read-only',
      `${place} cannot be written (${code || 'unable to open'}). Let the user that runs Wenju write to the file and its folder, or set DATA_DIR to another one.`,
    );
  if (isBusy(error))
    return new StoreError(
      'busy',
      `${place} is locked by another program that has been writing for seconds. End that program.`,
    );
  return new StoreError('failed', `${place} failed: ${reason}`);
}
