/** Short texts that stand for an article or a source where its own name does not fit: in controls and menus of Discord. */
import { createHash } from 'node:crypto';

const BY_ID = 'i=';
const BY_HASH = 'h=';
const HASH_LENGTH = 32;
const SOURCE_HASH_LENGTH = 12;

/** What a key says of the article that it stands for. */
export type ArticleKey = { readonly id: string } | { readonly hash: string };

/** Hex, of an article's id. */
export function hashOfId(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, HASH_LENGTH);
}

/** A key from which the id can be read. */
export function keyById(id: string): string {
  return BY_ID + id;
}

/** A key of 34 letters and digits, whatever the id; whose it is only the catalogue knows. */
export function keyByHash(id: string): string {
  return BY_HASH + hashOfId(id);
}

/** Null for a text that is no key. */
export function readKey(key: string): ArticleKey | null {
  if (key.startsWith(BY_ID)) return { id: key.slice(BY_ID.length) };
  return key.startsWith(BY_HASH) ? { hash: key.slice(BY_HASH.length) } : null;
}

/** Stands for the name of a source, or for there being none. */
export function sourceKey(source: string | null): string {
  if (source === null) return 'none';
  return createHash('sha256').update(source).digest('hex').slice(0, SOURCE_HASH_LENGTH);
}
