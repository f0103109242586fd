/** What both databases have in common on their way in and out: safe parameters, one kind of error, patience. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely';

/** How long a statement waits for another process's write before it fails, in ms. */
const PATIENCE_MS = 5000;
/** How long it waits between two attempts: a write is done in less. */
const PAUSE_MS = 5;

/** What a database needs of its driver. */
export interface DriverRules {
  /** A transaction that writes takes the write lock when it begins. */
  readonly begin: (connection: DatabaseConnection, settings: TransactionSettings) => Promise<void>;
  /** The database refused the statement only because another process writes at the moment. */
  readonly isBusy: (error: unknown) => boolean;
  /** The StoreError for an error of the database's. */
  readonly translate: (error: unknown) => Error;
}

/**
 * Text as both databases can keep it: PostgreSQL refuses NUL and SQLite's driver cuts text off there, and neither knows
 * half a surrogate pair. Each becomes U+FFFD, the character for what cannot be represented.
 */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** A parameter that both drivers take. SQLite's aborts the process for a boolean, so none may get there. */
function storable(parameter: unknown): unknown {
  if (typeof parameter === 'string') return storableText(parameter);
  if (parameter === null || Number.isFinite(parameter) || parameter instanceof Uint8Array) return parameter;
  throw new TypeError(`The store takes text, numbers, bytes and null, not ${typeof parameter}.`);
}

/** Runs `act` again while another process writes. Between attempts this process does other things. */
export async function patiently<T>(
  act: () => T | Promise<T>,
  isBusy: DriverRules['isBusy'],
): Promise<Awaited<T>> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await pause(PAUSE_MS);
    }
  }
}

class GuardedConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  readonly #rules: DriverRules;

  constructor(inner: DatabaseConnection, rules: DriverRules) {
    this.inner = inner;
    this.#rules = rules;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const safe = { ...query, parameters: query.parameters.map(storable) };
    try {
      return await patiently(() => this.inner.executeQuery<R>(safe), this.#rules.isBusy);
    } catch (error) {
      throw this.#rules.translate(error);
    }
  }

  // The store reads in pages and never streams.
  // biome-ignore lint/correctness/useYield: it throws
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new TypeError('The store does not stream.');
  }
}

/** A driver of Kysely's with these rules around it. */
export class GuardedDriver implements Driver {
  readonly #inner: Driver;
  readonly #rules: DriverRules;

  constructor(inner: Driver, rules: DriverRules) {
    this.#inner = inner;
    this.#rules = rules;
  }

  init(): Promise<void> {
    return this.#inner.init();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    try {
      return new GuardedConnection(await this.#inner.acquireConnection(), this.#rules);
    } catch (error) {
      throw this.#rules.translate(error);
    }
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#rules.begin(connection, settings);
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#inner.commitTransaction(connection);
  }

  /** A database that fails in a transaction often has ended it already: that must not hide why it failed. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await this.#inner.rollbackTransaction(connection);
    } catch {
      // A connection that could not roll back is not used again: see postgres.ts.
    }
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof GuardedConnection) await this.#inner.releaseConnection(connection.inner);
  }

  destroy(): Promise<void> {
    return this.#inner.destroy();
  }
}
