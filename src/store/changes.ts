/** Tells every process that shares a store what another one has changed in it. */
import { sql } from 'kysely';
import { CHANNEL, type Channel } from './channel.js';
import { shortId } from './ids.js';
import type { StoreDatabase, StoreTransaction } from './schema.js';

/** What was changed: look at it again. */
export type StoreChange =
  /** Uploads or removals, or an index was renewed somewhere. */
  | { readonly of: 'articles' }
  /** What a server's moderators have set; null: it may be any server's. */
  | { readonly of: 'settings'; readonly guildId: string | null };

/** News of changes, from this process and from all others. */
export interface Changes {
  /** Hears of changes from now on; what it gives ends that. */
  subscribe(listener: (change: StoreChange) => void): () => void;
  /** Tells everybody that the articles were indexed anew here. */
  indexRenewed(): Promise<void>;
  /** Another string after every index that was renewed, and only then. */
  indexRevision(): Promise<string>;
}

/** Tells the others of a change, with the transaction that makes it. */
export type Announce = (connection: StoreDatabase | StoreTransaction, change: StoreChange) => Promise<void>;

/** How often is looked whether a word about the articles was lost, in ms. */
const LOOK_EVERY_MS = 5000;
/** Rows of wenju_state that change with the articles. */
const WATCHED = ['index', 'revision'];

/** Ids of servers have 20 digits; a word of PostgreSQL's takes 8000 bytes at most. */
const LONGEST_ID = 100;

/** The word for a change, which names no server whose id is none of Discord's. */
function wordOf(change: StoreChange): string {
  const isNamed = change.of === 'settings' && (change.guildId?.length ?? 0) <= LONGEST_ID;
  return JSON.stringify(change.of === 'articles' || isNamed ? change : { ...change, guildId: null });
}

/** Null for a word of another version. */
function changeOf(word: string): StoreChange | null {
  try {
    const { of, guildId }: { of?: unknown; guildId?: unknown } = JSON.parse(word);
    if (of === 'articles') return { of };
    return of === 'settings' && (guildId === null || typeof guildId === 'string') ? { of, guildId } : null;
  } catch {
    return null;
  }
}

/** Announces by PostgreSQL's NOTIFY, which comes through when the transaction does. */
const announceToAll: Announce = async (connection, change) => {
  await sql`select pg_notify(${CHANNEL}, ${wordOf(change)})`.execute(connection);
};

/** What a change of the articles looks like in the store: different after each. */
async function stateOf(db: StoreDatabase): Promise<string> {
  const rows = await db.selectFrom('wenju_state').selectAll().where('name', 'in', WATCHED).execute();
  return JSON.stringify(rows.map(({ name, value }) => `${name} ${value}`).sort());
}

/** The listeners of one process, and what they are told. */
class Newsroom {
  readonly #db: StoreDatabase;
  readonly #channel: Channel | null;
  readonly #listeners = new Set<(change: StoreChange) => void>();
  #state: string | null = null;
  #looking: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #hangUp: (() => Promise<void>) | null = null;

  constructor(db: StoreDatabase, channel: Channel | null) {
    this.#db = db;
    this.#channel = channel;
  }

  subscribe(listener: (change: StoreChange) => void): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#open();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) void this.close();
    };
  }

  tell(change: StoreChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    const hangUp = this.#hangUp;
    this.#hangUp = null;
    await hangUp?.();
    await this.#looking;
  }

  #open(): void {
    if (this.#channel === null) return;
    this.#look();
    this.#hangUp = this.#channel.listen((word) => this.#hear(word));
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  #hear(word: string | null): void {
    const change: StoreChange | null = word === null ? { of: 'settings', guildId: null } : changeOf(word);
    if (change?.of === 'settings') this.tell(change);
    if (word === null || change?.of === 'articles') this.#look();
  }

  /** Compares the articles' state with what it was; one look after the other. A look that fails is made up for by the next. */
  #look(): void {
    this.#looking = this.#looking
      .then(async () => {
        if (this.#listeners.size === 0) return;
        const state = await stateOf(this.#db);
        const before = this.#state;
        this.#state = state;
        if (before !== null && before !== state) this.tell({ of: 'articles' });
      })
      .catch(() => {});
  }
}

/**
 * The news of a store: over `channel`, with a look at the store every few seconds because words can be lost; without a
 * channel only from this process.
 */
export function openChanges(
  db: StoreDatabase,
  channel: Channel | null,
): Changes & { readonly announce: Announce; close(): Promise<void> } {
  const newsroom = new Newsroom(db, channel);
  // Told when the transaction that it belongs to is over.
  const announceHere: Announce = async (_, change) => void setImmediate(() => newsroom.tell(change));
  const announce = channel === null ? announceHere : announceToAll;
  return {
    announce,
    subscribe: (listener) => newsroom.subscribe(listener),
    async indexRenewed() {
      const value = shortId();
      await db
        .insertInto('wenju_state')
        .values({ name: 'index', value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
      await announce(db, { of: 'articles' });
    },
    async indexRevision() {
      const row = await db
        .selectFrom('wenju_state')
        .select('value')
        .where('name', '=', 'index')
        .executeTakeFirst();
      return row?.value ?? '';
    },
    close: () => newsroom.close(),
  };
}
