import { deleteBlob, readBlob, sweepBlobs, writeBlob } from './blobs.js';
import { shortId } from './ids.js';
import type { StoreDatabase } from './schema.js';

/** A file that was shown to a moderator and is not kept yet. */
export interface Draft {
  readonly guildId: string;
  readonly userId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** Files that wait for Keep or Discard. */
export interface Drafts {
  /** The draft's id: short and unguessable, fit for a custom_id. */
  create(draft: Draft): Promise<string>;
  get(id: string): Promise<Draft | null>;
  /** Reads and deletes in one step: of two that take the same draft, one gets it. */
  take(id: string): Promise<Draft | null>;
  discard(id: string): Promise<void>;
  /** Deletes drafts older than `before`; says how many. */
  purge(before: number): Promise<number>;
}

/** The drafts of a store. */
export function openDrafts(db: StoreDatabase): Drafts {
  const rowOf = (id: string) =>
    db.selectFrom('wenju_drafts').selectAll().where('id', '=', id).executeTakeFirst();
  const remove = async (id: string): Promise<boolean> => {
    const row = await rowOf(id);
    if (row === undefined) return false;
    const { numDeletedRows } = await db.deleteFrom('wenju_drafts').where('id', '=', id).executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await deleteBlob(db, row.blob);
    return true;
  };
  const get = async (id: string): Promise<Draft | null> => {
    const row = await rowOf(id);
    const bytes = row === undefined ? null : await readBlob(db, row.blob, row.size);
    if (row === undefined || bytes === null) return null;
    return { guildId: row.guild, userId: row.user, name: row.name, bytes, at: row.at };
  };
  return {
    async create({ guildId, userId, name, bytes, at }) {
      const id = shortId();
      const blob = await writeBlob(db, bytes);
      await db
        .insertInto('wenju_drafts')
        .values({ id, guild: guildId, user: userId, name, blob, size: bytes.length, at })
        .execute();
      return id;
    },
    get,
    async take(id) {
      const draft = await get(id);
      return draft !== null && (await remove(id)) ? draft : null;
    },
    async discard(id) {
      await remove(id);
    },
    async purge(before) {
      const old = await db.selectFrom('wenju_drafts').select('id').where('at', '<', before).execute();
      for (const { id } of old) await remove(id);
      await sweepBlobs(db);
      return old.length;
    },
  };
}
