/**
 * How the tables come to be what schema.ts says, step by step. A step that was released is never changed: the next one
 * alters what it made.
 */
import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { StoreError } from './errors.js';
import type { OpenDatabase, StoreDatabase } from './schema.js';

const MIGRATION_TABLE = 'wenju_migrations';

type BytesType = OpenDatabase['bytesType'];
type Schema = Kysely<unknown>;

const firstTables = (bytesType: BytesType): Migration => ({
  async up(db: Schema): Promise<void> {
    await files(db, bytesType);
    for (const table of [hiddenArticles, drafts, shownAnswers, votes, gaps, turns, settings, audit])
      await table(db);
  },
});

async function files(db: Schema, bytesType: BytesType): Promise<void> {
  await db.schema
    .createTable('wenju_state')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('wenju_blobs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('created', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('wenju_chunks')
    .addColumn('blob', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('bytes', bytesType, (column) => column.notNull())
    .addPrimaryKeyConstraint('wenju_chunks_key', ['blob', 'position'])
    .execute();
  await db.schema
    .createTable('wenju_uploads')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('blob', 'text', (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('added_by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await index(db, 'wenju_uploads', ['blob']);
}

async function hiddenArticles(db: Schema): Promise<void> {
  await db.schema
    .createTable('wenju_hidden')
    .addColumn('article', 'text', (column) => column.primaryKey())
    .addColumn('hidden_by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
}

async function drafts(db: Schema): Promise<void> {
  await db.schema
    .createTable('wenju_drafts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('user', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('blob', 'text', (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await index(db, 'wenju_drafts', ['at']);
  await index(db, 'wenju_drafts', ['blob']);
}

async function shownAnswers(db: Schema): Promise<void> {
  await db.schema
    .createTable('wenju_shown')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild', 'text')
    .addColumn('question', 'text')
    .addColumn('about', 'text')
    .addColumn('filter', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('passages', 'text', (column) => column.notNull())
    .addColumn('private', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await index(db, 'wenju_shown', ['at']);
  // What is still to be forgotten, and no more: most answers were forgotten long ago.
  await db.schema
    .createIndex('wenju_shown_remembered')
    .on('wenju_shown')
    .columns(['at', 'guild'])
    .where(sql.ref('question'), 'is not', null)
    .execute();
}

async function votes(db: Schema): Promise<void> {
  await db.schema
    .createTable('wenju_votes')
    .addColumn('shown', 'text', (column) => column.notNull())
    .addColumn('voter', 'text', (column) => column.notNull())
    .addColumn('guild', 'text')
    .addColumn('up', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('wenju_votes_key', ['shown', 'voter'])
    .execute();
}

async function gaps(db: Schema): Promise<void> {
  await db.schema
    .createTable('wenju_gaps')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('shown', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await index(db, 'wenju_gaps', ['guild', 'at', 'id']);
  await index(db, 'wenju_gaps', ['at']);
}

async function turns(db: Schema): Promise<void> {
  await db.schema
    .createTable('wenju_turns')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('articles', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await index(db, 'wenju_turns', ['conversation', 'at', 'id']);
  await index(db, 'wenju_turns', ['at']);
}

async function settings(db: Schema): Promise<void> {
  await db.schema
    .createTable('wenju_settings')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('wenju_settings_key', ['guild', 'field'])
    .execute();
}

async function audit(db: Schema): Promise<void> {
  await db.schema
    .createTable('wenju_audit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('user', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await index(db, 'wenju_audit', ['guild', 'at', 'id']);
  await index(db, 'wenju_audit', ['at']);
}

const counts: Migration = {
  async up(db: Schema): Promise<void> {
    await db.schema
      .createTable('wenju_counts')
      .addColumn('what', 'text', (column) => column.primaryKey())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
    await index(db, 'wenju_counts', ['until']);
  },
};

function index(db: Schema, table: string, columns: readonly string[]): Promise<void> {
  return db.schema
    .createIndex(`${table}_${columns.join('_')}`)
    .on(table)
    .columns([...columns])
    .execute();
}

/** Every step by its name, in order. */
const migrations = (bytesType: BytesType): Record<string, Migration> => ({
  '0001-first': firstTables(bytesType),
  '0002-counts': counts,
});

/**
 * Brings the tables up to date; processes that start at once wait for each other. Throws StoreError when a newer version
 * of Wenju made them.
 */
export async function migrate({ db, place, bytesType }: OpenDatabase): Promise<void> {
  const known = migrations(bytesType);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => known },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: `${MIGRATION_TABLE}_lock`,
    nameComparator: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof StoreError) throw error;
  const strangers = (await migrationsDone(db)).filter((name) => !Object.hasOwn(known, name));
  if (strangers.length > 0) {
    throw new StoreError(
      'newer',
      `${place} was made by a newer version of Wenju (it knows ${strangers.join(', ')}). Install that version again, or put back a backup made by this one.`,
    );
  }
  throw error;
}

/** None when the table of migrations is not there. */
async function migrationsDone(db: StoreDatabase): Promise<readonly string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from ${sql.table(MIGRATION_TABLE)}`.execute(db);
    return rows.map(({ name }) => name);
  } catch {
    return [];
  }
}
