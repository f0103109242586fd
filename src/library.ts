/** The composer: a corpus becomes an index, a question becomes an answer. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Article } from './corpus/article.js';
import { UnreadableFileError } from './corpus/unreadable.js';
import { answerFrom } from './library/answering.js';
import type { ArticleSummary, ArticleText } from './library/article-types.js';
import { summaryOf, textOf, UPLOADS } from './library/articles.js';
import { type Catalogue, catalogueOf } from './library/catalogue.js';
import type {
  AskedSource,
  CatalogueEntry,
  CataloguePage,
  CatalogueView,
  Suggestions,
} from './library/catalogue-types.js';
import { checkSource } from './library/checking.js';
import { type Listing, readCorpus } from './library/contents.js';
import { CorpusError } from './library/corpus-error.js';
import { CurrentState } from './library/current-state.js';
import { DocumentReader } from './library/document-reader.js';
import { Inputs } from './library/inputs.js';
import { KeptStarters } from './library/kept-starters.js';
import type { WantedPage } from './library/paging.js';
import { PendingChange } from './library/pending-change.js';
import { type Preview, previewOf, previewOfUnreadable } from './library/preview.js';
import { readFileArticles } from './library/reading-files.js';
import { isMadeOf, type ReportedPart, reportOf } from './library/report.js';
import { SharedSnapshots } from './library/shared-snapshots.js';
import { LockedError, SnapshotFolder, type Snapshots } from './library/snapshots.js';
import { type LibraryState, nextState } from './library/state.js';
import { type TimelinePage, timelinePageOf } from './library/timeline-page.js';
import { Timelines } from './library/timelines.js';
import {
  type AskOptions,
  ChangePendingError,
  type IndexSize,
  type Library,
  type LibrarySettings,
  type ReindexProgress,
  type ReindexReport,
  ReindexRunningError,
  type SourceCheck,
} from './library/types.js';
import { readWholeLexicons } from './library/whole-lexicons.js';
import type { Answer } from './reading/answer.js';
import type { Engine } from './retrieval/build-index.js';
import type { CorpusIndex } from './retrieval/corpus-index.js';
import type { Language } from './retrieval/question.js';
import { OutdatedIndexError, SearchEngineError } from './search-engine/errors.js';
import { SearchEngine } from './search-engine/search-engine.js';

export { answerFrom } from './library/answering.js';
export type { ArticleSummary, ArticleText } from './library/article-types.js';
export type { Listed } from './library/listed.js';
export type { Preview } from './library/preview.js';
export {
  type AskFilter,
  type AskOptions,
  ChangePendingError,
  type FileWarning,
  type IndexSize,
  type Library,
  type LibrarySettings,
  type ReindexProgress,
  type ReindexReport,
  ReindexRunningError,
  SearchEngineError,
  type SourceCheck,
} from './library/types.js';
export { readWholeLexicons } from './library/whole-lexicons.js';

/** How often a question may look whether another process has published a newer snapshot. */
const LOOK_FOR_NEWER_MS = 2000;
/** Name of the note of what this machine's files were like when it took a shared snapshot. */
const LISTING = 'listing';
/** How often somebody who waits for another machine's first index looks for it. */
const LOOK_FOR_FIRST_MS = 2000;
/** A search that finds its index gone is tried so often again, after pauses that grow by so much. */
const LAGGING_ATTEMPTS = 6;
const LAGGING_PAUSE_MS = 250;
/** How long a refresh waits for another writer; what it could not save is built again at the next start. */
const REFRESH_PATIENCE_MS = 5000;

/**
 * Opens a library in this process: from its snapshot when that is current, else by indexing. `onProgress` hears of the
 * indexing. Throws CorpusError when there is no corpus.
 */
export async function openLibrary(
  settings: LibrarySettings,
  onProgress: (progress: ReindexProgress) => void = () => {},
): Promise<LocalLibrary> {
  const library = new LocalLibrary(settings);
  await library.open(onProgress);
  return library;
}

/** How a change of the index goes about it. */
interface ChangeSettings {
  readonly onProgress: (progress: ReindexProgress) => void;
  /** How long it waits for another writer, and whether it then fails rather than keep the index in memory only. */
  readonly patienceMs: number;
  readonly failWhenLocked: boolean;
  /** Leaves the corpus's files as they were indexed and asks the store only. */
  readonly storeOnly?: boolean;
  readonly reported?: ReportedPart;
}

/** A library whose index lives in this process. */
export class LocalLibrary implements Library {
  readonly #settings: LibrarySettings;
  readonly #snapshots: Snapshots;
  /** The same, when a cluster searches. */
  readonly #shared: SharedSnapshots | null;
  readonly #engine: Engine | undefined;
  readonly #current: CurrentState;
  readonly #inputs: Inputs;
  readonly #starters: KeptStarters;
  readonly #timelines = new Timelines();
  readonly #documents = new DocumentReader();
  #lookedAt = 0;
  readonly #openedAt = Date.now();
  #reindexing = false;
  /** The change that is under way, or the last one: changes run one after the other. */
  #changing: Promise<unknown> = Promise.resolve();
  /** What the cluster could not take yet. */
  readonly #pending = new PendingChange(() => this.#refreshNow());

  constructor(settings: LibrarySettings) {
    this.#settings = settings;
    const shared = sharedBy(settings);
    this.#shared = shared;
    this.#snapshots = shared ?? new SnapshotFolder(settings.dataDir, settings.corpus);
    if (shared !== null) this.#engine = (postings, segments) => shared.retriever(segments, postings);
    this.#current = new CurrentState(this.#snapshots, this.#engine, (...warning) => this.#warn(...warning));
    this.#inputs = new Inputs(settings, {
      current: () => this.#current.state,
      published: () => this.#current.published(),
    });
    this.#starters = new KeptStarters(this.#snapshots);
  }

  /**
   * Loads the snapshot when it is of the corpus as it is now, else indexes what has changed since. While the corpus cannot
   * be read, the last snapshot of it answers; throws CorpusError where there is none.
   */
  async open(onProgress: (progress: ReindexProgress) => void): Promise<void> {
    if (this.#shared !== null) return this.#openShared(this.#shared, onProgress);
    const listing = await this.#listUnlessLost();
    if (listing === null || (await this.#current.load(listing.fingerprint))) return;
    // Whoever only wants to ask need not wait for another writer: the index then lives in memory.
    await this.#inTurn(() => this.#change({ onProgress, patienceMs: 0, failWhenLocked: false }));
  }

  async ask(question: string, options: AskOptions = {}): Promise<Answer> {
    await this.#takeNewer();
    for (let attempt = 0; ; attempt++) {
      try {
        return await answerFrom(this.index(), question, options);
      } catch (error) {
        if (!(error instanceof OutdatedIndexError) || attempt === LAGGING_ATTEMPTS) throw error;
        await this.#catchUp();
        // A node that hung knows nothing of what was indexed meanwhile until it has joined again.
        await wait(attempt * LAGGING_PAUSE_MS);
      }
    }
  }

  /** The index that answers now, for those who look closer than an answer shows. Throws when nothing is open. */
  index(): CorpusIndex {
    return this.#current.opened().index;
  }

  async size(): Promise<IndexSize> {
    const { articles, passages } = this.index();
    const changedAt = (await this.#snapshots.publishedAt()) ?? this.#openedAt;
    const held = { articles: articles.length, passages: passages.length, changedAt };
    return this.#shared === null ? held : { ...held, engine: await this.#shared.state() };
  }

  /** `most` of each of the report's lists are told: here, where nothing has to be sent, that may be all. */
  async reindex(
    onProgress: (progress: ReindexProgress) => void = () => {},
    most?: number,
  ): Promise<ReindexReport> {
    if (this.#reindexing) throw new ReindexRunningError('A reindex is running already.');
    this.#reindexing = true;
    try {
      const reported = { most };
      return await this.#inTurn(() =>
        this.#change({ onProgress, patienceMs: 0, failWhenLocked: true, reported }),
      );
    } finally {
      this.#reindexing = false;
    }
  }

  async refresh(about?: readonly string[]): Promise<ReindexReport> {
    try {
      return await this.#refreshNow(about);
    } catch (error) {
      const isPassing = error instanceof SearchEngineError || error instanceof LockedError;
      if (this.#shared === null || !isPassing) throw error;
      this.#warn('A change is kept and not in the index yet; it is tried again.', error);
      this.#pending.later();
      throw new ChangePendingError(error.message);
    }
  }

  #refreshNow(about?: readonly string[]): Promise<ReindexReport> {
    return this.#inTurn(() =>
      this.#change({
        onProgress: () => {},
        patienceMs: REFRESH_PATIENCE_MS,
        failWhenLocked: false,
        storeOnly: this.#shared !== null,
        reported: { about },
      }),
    );
  }

  /** Takes over what others have changed: a newer snapshot, uploads and removals, files. Where nothing was, it only looks. */
  async catchUp(): Promise<void> {
    this.#lookedAt = Number.NEGATIVE_INFINITY;
    await this.#takeNewer();
    // Machines that share an index leave its files to whoever was told to reindex.
    const isBehind =
      this.#shared === null
        ? (await this.#inputs.list()).fingerprint !== this.#current.opened().fingerprint
        : await this.#inputs.isStoreAheadOf(this.#current.opened());
    if (isBehind) await this.refresh();
  }

  async browse(view: CatalogueView): Promise<CataloguePage> {
    return (await this.#catalogue()).browse(view);
  }

  async suggest(typed: string): Promise<Suggestions> {
    return (await this.#catalogue()).suggest(typed);
  }

  async find(typed: string): Promise<CatalogueEntry | null> {
    return (await this.#catalogue()).find(typed);
  }

  async findSource(typed: string): Promise<AskedSource> {
    return (await this.#catalogue()).findSource(typed);
  }

  async entry(key: string): Promise<CatalogueEntry | null> {
    return (await this.#catalogue()).entry(key);
  }

  async ids(after: string | null): Promise<readonly string[] | null> {
    return (await this.#catalogue()).ids(after);
  }

  async article(id: string): Promise<ArticleText | null> {
    const article = this.#articleNamed(id);
    return article === null ? null : textOf(article, this.#current.opened().uploaded.has(article.file));
  }

  async check(id: string, paragraph: number): Promise<SourceCheck> {
    const readNow = async (name: string) => {
      const { files } = await this.#inputs.list();
      return (await files.find(({ file }) => file === name)?.read()) ?? null;
    };
    return checkSource(this.#articleNamed(id), paragraph, readNow, this.#documents, (article) =>
      this.#summaryOf(article),
    );
  }

  async timeline(subject: string, wanted: WantedPage): Promise<TimelinePage> {
    await this.#takeNewer();
    return timelinePageOf(await this.#timelines.of(subject, this.index()), wanted);
  }

  async starters(language: Language): Promise<readonly string[]> {
    const state = this.#current.opened();
    return (await this.#starters.of(state, this.#current.snapshotOf(state)))[language];
  }

  async preview(name: string, bytes: Uint8Array): Promise<Preview> {
    const file = `${UPLOADS}${name}`;
    try {
      const { articles, warnings } = await readFileArticles({ file, bytes }, this.#documents);
      return previewOf(articles, warnings);
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      return previewOfUnreadable({ file, code: error.code, reason: error.reason });
    }
  }

  async idsIn(name: string, bytes: Uint8Array, among: readonly string[]): Promise<readonly string[]> {
    try {
      const { articles } = await readFileArticles({ file: `${UPLOADS}${name}`, bytes }, this.#documents);
      const ids = new Set(articles.map(({ id }) => id));
      return among.filter((id) => ids.has(id));
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      return [];
    }
  }

  async close(): Promise<void> {
    this.#pending.close();
    await this.#inputs.close();
    await this.#documents.close();
    await this.#snapshots.close();
  }

  /**
   * Takes what the machines share as it is; files of this machine that have changed since it last did so are taken in.
   * While the cluster is away, what was last known of it is loaded, so that questions need only wait for the cluster.
   */
  async #openShared(shared: SharedSnapshots, onProgress: (progress: ReindexProgress) => void): Promise<void> {
    if ((await shared.current()) === null) await shared.reach();
    if (await this.#current.load(null)) {
      if (await this.#haveFilesChangedHere()) await this.#takeInFiles(onProgress);
      else if (await this.#inputs.isStoreAheadOf(this.#current.opened()))
        await this.refresh().catch(() => {});
      return;
    }
    try {
      await this.#inTurn(() => this.#change({ onProgress, patienceMs: 0, failWhenLocked: false }));
    } catch (error) {
      if (!(error instanceof LockedError)) throw error;
      this.#warn('Another machine makes the first index; it is waited for.');
      while (!(await this.#current.load(null))) await wait(LOOK_FOR_FIRST_MS);
    }
  }

  /** What changed here is taken in; when the cluster cannot take it now, the next start or reindex does. */
  async #takeInFiles(onProgress: (progress: ReindexProgress) => void): Promise<void> {
    try {
      await this.#inTurn(() => this.#change({ onProgress, patienceMs: 0, failWhenLocked: false }));
    } catch (error) {
      if (!(error instanceof SearchEngineError || error instanceof LockedError)) throw error;
      this.#warn('Files have changed here and could not be taken in; a reindex does.', error);
    }
  }

  /** Whether files here are not what they were when this machine last took a snapshot; false when that was never. */
  async #haveFilesChangedHere(): Promise<boolean> {
    const name = this.#current.snapshot ?? '';
    const now = await this.#inputs.filesHere();
    if (now === null) {
      this.#warn('The corpus cannot be read here; what the machines share of it answers.');
      return false;
    }
    const noted = await this.#snapshots.note(name, LISTING);
    if (typeof noted === 'string') return noted !== now;
    await this.#snapshots.keepNote(name, LISTING, now);
    return false;
  }

  /** When the engine no longer has what was asked: takes what is there instead, or gives it what it lacks. */
  async #catchUp(): Promise<void> {
    const before = this.#current.snapshot;
    this.#lookedAt = Number.NEGATIVE_INFINITY;
    await this.#takeNewer();
    if (this.#current.snapshot === before) this.#pending.later();
  }

  /** Waits for the change that is under way. */
  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const mine = this.#changing.then(change);
    this.#changing = mine.catch(() => {});
    return mine;
  }

  /** Makes the next state from what the corpus holds now, takes it into use and saves it. */
  async #change(settings: ChangeSettings): Promise<ReindexReport> {
    const { onProgress, failWhenLocked, storeOnly = false, reported } = settings;
    const started = performance.now();
    const isNewest = await this.#takeShared();
    const before = this.#current.state ?? (await this.#current.published());
    const listing =
      storeOnly && before !== null
        ? await this.#inputs.listStoreOnly(before)
        : await this.#inputs.list(this.#shared === null || failWhenLocked);
    const progress = (phase: ReindexProgress['phase'], filesRead: number, passagesIndexed: number) =>
      onProgress({
        phase,
        filesRead,
        filesTotal: listing.files.length,
        passagesIndexed,
        seconds: (performance.now() - started) / 1000,
      });
    const known = before === null ? undefined : { articles: before.index.articles, records: before.records };
    const contents = await readCorpus(listing, (files) => progress('reading', files, 0), known);
    const filesRead = listing.files.length;
    const seconds = () => (performance.now() - started) / 1000;
    if (isNewest && before !== null && isMadeOf(contents, listing, before)) {
      // Nobody need hear of it.
      const here = storeOnly ? null : await this.#inputs.filesHere();
      if (here !== null) await this.#snapshots.keepNote(this.#current.snapshot ?? '', LISTING, here);
      const report = reportOf(contents, before, before.index.articles, reported);
      return { ...report, seconds: seconds(), saved: true };
    }
    const onPassages = (passages: number) => progress('indexing', filesRead, passages);
    const next = nextState(contents, listing, before, await readWholeLexicons(), onPassages, this.#engine);
    progress('saving', filesRead, next.index.passages.length);
    // What a cluster does not have yet it cannot search.
    const saveFirst = failWhenLocked || this.#shared !== null;
    const save = () => this.#save(next, settings, (passages) => progress('saving', filesRead, passages));
    const savedFirst = saveFirst && (await save());
    this.#current.use(next);
    const saved = saveFirst ? savedFirst : await save();
    if (saved) await this.#current.useStored(next, before);
    const report = reportOf(contents, next, before?.index.articles ?? [], reported);
    return { ...report, seconds: seconds(), saved };
  }

  /** Begins a change at what counts in the cluster; whether it is what this process has, so that nothing need be sent. */
  async #takeShared(): Promise<boolean> {
    if (this.#shared === null) return false;
    const name = await this.#shared.current();
    if (name !== null && name !== this.#current.snapshot) await this.#current.load(null);
    return name !== null && name === this.#current.snapshot;
  }

  /** Null when the corpus cannot be read and what was last known of it has been loaded instead. Throws CorpusError. */
  async #listUnlessLost(): Promise<Listing | null> {
    try {
      return await this.#inputs.list();
    } catch (error) {
      if (!(error instanceof CorpusError) || !(await this.#current.load(null))) throw error;
      this.#warn('The corpus cannot be read; what was last indexed of it answers.', error);
      return null;
    }
  }

  /** Takes over a snapshot that another process has published since. */
  async #takeNewer(): Promise<void> {
    const now = performance.now();
    if (now - this.#lookedAt < LOOK_FOR_NEWER_MS || this.#reindexing) return;
    this.#lookedAt = now;
    const name = await this.#snapshots.current();
    if (name === null || this.#current.snapshot === null || name === this.#current.snapshot) return;
    try {
      if (!(await this.#inTurn(() => this.#current.load(null)))) return;
      // Whoever wrote it may have looked at the store before the last change of it.
      if (await this.#inputs.isStoreAheadOf(this.#current.opened())) await this.refresh();
    } catch (error) {
      const isPassing = error instanceof SearchEngineError || error instanceof ChangePendingError;
      if (!isPassing) throw error;
      this.#warn('A newer index is there and could not be had yet.', error);
    }
  }

  /** Whether it was saved. Without a place to save, the index still answers; it is built again at the next start. */
  async #save(
    state: LibraryState,
    { patienceMs, failWhenLocked, storeOnly = false }: ChangeSettings,
    onShared: (passages: number) => void,
  ): Promise<boolean> {
    const noted = this.#shared === null ? null : await this.#notedOf(storeOnly);
    try {
      await this.#snapshots.locked(async () => {
        const name = await this.#current.publish(state, onShared);
        if (noted !== null) await this.#snapshots.keepNote(name, LISTING, noted);
      }, patienceMs);
      return true;
    } catch (error) {
      if (error instanceof LockedError && failWhenLocked) throw new ReindexRunningError(error.message);
      if (this.#shared !== null) throw error;
      this.#warn('The snapshot could not be saved; the index lives in memory only.', error);
      return false;
    }
  }

  /** What is to be noted of this machine's files: as they are now, or as before when they were not looked at. */
  async #notedOf(storeOnly: boolean): Promise<unknown> {
    return storeOnly && this.#current.snapshot !== null
      ? this.#snapshots.note(this.#current.snapshot, LISTING)
      : this.#inputs.filesHere();
  }

  /** Of the articles that answer now. */
  async #catalogue(): Promise<Catalogue<Article>> {
    await this.#takeNewer();
    return catalogueOf(this.#current.opened());
  }

  #summaryOf(article: Article): ArticleSummary {
    return summaryOf(article, this.#current.opened().uploaded.has(article.file));
  }

  #articleNamed(id: string): Article | null {
    const { articles, knowledge } = this.index();
    // An article without a passage is only in the list of all.
    const known = knowledge.articlePassages(id)[0]?.article;
    return known ?? articles.find((article) => article.id === id) ?? null;
  }

  #warn(message: string, error?: unknown): void {
    this.#settings.warn?.(message, error);
  }
}

/** Null when the engine within this process searches. */
function sharedBy({ engine, dataDir, corpus, warn }: LibrarySettings): SharedSnapshots | null {
  if (engine === undefined) return null;
  const local = new SnapshotFolder(dataDir, corpus, engine.prefix);
  return new SharedSnapshots(new SearchEngine(engine), local, warn);
}
