/**
 * A library in a process of its own, so that the gateway's event loop never waits. A reindex builds in a fresh process
 * that takes over when it is ready; the old one answers until then and gives its memory back when it ends. A builder that
 * takes long lets questions go first from then on, and makes way for a process that only loads what it has saved.
 */

import { ReindexRunningError, SearchEngineError } from '../library/types.js';
import type { IndexSize, LibrarySettings, ReindexProgress, ReindexReport } from '../library.js';
import { CallingLibrary } from './calls.js';
import type { Call, Place, Results } from './protocol.js';
import { SearchProcess, SearchProcessEndedError } from './search-process.js';

/** After so many ends within CRASH_WINDOW_MS the process is not started again by itself. */
const CRASHES_ALLOWED = 3;
const CRASH_WINDOW_MS = 60_000;
/** From then on a reindex lets questions go first, and when it is done another process loads what it has saved. */
const LONG_REINDEX_SECONDS = 3;
/** How often a search engine is looked for that was away at the start. */
const LOOK_FOR_ENGINE_MS = 5000;

/**
 * Opens a library in a new search process. Throws CorpusError when there is no corpus. A search engine that is away is
 * waited for behind the scenes; until it is there, what is asked gets SearchEngineError.
 */
export async function openRemoteLibrary(
  settings: LibrarySettings,
  onProgress: (progress: ReindexProgress) => void = () => {},
): Promise<RemoteLibrary> {
  const library = new RemoteLibrary(settings);
  await library.open(onProgress);
  return library;
}

export class RemoteLibrary extends CallingLibrary {
  readonly #settings: LibrarySettings;
  readonly #longReindexSeconds: number;
  /** The process that answers, or that will when it has opened the corpus. */
  #process: Promise<SearchProcess> | null = null;
  /** The one of `#process`, as soon as it answers. */
  #current: SearchProcess | null = null;
  /** Every process that has not ended: the one that answers, its successor, one that retires. */
  readonly #alive = new Set<SearchProcess>();
  #reindexing = false;
  /** How often `refresh` was called. */
  #refreshes = 0;
  #closed = false;
  #crashes: number[] = [];

  constructor(settings: LibrarySettings, longReindexSeconds = LONG_REINDEX_SECONDS) {
    super();
    this.#settings = settings;
    this.#longReindexSeconds = longReindexSeconds;
  }

  async open(onProgress: (progress: ReindexProgress) => void): Promise<void> {
    try {
      await this.#start(onProgress);
    } catch (error) {
      if (!(error instanceof SearchEngineError)) throw error;
      this.#settings.warn?.(
        'The search engine is away and nothing of it is known here; it is waited for.',
        error,
      );
      this.#lookForEngine();
    }
  }

  /** Of the process that answers now; rejects while there is none, and starts none. */
  override async size(): Promise<IndexSize> {
    const process = this.#current;
    if (process === null || process.hasEnded) throw new Error('No search process answers at the moment.');
    return process.request({ type: 'size' });
  }

  override refresh(about?: readonly string[]): Promise<ReindexReport> {
    this.#refreshes++;
    return super.refresh(about);
  }

  /** To be called when something was changed elsewhere: files, uploads, a snapshot. */
  override catchUp(): Promise<void> {
    this.#refreshes++;
    return super.catchUp();
  }

  override async reindex(onProgress: (progress: ReindexProgress) => void = () => {}): Promise<ReindexReport> {
    if (this.#reindexing) throw new ReindexRunningError('A reindex is running already.');
    let fresh = this.#newProcess();
    this.#reindexing = true;
    try {
      const refreshed = this.#refreshes;
      const place = this.#place();
      const yieldAfter = this.#longReindexSeconds;
      const report = await fresh.request({ type: 'open', place, rebuild: true, yieldAfter }, onProgress);
      if (report === null) throw new Error('The search process gave no report.');
      if (report.saved && report.seconds > yieldAfter) {
        await fresh.kill();
        fresh = this.#newProcess();
        await fresh.request({ type: 'open', place, rebuild: false });
      }
      // What changed after the fresh process had looked.
      if (this.#refreshes !== refreshed) await fresh.request({ type: 'refresh', about: [] });
      const old = this.#process;
      this.#process = Promise.resolve(fresh);
      this.#watch(fresh);
      void old?.then((process) => process.retire()).catch(() => {});
      return report;
    } catch (error) {
      await fresh.kill();
      throw error;
    } finally {
      this.#reindexing = false;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#alive].map((process) => process.kill()));
  }

  /** The process's number, for logs and tests. */
  async pid(): Promise<number | undefined> {
    return (await this.#process)?.pid;
  }

  /** Asks the living process; when it dies meanwhile, asks its successor once. */
  protected override async call<C extends Call>(request: C): Promise<Results[C['type']]> {
    try {
      return await (await this.#living()).request(request);
    } catch (error) {
      if (!(error instanceof SearchProcessEndedError) || this.#closed) throw error;
      return (await this.#living()).request(request);
    }
  }

  #living(): Promise<SearchProcess> {
    const answering = this.#process;
    if (answering === null) return this.#start(() => {});
    return answering.then((process) => {
      if (!process.hasEnded) return process;
      // Of all questions that meet a dead process only the first starts its successor.
      return this.#process === answering ? this.#start(() => {}) : this.#living();
    });
  }

  #start(onProgress: (progress: ReindexProgress) => void): Promise<SearchProcess> {
    const starting = this.#opened(onProgress);
    this.#process = starting;
    starting.catch(() => {
      if (this.#process === starting) this.#process = null;
    });
    return starting;
  }

  async #opened(onProgress: (progress: ReindexProgress) => void): Promise<SearchProcess> {
    const process = this.#newProcess();
    try {
      await process.request({ type: 'open', place: this.#place(), rebuild: false }, onProgress);
    } catch (error) {
      await process.kill();
      throw error;
    }
    this.#watch(process);
    return process;
  }

  #newProcess(): SearchProcess {
    if (this.#closed) throw new Error('The library is closed.');
    const process = new SearchProcess((message, detail) => this.#settings.warn?.(message, detail));
    this.#alive.add(process);
    void process.ended.then(() => this.#alive.delete(process));
    return process;
  }

  #place(): Place {
    const { warn: _, ...place } = this.#settings;
    return place;
  }

  /** Opens the corpus as soon as the search engine can be reached. */
  #lookForEngine(): void {
    const look = () => {
      if (this.#closed) return;
      this.#living().catch((error: unknown) => {
        if (error instanceof SearchEngineError) this.#lookForEngine();
        else if (!this.#closed) this.#settings.warn?.('The corpus could not be opened.', error);
      });
    };
    setTimeout(look, LOOK_FOR_ENGINE_MS).unref();
  }

  /** Starts a successor when the process that answers dies, unless it keeps dying. */
  #watch(process: SearchProcess): void {
    this.#current = process;
    void process.ended.then(async () => {
      if (this.#closed || this.#current !== process) return;
      this.#current = null;
      const now = Date.now();
      this.#crashes = [...this.#crashes.filter((at) => now - at < CRASH_WINDOW_MS), now];
      if (this.#crashes.length > CRASHES_ALLOWED) {
        this.#settings.warn?.('The search process keeps ending; it is started again with the next question.');
        return;
      }
      this.#settings.warn?.('The search process ended and is started again.');
      await this.#living().catch((error: unknown) => {
        if (!this.#closed) this.#settings.warn?.('The search process could not be started again.', error);
      });
    });
  }
}
