/** The uploads and the articles that were taken out, as the store knows them. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { UnreadableFileError } from '../corpus/unreadable.js';
import { STORE_FILE } from '../store/place.js';
import type { Store } from '../store/store.js';
import { UPLOADS } from './articles.js';
import type { FileRecord } from './file-record.js';
import type { LibrarySettings } from './types.js';

/** What the store holds for the corpus at one moment. */
export interface UploadState {
  /** By name. */
  readonly files: readonly {
    readonly name: string;
    readonly sha256: string;
    /** Throws UnreadableFileError. */
    read(): Promise<Uint8Array>;
  }[];
  /** Ids of articles that were taken out, in code unit order. */
  readonly hidden: readonly string[];
  /** Which store it is of; null when there is none. */
  readonly store?: string | null;
}

/** The uploads that a state was made of; their bytes cannot be had, but need not be as long as they have not changed. */
export function uploadsOf(
  state: {
    readonly records: readonly FileRecord[];
    readonly hidden: readonly string[];
    readonly store?: string | null;
  } | null,
): UploadState {
  const files = (state?.records ?? []).filter(({ uploaded }) => uploaded);
  return {
    files: files.map(({ file, stamp }) => ({
      name: file.slice(UPLOADS.length),
      sha256: stamp,
      read: () => Promise.reject(new UnreadableFileError('vanished', file, 'the store cannot be read')),
    })),
    hidden: state?.hidden ?? [],
    store: state?.store ?? null,
  };
}

/** The store behind a library; opened when it is first needed and there is one. */
export class UploadSource {
  readonly #settings: LibrarySettings;
  #store: Store | null = null;

  constructor(settings: LibrarySettings) {
    this.#settings = settings;
  }

  /**
   * What the store says now; nothing where there is no store yet (none is made here). Throws StoreError when there is
   * one that cannot be read.
   */
  async state(): Promise<UploadState> {
    const store = await this.#open();
    if (store === null) return { files: [], hidden: [], store: null };
    const { uploads } = store;
    const [files, hidden] = [await uploads.list(), await uploads.hidden()];
    return {
      files: files.map(({ name, sha256 }) => ({
        name,
        sha256,
        read: async () => {
          const bytes = await uploads.bytes(name);
          if (bytes !== null) return bytes;
          throw new UnreadableFileError('vanished', `${UPLOADS}${name}`, 'it is no longer there');
        },
      })),
      hidden,
      store: store.id,
    };
  }

  async close(): Promise<void> {
    await this.#store?.close();
    this.#store = null;
  }

  async #open(): Promise<Store | null> {
    const { dataDir, databaseUrl, uploads = true, warn } = this.#settings;
    if (!uploads || this.#store !== null) return this.#store;
    if (databaseUrl === undefined && !(await isThere(join(dataDir, STORE_FILE)))) return null;
    const { openStore } = await import('../store/store.js');
    this.#store = await openStore({ dataDir, databaseUrl, ...(warn === undefined ? {} : { warn }) });
    return this.#store;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
