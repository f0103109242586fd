/** What an index is to be made of, as it is now: the files of the corpus, and the uploads and removals in the store. */
import { StoreError } from '../store/errors.js';
import { type Listing, listCorpus } from './contents.js';
import { CorpusError } from './corpus-error.js';
import { listRecorded } from './recorded-listing.js';
import type { LibraryState } from './state.js';
import type { LibrarySettings } from './types.js';
import { UploadSource, type UploadState, uploadsOf } from './uploads.js';

/** What is known of the index where the store cannot say, or is another's. */
export interface KnownStates {
  /** What answers now. */
  current(): LibraryState | null;
  /** What was saved last, by whomever. */
  published(): Promise<LibraryState | null>;
}

export class Inputs {
  readonly #settings: LibrarySettings;
  readonly #known: KnownStates;
  readonly #uploads: UploadSource;
  /** Whether machines share an index. */
  readonly #isShared: boolean;

  constructor(settings: LibrarySettings, known: KnownStates) {
    this.#settings = settings;
    this.#known = known;
    this.#uploads = new UploadSource(settings);
    this.#isShared = settings.engine !== undefined;
  }

  /**
   * All of it. `ownStore` takes this machine's store for the one that counts; by default it does where no machines share
   * an index. Throws CorpusError.
   */
  async list(ownStore?: boolean): Promise<Listing> {
    return listCorpus(this.#settings.corpus, await this.#uploadState(ownStore));
  }

  /** The files as they were indexed, and what the store says now. */
  async listStoreOnly({ records }: LibraryState): Promise<Listing> {
    const uploads = await this.#uploadState();
    const here = await listCorpus(this.#settings.corpus).catch((error: unknown) => {
      if (error instanceof CorpusError) return null;
      throw error;
    });
    return listRecorded(records, uploads, here);
  }

  /** What the files here are like, without the store; null when they cannot be read. */
  async filesHere(): Promise<string | null> {
    try {
      return (await listCorpus(this.#settings.corpus)).fingerprint;
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      return null;
    }
  }

  /** Whether the store says something else than what a state was made of. */
  async isStoreAheadOf(state: LibraryState): Promise<boolean> {
    const said = ({ files, hidden }: UploadState) =>
      JSON.stringify([files.map(({ name, sha256 }) => [name, sha256]), hidden]);
    return said(await this.#uploadState()) !== said(uploadsOf(state));
  }

  close(): Promise<void> {
    return this.#uploads.close();
  }

  /**
   * Without its store a library goes on with the uploads that it knows. So does a machine with another store, or none,
   * than what the machines share was made with, unless it is told to reindex: nothing is lost by who merely asks there.
   */
  async #uploadState(ownStore = !this.#isShared): Promise<UploadState> {
    try {
      const uploads = await this.#uploads.state();
      const mayKeep = this.#isShared && !(ownStore && uploads.store !== null);
      const before = mayKeep ? this.#known.current() : null;
      const isOther = before !== null && before.store !== null && before.store !== uploads.store;
      return isOther ? uploadsOf(before) : uploads;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#settings.warn?.('The store cannot be read; uploads stay as they were.', error);
      return uploadsOf(this.#known.current() ?? (await this.#known.published()));
    }
  }
}
