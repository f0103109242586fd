import { createHmac, randomBytes } from 'node:crypto';
import type { StoreDatabase } from './schema.js';

const SALT_BYTES = 32;
/** 128 bits and more: two persons never share one. */
const LENGTH = 22;

/**
 * Stands in for a person where only "the same one or not" matters: a keyed hash of everything that it is given, so that
 * the same person has another pseudonym for each answer and in each place.
 */
export type Pseudonym = (...about: readonly string[]) => string;

/** Pseudonyms under this store's own secret, which is made with the store and never leaves it. */
export async function openPseudonyms(db: StoreDatabase): Promise<Pseudonym> {
  const fresh = { name: 'salt', value: randomBytes(SALT_BYTES).toString('base64url') };
  await db
    .insertInto('wenju_state')
    .values(fresh)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await db
    .selectFrom('wenju_state')
    .select('value')
    .where('name', '=', 'salt')
    .executeTakeFirstOrThrow();
  return (...about) =>
    createHmac('sha256', value).update(JSON.stringify(about)).digest('base64url').slice(0, LENGTH);
}
