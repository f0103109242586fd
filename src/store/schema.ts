/**
 * The tables, alike in SQLite and PostgreSQL: times and booleans are integers, lists are JSON in text. Their names have a
 * prefix because a PostgreSQL database may be shared with other programs.
 */
import type { Kysely, Transaction } from 'kysely';
import type { Alone } from './alone.js';
import type { Channel } from './channel.js';

export interface Tables {
  readonly wenju_state: { name: string; value: string };
  readonly wenju_blobs: { id: string; created: number };
  readonly wenju_chunks: { blob: string; position: number; bytes: Uint8Array };
  readonly wenju_uploads: {
    name: string;
    blob: string;
    size: number;
    sha256: string;
    added_by: string;
    at: number;
  };
  readonly wenju_hidden: { article: string; hidden_by: string; at: number };
  readonly wenju_drafts: {
    id: string;
    guild: string;
    user: string;
    name: string;
    blob: string;
    size: number;
    at: number;
  };
  readonly wenju_shown: {
    id: string;
    guild: string | null;
    question: string | null;
    about: string | null;
    filter: string;
    locale: string;
    passages: string;
    private: number;
    at: number;
  };
  readonly wenju_votes: { shown: string; voter: string; guild: string | null; up: number; at: number };
  readonly wenju_gaps: {
    id: string;
    guild: string;
    question: string;
    language: string;
    reason: string | null;
    shown: string | null;
    at: number;
  };
  readonly wenju_turns: {
    id: string;
    conversation: string;
    question: string;
    answer: string | null;
    articles: string;
    at: number;
  };
  readonly wenju_settings: { guild: string; field: string; value: string };
  readonly wenju_counts: { what: string; count: number; until: number };
  readonly wenju_audit: { id: string; guild: string; user: string; act: string; detail: string; at: number };
}

/** A connected database. */
export type StoreDatabase = Kysely<Tables>;

/** What processes do together beside reading and writing. */
export interface Sharing {
  readonly channel: Channel;
  readonly alone: Alone;
}

/** A database with what differs between the two. */
export interface OpenDatabase {
  readonly db: StoreDatabase;
  /** How messages name the store. */
  readonly place: string;
  /** What the database calls a column of bytes: the one type whose name the two do not share. */
  readonly bytesType: 'blob' | 'bytea';
  /** Reads everything there is; throws StoreError at damage. */
  verify(): Promise<void>;
  /** How several processes that share it speak with each other; null: one process has it for itself. */
  readonly sharing: Sharing | null;
}

/** The same inside a transaction. */
export type StoreTransaction = Transaction<Tables>;
