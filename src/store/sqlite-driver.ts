/**
 * Kysely's driver for SQLite as the gateway's process needs it: it waits for other processes' writes without blocking.
 * Kysely's own leaves that to SQLite's busy timeout, which blocks.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';

/** How long a statement waits for another process's write before it fails, in ms. */
const PATIENCE_MS = 5000;
/** How long it waits between two attempts: a write is done in less. */
const PAUSE_MS = 5;

/** What the driver asks of a database; its calls block. */
export interface BlockingDatabase {
  prepare(sql: string): {
    readonly reader: boolean;
    all(parameters: readonly unknown[]): unknown[];
    run(parameters: readonly unknown[]): { readonly changes: number };
  };
  exec(sql: string): unknown;
  /** Is told of every write that is done. */
  wrote(): void;
  close(): Promise<void>;
  /** The database refused only because another process writes at the moment. */
  isBusy(error: unknown): boolean;
}

/** Runs `act` again while another process writes. Between attempts this process does other things. */
export async function patiently<T>(act: () => T, isBusy: (error: unknown) => boolean): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return act();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await pause(PAUSE_MS);
    }
  }
}

/**
 * The one connection. Every write begins by taking the write lock, and by `exec`: a prepared statement that libsql was
 * refused stays open, and with it open no transaction can be committed any more.
 */
class BlockingConnection implements DatabaseConnection {
  readonly #database: BlockingDatabase;
  #inTransaction = false;

  constructor(database: BlockingDatabase) {
    this.#database = database;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const statement = await this.#patiently(() => this.#database.prepare(sql));
    if (statement.reader) {
      const rows = await this.#patiently(() => statement.all(parameters));
      // The schema says what rows of a query are; Kysely's types carry it.
      return { rows: rows as R[] };
    }
    const { changes } = this.#inTransaction
      ? statement.run(parameters)
      : await this.#alone(() => statement.run(parameters));
    return { numAffectedRows: BigInt(changes), rows: [] };
  }

  // biome-ignore lint/correctness/useYield: it throws
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new TypeError('The store does not stream.');
  }

  async begin(): Promise<void> {
    await this.#patiently(() => this.#database.exec('begin immediate'));
    this.#inTransaction = true;
  }

  async commit(): Promise<void> {
    this.#database.exec('commit');
    this.#inTransaction = false;
    this.#database.wrote();
  }

  async rollback(): Promise<void> {
    this.#inTransaction = false;
    this.#database.exec('rollback');
  }

  async #alone<T>(act: () => T): Promise<T> {
    await this.begin();
    try {
      const result = act();
      await this.commit();
      return result;
    } catch (error) {
      await this.rollback().catch(() => {});
      throw error;
    }
  }

  #patiently<T>(act: () => T): Promise<T> {
    return patiently(act, this.#database.isBusy);
  }
}

/** Hands the connection to one user at a time, in the order of asking. */
export class BlockingDriver implements Driver {
  readonly #database: BlockingDatabase;
  readonly #connection: BlockingConnection;
  #last: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(database: BlockingDatabase) {
    this.#database = database;
    this.#connection = new BlockingConnection(database);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let release = (): void => {};
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return this.#connection;
  }

  beginTransaction(): Promise<void> {
    return this.#connection.begin();
  }

  commitTransaction(): Promise<void> {
    return this.#connection.commit();
  }

  rollbackTransaction(): Promise<void> {
    return this.#connection.rollback();
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  destroy(): Promise<void> {
    return this.#database.close();
  }
}
