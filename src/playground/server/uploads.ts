import { randomUUID } from 'node:crypto';
import { RefusedByClientError } from '../loopback/acts/refused.js';
import type { UploadedFile } from '../loopback/files.js';

/** Files that were chosen but not sent yet; the oldest are forgotten first. */
const MAX_UPLOADS = 20;

/** Files that the page has handed over and not sent yet. */
export class Uploads {
  private readonly files = new Map<string, UploadedFile>();

  /** Keeps a file until it is sent; returns the id that names it. */
  add(name: string, bytes: Uint8Array): string {
    const id = randomUUID();
    this.files.set(id, { name, bytes });
    const [oldest] = this.files.keys();
    if (this.files.size > MAX_UPLOADS && oldest !== undefined) this.files.delete(oldest);
    return id;
  }

  /** Throws RefusedByClientError when the file is no longer there. */
  get(id: string): UploadedFile {
    const file = this.files.get(id);
    if (file === undefined) throw new RefusedByClientError('the file has to be chosen again');
    return file;
  }
}
