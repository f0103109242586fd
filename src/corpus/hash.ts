import { createHash } from 'node:crypto';

/** SHA-256 in hex, of bytes or of a text in UTF-8: by it a changed file is told from an unchanged one. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
