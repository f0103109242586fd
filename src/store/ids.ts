import { randomBytes } from 'node:crypto';

const SHORT_ID_BYTES = 9;
const COUNTER_LIMIT = 0x10000;

let counter = 0;

/** A name of 12 characters that nobody guesses (72 random bits): letters, digits, - and _, fit for a custom_id. */
export function shortId(): string {
  return randomBytes(SHORT_ID_BYTES).toString('base64url');
}

/**
 * A name for a row that sorts by when it was made: time, a counter for rows of the same millisecond, and chance, so that
 * two processes never make the same one. Hexadecimal digits, because every collation sorts them alike.
 */
export function rowId(): string {
  counter = (counter + 1) % COUNTER_LIMIT;
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time}${counter.toString(16).padStart(4, '0')}${randomBytes(4).toString('hex')}`;
}
