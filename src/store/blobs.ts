/**
 * Bytes of files, in rows of bounded size, so that no statement takes long. They are written before the row that refers
 * to them and deleted after it: what a crash leaves over belongs to no row and is swept up.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { shortId } from './ids.js';
import type { StoreDatabase } from './schema.js';

/** Some 0.2 ms a row in SQLite. */
const CHUNK_BYTES = 64 * 1024;
/** Bytes that belong to no row are being written, until they are so old. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** Writes the bytes; the id is for the row that will refer to them. */
export async function writeBlob(db: StoreDatabase, bytes: Uint8Array): Promise<string> {
  const id = shortId();
  await db.insertInto('wenju_blobs').values({ id, created: Date.now() }).execute();
  for (let position = 0; position * CHUNK_BYTES < bytes.length; position++) {
    const chunk = bytes.subarray(position * CHUNK_BYTES, (position + 1) * CHUNK_BYTES);
    await db.insertInto('wenju_chunks').values({ blob: id, position, bytes: chunk }).execute();
    await breathe();
  }
  return id;
}

/** The bytes, or null when they were deleted, which may happen while they are read. */
export async function readBlob(db: StoreDatabase, id: string, size: number): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(size);
  for (let position = 0; position * CHUNK_BYTES < size; position++) {
    const row = await db
      .selectFrom('wenju_chunks')
      .select('bytes')
      .where('blob', '=', id)
      .where('position', '=', position)
      .executeTakeFirst();
    if (row === undefined) return null;
    bytes.set(row.bytes, position * CHUNK_BYTES);
    await breathe();
  }
  return bytes;
}

/** Deletes bytes that no row refers to any more, row by row. */
export async function deleteBlob(db: StoreDatabase, id: string): Promise<void> {
  const chunks = await db.selectFrom('wenju_chunks').select('position').where('blob', '=', id).execute();
  for (const { position } of chunks) {
    await db.deleteFrom('wenju_chunks').where('blob', '=', id).where('position', '=', position).execute();
    await breathe();
  }
  await db.deleteFrom('wenju_blobs').where('id', '=', id).execute();
}

/** Deletes bytes that a crash left without a row. */
export async function sweepBlobs(db: StoreDatabase): Promise<void> {
  const abandoned = await db
    .selectFrom('wenju_blobs')
    .select('id')
    .where('created', '<', Date.now() - ABANDONED_AFTER_MS)
    .where('id', 'not in', db.selectFrom('wenju_uploads').select('blob'))
    .where('id', 'not in', db.selectFrom('wenju_drafts').select('blob'))
    .execute();
  for (const { id } of abandoned) await deleteBlob(db, id);
}
