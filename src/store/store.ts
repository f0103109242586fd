/** What must survive a restart: one store, in a file under DATA_DIR or in PostgreSQL. Times are ms since 1970. */
import { join } from 'node:path';
import { type Alone, aloneAnyway } from './alone.js';
import { type Audit, openAudit } from './audit.js';
import { sweepBlobs } from './blobs.js';
import { type Changes, openChanges } from './changes.js';
import { type Conversations, openConversations } from './conversations.js';
import { type Counts, openCounts } from './counts.js';
import { type Drafts, openDrafts } from './drafts.js';
import { type Feedback, openFeedback } from './feedback.js';
import { type Gaps, openGaps } from './gaps.js';
import { migrate } from './migrations.js';
import { STORE_FILE } from './place.js';
import { openPostgres } from './postgres.js';
import { openPseudonyms } from './pseudonyms.js';
import type { OpenDatabase } from './schema.js';
import { type AllGuildSettings, openSettings } from './settings.js';
import { openShownAnswers, type ShownAnswers } from './shown-answers.js';
import { openSqlite } from './sqlite.js';
import { openUploads, type Uploads } from './uploads.js';

/** An open store. Every method throws StoreError when the store cannot be read or written. */
export interface Store {
  /** Of this store and no other, wherever it is reached from. */
  readonly id: string;
  readonly uploads: Uploads;
  readonly drafts: Drafts;
  readonly shown: ShownAnswers;
  readonly feedback: Feedback;
  readonly gaps: Gaps;
  readonly conversations: Conversations;
  readonly settings: AllGuildSettings;
  readonly audit: Audit;
  /** What this process and the others that share the store have changed. */
  readonly changes: Changes;
  /** Counts over all processes that share the store; null: one process has it for itself, and can count in memory. */
  readonly counts: Counts | null;
  readonly alone: Alone;
  /** Resolves when the store answers; throws StoreError when it does not. */
  health(): Promise<void>;
  /**
   * Reads all of a file for damage, which blocks for as long; for a program that does nothing else. Throws StoreError.
   */
  verify(): Promise<void>;
  /** May be called twice. */
  close(): Promise<void>;
}

/** Where the store lies. */
export interface StoreSettings {
  /** Holds `store.sqlite` when there is no databaseUrl. Made when it is not there. */
  readonly dataDir: string;
  /** A PostgreSQL address; the store is then there. */
  readonly databaseUrl?: string | undefined;
  /** Hears of what went wrong without keeping the store from working. */
  readonly warn?: (message: string, error?: unknown) => void;
}

/** Opens the store and brings its tables up to date. Throws StoreError. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const warn = settings.warn ?? (() => {});
  const database =
    settings.databaseUrl === undefined
      ? await openSqlite(join(settings.dataDir, STORE_FILE))
      : openPostgres(settings.databaseUrl, warn);
  try {
    await migrate(database);
    await sweepBlobs(database.db);
    return await storeIn(database);
  } catch (error) {
    await database.db.destroy();
    throw error;
  }
}

async function storeIn({ db, verify, sharing }: OpenDatabase): Promise<Store> {
  const pseudonym = await openPseudonyms(db);
  const changes = openChanges(db, sharing?.channel ?? null);
  const uploads = await openUploads(db, changes.announce);
  let closed: Promise<void> | null = null;
  return {
    id: pseudonym('store'),
    uploads,
    drafts: openDrafts(db),
    shown: openShownAnswers(db),
    feedback: openFeedback(db, pseudonym),
    gaps: openGaps(db),
    conversations: openConversations(db, pseudonym),
    settings: openSettings(db, changes.announce),
    audit: openAudit(db),
    changes,
    counts: sharing === null ? null : openCounts(db, pseudonym),
    alone: sharing?.alone ?? aloneAnyway,
    health: async () => void (await uploads.revision()),
    verify,
    close: () => {
      closed ??= changes.close().then(() => db.destroy());
      return closed;
    },
  };
}
