import { deleteBlob, readBlob, writeBlob } from './blobs.js';
import type { Announce } from './changes.js';
import { StoreError } from './errors.js';
import { shortId } from './ids.js';
import type { StoreDatabase, StoreTransaction } from './schema.js';

/** A file that moderators gave to the bot. */
export interface Upload {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Hex, of the bytes. */
  readonly sha256: string;
  readonly at: number;
}

/** Files that moderators added, and articles that they removed; `revision` names the state of both. */
export interface Uploads {
  /** Keeps a file, in place of one of the same name. Putting what is there already changes nothing. */
  put(upload: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly sha256: string;
    readonly addedBy: string;
    readonly at: number;
  }): Promise<void>;
  /** By name, in code unit order. */
  list(): Promise<readonly Upload[]>;
  /** Null when there is no such file. */
  bytes(name: string): Promise<Uint8Array | null>;
  /** Whether there was such a file. */
  remove(name: string): Promise<boolean>;
  /** Takes an article of the corpus out, whose file is never touched. */
  hide(articleId: string, act: { readonly by: string; readonly at: number }): Promise<void>;
  unhide(articleId: string): Promise<void>;
  /** Ids of articles that were taken out, in code unit order. */
  hidden(): Promise<readonly string[]>;
  /** Another string after every change of the files or of the hidden articles, and only then. */
  revision(): Promise<string>;
}

/** How often reading begins again when the file was replaced meanwhile. */
const READING_ATTEMPTS = 5;

/** Thrown inside a transaction to undo it: what was to be done is done already. */
class NothingToChange extends Error {}

/** The uploads of a store; every change is announced. */
export async function openUploads(db: StoreDatabase, announce: Announce): Promise<Uploads> {
  const change = (act: (transaction: StoreTransaction) => Promise<boolean>) => changeWith(db, announce, act);
  await db
    .insertInto('wenju_state')
    .values({ name: 'revision', value: shortId() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const rowOf = (name: string, connection: StoreDatabase | StoreTransaction = db) =>
    connection
      .selectFrom('wenju_uploads')
      .select(['blob', 'size', 'sha256'])
      .where('name', '=', name)
      .executeTakeFirst();
  return {
    async put({ name, bytes, sha256, addedBy, at }) {
      if ((await rowOf(name))?.sha256 === sha256) return;
      const blob = await writeBlob(db, bytes);
      let old: string | undefined = blob;
      await change(async (transaction) => {
        const before = await rowOf(name, transaction);
        if (before?.sha256 === sha256) return false;
        const row = { blob, size: bytes.length, sha256, added_by: addedBy, at };
        await transaction
          .insertInto('wenju_uploads')
          .values({ name, ...row })
          .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
          .execute();
        old = before?.blob;
        return true;
      });
      if (old !== undefined) await deleteBlob(db, old);
    },
    async list() {
      const rows = await db.selectFrom('wenju_uploads').select(['name', 'size', 'sha256', 'at']).execute();
      return rows.sort((a, b) => byCodeUnits(a.name, b.name));
    },
    async bytes(name) {
      for (let attempt = 0; attempt < READING_ATTEMPTS; attempt++) {
        const row = await rowOf(name);
        if (row === undefined) return null;
        const bytes = await readBlob(db, row.blob, row.size);
        if (bytes !== null) return bytes;
      }
      throw new StoreError(
        'damaged',
        `The store has lost bytes of the upload ${name}. Remove it and add it again.`,
      );
    },
    async remove(name) {
      let old: string | undefined;
      await change(async (transaction) => {
        old = (await rowOf(name, transaction))?.blob;
        if (old === undefined) return false;
        await transaction.deleteFrom('wenju_uploads').where('name', '=', name).execute();
        return true;
      });
      if (old !== undefined) await deleteBlob(db, old);
      return old !== undefined;
    },
    hide: (articleId, { by, at }) =>
      change(async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('wenju_hidden')
          .values({ article: articleId, hidden_by: by, at })
          .onConflict((conflict) => conflict.column('article').doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }),
    unhide: (articleId) =>
      change(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('wenju_hidden')
          .where('article', '=', articleId)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    async hidden() {
      const rows = await db.selectFrom('wenju_hidden').select('article').execute();
      return rows.map(({ article }) => article).sort(byCodeUnits);
    },
    async revision() {
      const { value } = await db
        .selectFrom('wenju_state')
        .select('value')
        .where('name', '=', 'revision')
        .executeTakeFirstOrThrow();
      return value;
    },
  };
}

/** Databases sort text by their own rules; the same list everywhere is sorted here. */
const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * A change and its new revision, both or neither. Naming the revision first makes changes wait for each other, so that
 * `act` sees what is there; when it answers false, nothing was to be changed and the revision stays.
 */
async function changeWith(
  db: StoreDatabase,
  announce: Announce,
  act: (transaction: StoreTransaction) => Promise<boolean>,
): Promise<void> {
  try {
    await db.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('wenju_state')
        .set({ value: shortId() })
        .where('name', '=', 'revision')
        .execute();
      if (!(await act(transaction))) throw new NothingToChange();
      await announce(transaction, { of: 'articles' });
    });
  } catch (error) {
    if (!(error instanceof NothingToChange)) throw error;
  }
}
