/**
 * The composer: a corpus becomes an index, a question becomes an answer. The only owner of changing state: which index
 * answers.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Article } from './corpus/article.js';
import { UnreadableFileError } from './corpus/unreadable.js';
import { answerFrom } from './library/answering.js';
import { newestFirst, summaryOf, textOf, UPLOADS } from './library/articles.js';
import { changesBetween } from './library/changes.js';
import { checkSource } from './library/checking.js';
import { type Contents, type Listing, listCorpus, readCorpus } from './library/contents.js';
import { CorpusError } from './library/corpus-error.js';
import { DocumentReader } from './library/document-reader.js';
import { PendingChange } from './library/pending-change.js';
import { readFileArticles } from './library/reading-files.js';
import { listRecorded } from './library/recorded-listing.js';
import { SharedSnapshots } from './library/shared-snapshots.js';
import { LockedError, SnapshotError, SnapshotFolder, type Snapshots } from './library/snapshots.js';
import { AnnexError, annexesOf, type LibraryState, nextState, stateFrom } from './library/state.js';
import {
  type ArticleSummary,
  type ArticleText,
  type AskOptions,
  ChangePendingError,
  type IndexSize,
  type Library,
  type LibrarySettings,
  type Preview,
  type ReindexProgress,
  type ReindexReport,
  ReindexRunningError,
  type SourceCheck,
} from './library/types.js';
import { UploadSource, type UploadState, uploadsOf } from './library/uploads.js';
import type { Answer } from './reading/answer.js';
import { type Starters, startersOf } from './reading/starters.js';
import { type Timeline, timelineOf } from './reading/timeline.js';
import type { Engine } from './retrieval/build-index.js';
import type { CorpusIndex } from './retrieval/corpus-index.js';
import type { Language } from './retrieval/question.js';
import { OutdatedIndexError, SearchEngineError } from './search-engine/errors.js';
import { SearchEngine } from './search-engine/search-engine.js';
import { StoreError } from './store/errors.js';

export { answerFrom } from './library/answering.js';
export {
  type ArticleSummary,
  type ArticleText,
  type AskFilter,
  type AskOptions,
  ChangePendingError,
  type IndexSize,
  type Library,
  type LibrarySettings,
  type Preview,
  type ReindexProgress,
  type ReindexReport,
  ReindexRunningError,
  SearchEngineError,
  type SourceCheck,
} from './library/types.js';

const LEXICON = new URL('../lexicon/en-zh.txt.br', import.meta.url);
/** How often a question may look whether another process has published a newer snapshot. */
const LOOK_FOR_NEWER_MS = 2000;
/** From so many new passages on an index that was just saved is loaded again: it takes less than half the memory then. */
const LOADED_FROM_PASSAGES = 2000;
/** Name of the note beside a snapshot. */
const STARTERS = 'starters';
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

let lexicon: Promise<Uint8Array> | null = null;

/** The whole English lexicon; read once in a process, so that all its indexes share one. */
export function readWholeLexicon(): Promise<Uint8Array> {
  lexicon ??= readFile(LEXICON);
  return lexicon;
}

/** How a change of the index goes about it. */
interface ChangeSettings {
  readonly onProgress: (progress: ReindexProgress) => void;
  /** How long it waits for another writer, and whether it then fails rather than keep the index in memory only. */
  readonly patienceMs: number;
  readonly failWhenLocked: boolean;
  /** Leaves the corpus's files as they were indexed and asks the store only. */
  readonly storeOnly?: boolean;
}

/** A library whose index lives in this process. */
export class LocalLibrary implements Library {
  readonly #settings: LibrarySettings;
  readonly #snapshots: Snapshots;
  /** The same, when a cluster searches. */
  readonly #shared: SharedSnapshots | null;
  readonly #engine: Engine | undefined;
  readonly #uploads: UploadSource;
  readonly #documents = new DocumentReader();
  #state: LibraryState | null = null;
  /** The published snapshot that was loaded or saved last, and its state. */
  #snapshot: string | null = null;
  #saved: LibraryState | null = null;
  readonly #starters = new WeakMap<LibraryState, Promise<Starters>>();
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
    this.#uploads = new UploadSource(settings);
  }

  /**
   * Loads the snapshot when it is of the corpus as it is now, else indexes what has changed since. While the corpus cannot
   * be read, the last snapshot of it answers; throws CorpusError where there is none.
   */
  async open(onProgress: (progress: ReindexProgress) => void): Promise<void> {
    if (this.#shared !== null) return this.#openShared(this.#shared, onProgress);
    const listing = await this.#listUnlessLost();
    if (listing === null || (await this.#load(listing.fingerprint))) return;
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
    return this.#opened().index;
  }

  async size(): Promise<IndexSize> {
    const { articles, passages } = this.index();
    const changedAt = (await this.#snapshots.publishedAt()) ?? this.#openedAt;
    const held = { articles: articles.length, passages: passages.length, changedAt };
    return this.#shared === null ? held : { ...held, engine: await this.#shared.state() };
  }

  async reindex(onProgress: (progress: ReindexProgress) => void = () => {}): Promise<ReindexReport> {
    if (this.#reindexing) throw new ReindexRunningError('A reindex is running already.');
    this.#reindexing = true;
    try {
      return await this.#inTurn(() => this.#change({ onProgress, patienceMs: 0, failWhenLocked: true }));
    } finally {
      this.#reindexing = false;
    }
  }

  async refresh(): Promise<ReindexReport> {
    try {
      return await this.#refreshNow();
    } catch (error) {
      const isPassing = error instanceof SearchEngineError || error instanceof LockedError;
      if (this.#shared === null || !isPassing) throw error;
      this.#warn('A change is kept and not in the index yet; it is tried again.', error);
      this.#pending.later();
      throw new ChangePendingError(error.message);
    }
  }

  #refreshNow(): Promise<ReindexReport> {
    return this.#inTurn(() =>
      this.#change({
        onProgress: () => {},
        patienceMs: REFRESH_PATIENCE_MS,
        failWhenLocked: false,
        storeOnly: this.#shared !== null,
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
        ? (await this.#list()).fingerprint !== this.#opened().fingerprint
        : await this.#isBehindStore();
    if (isBehind) await this.refresh();
  }

  async sources(): Promise<readonly ArticleSummary[]> {
    await this.#takeNewer();
    return newestFirst(this.index().articles.map((article) => this.#summaryOf(article)));
  }

  async article(id: string): Promise<ArticleText | null> {
    const article = this.#articleNamed(id);
    return article === null ? null : textOf(article, this.#opened().uploaded.has(article.file));
  }

  async check(id: string, paragraph: number): Promise<SourceCheck> {
    const readNow = async (name: string) => {
      const { files } = await this.#list();
      return (await files.find(({ file }) => file === name)?.read()) ?? null;
    };
    return checkSource(this.#articleNamed(id), paragraph, readNow, this.#documents, (article) =>
      this.#summaryOf(article),
    );
  }

  async timeline(subject: string): Promise<Timeline> {
    await this.#takeNewer();
    return timelineOf(subject, this.index());
  }

  async starters(language: Language): Promise<readonly string[]> {
    return (await this.#startersOf(this.#opened()))[language];
  }

  async preview(name: string, bytes: Uint8Array): Promise<Preview> {
    const file = `${UPLOADS}${name}`;
    try {
      const { articles, warnings } = await readFileArticles({ file, bytes }, this.#documents);
      return { articles: articles.map((article) => textOf(article, true)), unreadable: [], warnings };
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      const { code, reason } = error;
      return { articles: [], unreadable: [{ file, code, reason }], warnings: [] };
    }
  }

  async close(): Promise<void> {
    this.#pending.close();
    await this.#uploads.close();
    await this.#documents.close();
    await this.#snapshots.close();
  }

  /**
   * Takes what the machines share as it is; files of this machine that have changed since it last did so are taken in.
   * While the cluster is away, what was last known of it is loaded, so that questions need only wait for the cluster.
   */
  async #openShared(shared: SharedSnapshots, onProgress: (progress: ReindexProgress) => void): Promise<void> {
    if ((await shared.current()) === null) await shared.reach();
    if (await this.#load(null)) {
      if (await this.#haveFilesChangedHere()) await this.#takeInFiles(onProgress);
      else if (await this.#isBehindStore()) await this.refresh().catch(() => {});
      return;
    }
    try {
      await this.#inTurn(() => this.#change({ onProgress, patienceMs: 0, failWhenLocked: false }));
    } catch (error) {
      if (!(error instanceof LockedError)) throw error;
      this.#warn('Another machine makes the first index; it is waited for.');
      while (!(await this.#load(null))) await wait(LOOK_FOR_FIRST_MS);
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
    const name = this.#snapshot ?? '';
    const now = await this.#filesHere();
    if (now === null) {
      this.#warn('The corpus cannot be read here; what the machines share of it answers.');
      return false;
    }
    const noted = await this.#snapshots.note(name, LISTING);
    if (typeof noted === 'string') return noted !== now;
    await this.#snapshots.keepNote(name, LISTING, now);
    return false;
  }

  /** What the files here are like, without the store; null when they cannot be read. */
  async #filesHere(): Promise<string | null> {
    try {
      return (await listCorpus(this.#settings.corpus)).fingerprint;
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      return null;
    }
  }

  /** When the engine no longer has what was asked: takes what is there instead, or gives it what it lacks. */
  async #catchUp(): Promise<void> {
    const before = this.#snapshot;
    this.#lookedAt = Number.NEGATIVE_INFINITY;
    await this.#takeNewer();
    if (this.#snapshot === before) this.#pending.later();
  }

  /** Waits for the change that is under way. */
  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const mine = this.#changing.then(change);
    this.#changing = mine.catch(() => {});
    return mine;
  }

  /** Makes the next state from what the corpus holds now, takes it into use and saves it. */
  async #change(settings: ChangeSettings): Promise<ReindexReport> {
    const { onProgress, failWhenLocked, storeOnly = false } = settings;
    const started = performance.now();
    const isNewest = await this.#takeShared();
    const before = this.#state ?? (await this.#published());
    const listing =
      storeOnly && before !== null
        ? await this.#listStoreOnly(before)
        : await this.#list(this.#shared === null || failWhenLocked);
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
    if (isNewest && before !== null && isSame(contents, listing, before)) {
      // Nobody need hear of it.
      const here = storeOnly ? null : await this.#filesHere();
      if (here !== null) await this.#snapshots.keepNote(this.#snapshot ?? '', LISTING, here);
      return { ...report(contents, before, before.index.articles), seconds: seconds(), saved: true };
    }
    const onPassages = (passages: number) => progress('indexing', filesRead, passages);
    const next = nextState(contents, listing, before, await readWholeLexicon(), onPassages, this.#engine);
    progress('saving', filesRead, next.index.passages.length);
    // What a cluster does not have yet it cannot search.
    const saveFirst = failWhenLocked || this.#shared !== null;
    const save = () => this.#save(next, settings, (passages) => progress('saving', filesRead, passages));
    const savedFirst = saveFirst && (await save());
    this.#state = next;
    const saved = saveFirst ? savedFirst : await save();
    if (saved) await this.#takeStored(next, before);
    return { ...report(contents, next, before?.index.articles ?? []), seconds: seconds(), saved };
  }

  /** Begins a change at what counts in the cluster; whether it is what this process has, so that nothing need be sent. */
  async #takeShared(): Promise<boolean> {
    if (this.#shared === null) return false;
    const name = await this.#shared.current();
    if (name !== null && name !== this.#snapshot) await this.#load(null);
    return name !== null && name === this.#snapshot;
  }

  async #listStoreOnly({ records }: LibraryState): Promise<Listing> {
    const uploads = await this.#uploadState();
    const here = await listCorpus(this.#settings.corpus).catch((error: unknown) => {
      if (error instanceof CorpusError) return null;
      throw error;
    });
    return listRecorded(records, uploads, here);
  }

  async #list(ownStore?: boolean): Promise<Listing> {
    return listCorpus(this.#settings.corpus, await this.#uploadState(ownStore));
  }

  /** Null when the corpus cannot be read and what was last known of it has been loaded instead. Throws CorpusError. */
  async #listUnlessLost(): Promise<Listing | null> {
    try {
      return await this.#list();
    } catch (error) {
      if (!(error instanceof CorpusError) || !(await this.#load(null))) throw error;
      this.#warn('The corpus cannot be read; what was last indexed of it answers.', error);
      return null;
    }
  }

  /**
   * Without its store a library goes on with the uploads that it knows. So does a machine with another store, or none,
   * than what the machines share was made with, unless it is told to reindex: nothing is lost by who merely asks there.
   */
  async #uploadState(ownStore = this.#shared === null): Promise<UploadState> {
    try {
      const uploads = await this.#uploads.state();
      const before = ownStore && uploads.store !== null ? null : this.#shared && this.#state;
      const isOther = before !== null && before.store !== null && before.store !== uploads.store;
      return isOther ? uploadsOf(before) : uploads;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#warn('The store cannot be read; uploads stay as they were.', error);
      return uploadsOf(this.#state ?? (await this.#published()));
    }
  }

  /** Loads the published snapshot when its fingerprint is the wanted one (any, when null). */
  async #load(fingerprint: string | null): Promise<boolean> {
    const name = await this.#snapshots.current();
    if (name === null) return false;
    try {
      if (fingerprint !== null && (await this.#snapshots.fingerprint(name)) !== fingerprint) return false;
      this.#state = await this.#read(name, this.#state);
      this.#saved = this.#state;
      this.#snapshot = name;
      return true;
    } catch (error) {
      if (!isUnusable(error)) throw error;
      this.#warn('The snapshot cannot be used and is built anew.', error);
      return false;
    }
  }

  /** Segments that `before` has are not read again. */
  async #read(name: string, before: LibraryState | null): Promise<LibraryState> {
    const stored = await this.#snapshots.load(name, before?.parts ?? null);
    return stateFrom(stored, await readWholeLexicon(), this.#engine);
  }

  /** The state of the published snapshot, of whatever contents it is; null when none can be used. */
  async #published(): Promise<LibraryState | null> {
    const name = await this.#snapshots.current();
    if (name === null) return null;
    try {
      return await this.#read(name, this.#state);
    } catch (error) {
      if (!isUnusable(error)) throw error;
      return null;
    }
  }

  /** Takes over a snapshot that another process has published since. */
  async #takeNewer(): Promise<void> {
    const now = performance.now();
    if (now - this.#lookedAt < LOOK_FOR_NEWER_MS || this.#reindexing) return;
    this.#lookedAt = now;
    const name = await this.#snapshots.current();
    if (name === null || this.#snapshot === null || name === this.#snapshot) return;
    try {
      if (!(await this.#inTurn(() => this.#load(null)))) return;
      // Whoever wrote it may have looked at the store before the last change of it.
      if (await this.#isBehindStore()) await this.refresh();
    } catch (error) {
      const isPassing = error instanceof SearchEngineError || error instanceof ChangePendingError;
      if (!isPassing) throw error;
      this.#warn('A newer index is there and could not be had yet.', error);
    }
  }

  async #isBehindStore(): Promise<boolean> {
    const said = ({ files, hidden }: UploadState) =>
      JSON.stringify([files.map(({ name, sha256 }) => [name, sha256]), hidden]);
    return said(await this.#uploadState()) !== said(uploadsOf(this.#opened()));
  }

  /** Whether it was saved. Without a place to save, the index still answers; it is built again at the next start. */
  async #save(
    state: LibraryState,
    { patienceMs, failWhenLocked, storeOnly = false }: ChangeSettings,
    onShared: (passages: number) => void,
  ): Promise<boolean> {
    const { parts, fingerprint } = state;
    const noted = this.#shared === null ? null : await this.#notedOf(storeOnly);
    try {
      await this.#snapshots.locked(async () => {
        const name = await this.#snapshots.publish(parts, fingerprint, annexesOf(state), onShared);
        this.#snapshot = name;
        this.#saved = state;
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
    return storeOnly && this.#snapshot !== null
      ? this.#snapshots.note(this.#snapshot, LISTING)
      : this.#filesHere();
  }

  /** Takes a state that was just saved into use as it is stored, when much of it is new: its texts then stay in their file. */
  async #takeStored(state: LibraryState, before: LibraryState | null): Promise<void> {
    const name = this.#snapshot;
    const known = new Set(before?.parts.segments);
    const built = state.parts.segments.filter((segment) => !known.has(segment));
    const size = built.reduce((sum, { passages }) => sum + passages.length, 0);
    if (name === null || size < LOADED_FROM_PASSAGES) return;
    try {
      this.#state = await this.#read(name, before);
      this.#saved = this.#state;
    } catch (error) {
      // Another process has published a later one, which the next question finds.
      if (!isUnusable(error)) throw error;
    }
  }

  /** They take seconds, so they are made when they are first wanted, and kept beside the snapshot. */
  async #startersOf(state: LibraryState): Promise<Starters> {
    const snapshot = this.#saved === state ? this.#snapshot : null;
    const known = this.#starters.get(state) ?? this.#madeStarters(state, snapshot);
    this.#starters.set(state, known);
    // An engine that was away may be back the next time.
    known.catch(() => this.#starters.delete(state));
    return known;
  }

  async #madeStarters({ index }: LibraryState, snapshot: string | null): Promise<Starters> {
    const kept = snapshot === null ? null : await this.#snapshots.note(snapshot, STARTERS);
    if (isStarters(kept)) return kept;
    const starters = await startersOf(index, (question) => answerFrom(index, question));
    if (snapshot !== null) await this.#snapshots.keepNote(snapshot, STARTERS, starters);
    return starters;
  }

  #summaryOf(article: Article): ArticleSummary {
    return summaryOf(article, this.#opened().uploaded.has(article.file));
  }

  #articleNamed(id: string): Article | null {
    return this.index().articles.find((article) => article.id === id) ?? null;
  }

  #opened(): LibraryState {
    if (this.#state === null) throw new Error('The library is not open.');
    return this.#state;
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

function isStarters(note: unknown): note is Starters {
  return (
    typeof note === 'object' &&
    note !== null &&
    ['zh-Hans', 'zh-Hant', 'en'].every((language) => language in note)
  );
}

/** Whether contents are what an index was made of. */
function isSame({ articles, records }: Contents, { hidden, store }: Listing, before: LibraryState): boolean {
  const said = (list: LibraryState['records']) =>
    JSON.stringify(list.map(({ file, uploaded, sha256, leftOut }) => [file, uploaded, sha256, leftOut]));
  return (
    articles.length === before.index.articles.length &&
    articles.every((article, place) => article === before.index.articles[place]) &&
    store === before.store &&
    JSON.stringify([...hidden]) === JSON.stringify(before.hidden) &&
    said(records) === said(before.records)
  );
}

function isUnusable(error: unknown): boolean {
  return error instanceof SnapshotError || error instanceof AnnexError;
}

function report(
  { articles, records, warnings, unreadable }: Contents,
  { index }: LibraryState,
  before: readonly Article[],
): Omit<ReindexReport, 'seconds' | 'saved'> {
  const droppedByRule: Record<string, number> = {};
  for (const [rule, count] of records.flatMap(({ dropped }) => Object.entries(dropped))) {
    droppedByRule[rule] = (droppedByRule[rule] ?? 0) + count;
  }
  return {
    articles: articles.length,
    passages: index.passages.length,
    ...changesBetween(before, articles),
    warnings,
    unreadable,
    droppedByRule,
  };
}
