/** What must survive a restart: one store, in a file under DATA_DIR or in PostgreSQL. Times are ms since 1970. */
import type { Audit } from './audit.js';
import type { Conversations } from './conversations.js';
import type { Drafts } from './drafts.js';
import { StoreError } from './errors.js';
import type { Feedback } from './feedback.js';
import type { Gaps } from './gaps.js';
import type { AllGuildSettings } from './settings.js';
import type { ShownAnswers } from './shown-answers.js';
import type { Uploads } from './uploads.js';

/** An open store. Every method throws StoreError when the store cannot be read or written. */
export interface Store {
  readonly uploads: Uploads;
  readonly drafts: Drafts;
  readonly shown: ShownAnswers;
  readonly feedback: Feedback;
  readonly gaps: Gaps;
  readonly conversations: Conversations;
  readonly settings: AllGuildSettings;
  readonly audit: Audit;
  /** Resolves when the store answers; throws StoreError when it does not. */
  health(): Promise<void>;
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
  throw new StoreError(`Not built yet: ${settings.dataDir}`);
}
