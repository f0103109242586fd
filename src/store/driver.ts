/** What both databases have in common on their way in and out: safe parameters and one kind of error. */
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely';

/** The StoreError for an error of the database's. */
type Translate = (error: unknown) => Error;

/**
 * Text as both databases can keep it: PostgreSQL refuses NUL and SQLite's driver cuts text off there, and neither knows
 * half a surrogate pair. Each becomes U+FFFD, the character for what cannot be represented.
 */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** A parameter that both drivers take: libsql ends the process for one that it does not know. */
function storable(parameter: unknown): unknown {
  if (typeof parameter === 'string') return storableText(parameter);
  if (parameter === null || typeof parameter === 'boolean') return parameter;
  if (Number.isFinite(parameter) || parameter instanceof Uint8Array) return parameter;
  throw new TypeError(
    `The store takes text, numbers, truth values, bytes and null, not ${typeof parameter}.`,
  );
}

class GuardedConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  readonly #translate: Translate;

  constructor(inner: DatabaseConnection, translate: Translate) {
    this.inner = inner;
    this.#translate = translate;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const safe = { ...query, parameters: query.parameters.map(storable) };
    try {
      return await this.inner.executeQuery<R>(safe);
    } catch (error) {
      throw this.#translate(error);
    }
  }

  // The store reads in pages and never streams.
  // biome-ignore lint/correctness/useYield: it throws
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new TypeError('The store does not stream.');
  }
}

/** A driver whose queries take safe parameters and fail with StoreErrors. */
export class GuardedDriver implements Driver {
  readonly #inner: Driver;
  readonly #translate: Translate;

  constructor(inner: Driver, translate: Translate) {
    this.#inner = inner;
    this.#translate = translate;
  }

  init(): Promise<void> {
    return this.#inner.init();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await this.#translated(() => this.#inner.acquireConnection());
    return new GuardedConnection(connection, this.#translate);
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#translated(() => this.#inner.beginTransaction(connection, settings));
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#translated(() => this.#inner.commitTransaction(connection));
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

  async #translated<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      throw this.#translate(error);
    }
  }
}
