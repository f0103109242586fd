/**
 * The composer: a corpus becomes an index, a question becomes an answer. The only owner of changing state: which index
 * answers.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Article } from './corpus/article.js';
import { readArticles } from './corpus/read.js';
import { UnreadableFileError } from './corpus/unreadable.js';
import { readSource } from './corpus/walk.js';
import { newestFirst, textOf, UPLOADS } from './library/articles.js';
import { type Changes, changesBetween } from './library/changes.js';
import { checkSource } from './library/checking.js';
import { type Contents, type Listing, listCorpus, readCorpus } from './library/contents.js';
import { readingAids } from './library/reading-aids.js';
import { SnapshotError, SnapshotFolder, SnapshotLockedError } from './library/snapshots.js';
import {
  type ArticleSummary,
  type ArticleText,
  type AskOptions,
  type Library,
  type LibrarySettings,
  type Preview,
  type ReindexProgress,
  type ReindexReport,
  ReindexRunningError,
  type SourceCheck,
} from './library/types.js';
import type { Answer } from './reading/answer.js';
import { followUp } from './reading/conversation/follow-up.js';
import { read } from './reading/read.js';
import { type Timeline, timelineOf } from './reading/timeline.js';
import { analyse } from './retrieval/analysis.js';
import { assemble, buildParts, type IndexParts } from './retrieval/build-index.js';
import type { CorpusIndex } from './retrieval/corpus-index.js';
import type { Language } from './retrieval/question.js';
import { retrieve } from './retrieval/retrieve.js';

export {
  type ArticleSummary,
  type ArticleText,
  type AskFilter,
  type AskOptions,
  type Library,
  type LibrarySettings,
  type Preview,
  type ReindexProgress,
  type ReindexReport,
  ReindexRunningError,
  type SourceCheck,
} from './library/types.js';

/** The table is read at index time only; the snapshot keeps what the corpus needs of it. */
const LEXICON = new URL('../lexicon/en-zh.txt.br', import.meta.url);
/** How often a question may look whether another process has published a newer snapshot. */
const LOOK_FOR_NEWER_MS = 2000;

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

/** One answer from an index: understand, retrieve, rank, read. `limit` bounds `passages` (default 10). */
export async function answerFrom(
  index: CorpusIndex,
  question: string,
  { limit, turns = [] }: AskOptions = {},
): Promise<Answer> {
  const started = performance.now();
  const { question: asked, about } = followUp(question, turns, index);
  const understood = analyse(asked, index);
  const { hits, relevance } = await retrieve(understood, index);
  const answer = read(understood, hits, index.knowledge, {
    ...(limit === undefined ? {} : { limit }),
    relevance,
  });
  const aids = await readingAids(answer, understood, index.knowledge);
  return { ...answer, ...aids, question, asked, about, tookMs: performance.now() - started };
}

/** The whole English lexicon, of which an index keeps what its corpus needs. */
export function readWholeLexicon(): Promise<Uint8Array> {
  return readFile(LEXICON);
}

/** An index is stale when its corpus has changed, or the lexicon that it took its part of. */
function fingerprintOf(listing: Listing, lexicon: Uint8Array): string {
  return `${listing.fingerprint}-${createHash('sha256').update(lexicon).digest('hex')}`;
}

/** A library whose index lives in this process. */
export class LocalLibrary implements Library {
  readonly #settings: LibrarySettings;
  readonly #snapshots: SnapshotFolder;
  #index: CorpusIndex | null = null;
  #snapshot: string | null = null;
  #lookedAt = 0;
  #reindexing = false;

  constructor(settings: LibrarySettings) {
    this.#settings = settings;
    this.#snapshots = new SnapshotFolder(settings.dataDir, settings.corpus);
  }

  /** Loads the snapshot when it is of the corpus as it is now, else indexes. */
  async open(onProgress: (progress: ReindexProgress) => void): Promise<void> {
    const listing = await listCorpus(this.#settings.corpus);
    if (await this.#load(fingerprintOf(listing, await readWholeLexicon()))) return;
    // Whoever only wants to ask need not wait for another writer: the index then lives in memory.
    await this.#rebuild(onProgress, 'keep in memory');
  }

  async ask(question: string, options: AskOptions = {}): Promise<Answer> {
    await this.#takeNewer();
    return answerFrom(this.#opened(), question, options);
  }

  /** The index that answers now, for those who look closer than an answer shows. Throws when nothing is open. */
  index(): CorpusIndex {
    return this.#opened();
  }

  reindex(onProgress: (progress: ReindexProgress) => void = () => {}): Promise<ReindexReport> {
    return this.#rebuild(onProgress, 'fail');
  }

  async #rebuild(
    onProgress: (progress: ReindexProgress) => void,
    whenLocked: 'fail' | 'keep in memory',
  ): Promise<ReindexReport> {
    if (this.#reindexing) throw new ReindexRunningError('A reindex is running already.');
    this.#reindexing = true;
    const started = performance.now();
    try {
      const listing = await listCorpus(this.#settings.corpus);
      const progress = (phase: ReindexProgress['phase'], filesRead: number, passagesIndexed: number) =>
        onProgress({
          phase,
          filesRead,
          filesTotal: listing.files.length,
          passagesIndexed,
          seconds: (performance.now() - started) / 1000,
        });
      const contents = await readCorpus(listing, (files) => progress('reading', files, 0));
      const filesRead = listing.files.length;
      const lexicon = await readWholeLexicon();
      const parts = buildParts(contents.articles, lexicon, (passages) =>
        progress('indexing', filesRead, passages),
      );
      progress('saving', filesRead, parts.passages.length);
      const changes = changesBetween(await this.#articlesBefore(), contents.articles);
      await this.#save(parts, fingerprintOf(listing, lexicon), whenLocked);
      this.#index = assemble(parts);
      return report(contents, parts, changes, (performance.now() - started) / 1000);
    } finally {
      this.#reindexing = false;
    }
  }

  async sources(): Promise<readonly ArticleSummary[]> {
    return newestFirst(this.#opened().articles);
  }

  async article(id: string): Promise<ArticleText | null> {
    const article = this.#articleNamed(id);
    return article === null ? null : textOf(article);
  }

  async check(id: string, paragraph: number): Promise<SourceCheck> {
    return checkSource(this.#articleNamed(id), paragraph, async (file) => {
      const { files } = await listCorpus(this.#settings.corpus);
      const source = files.find((candidate) => candidate.file === file);
      return source === undefined ? null : readSource(source);
    });
  }

  async timeline(subject: string): Promise<Timeline> {
    return timelineOf(subject, this.#opened());
  }

  async starters(_language: Language): Promise<readonly string[]> {
    return [];
  }

  async preview(name: string, bytes: Uint8Array): Promise<Preview> {
    const file = `${UPLOADS}${name}`;
    try {
      const { articles, warnings } = readArticles({ file, bytes });
      return { articles: articles.map(textOf), unreadable: [], warnings };
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      const { code, reason } = error;
      return { articles: [], unreadable: [{ file, code, reason }], warnings: [] };
    }
  }

  refresh(): Promise<ReindexReport> {
    return this.#rebuild(() => {}, 'keep in memory');
  }

  async close(): Promise<void> {}

  /** Loads the published snapshot when its fingerprint is the wanted one (any, when null). */
  async #load(fingerprint: string | null): Promise<boolean> {
    const name = await this.#snapshots.current();
    if (name === null) return false;
    try {
      if (fingerprint !== null && (await this.#snapshots.fingerprint(name)) !== fingerprint) return false;
      this.#index = assemble(await this.#snapshots.load(name));
      this.#snapshot = name;
      return true;
    } catch (error) {
      if (!(error instanceof SnapshotError)) throw error;
      this.#warn('The snapshot cannot be used and is built anew.', error);
      return false;
    }
  }

  /** Takes over a snapshot that another process has published since. */
  async #takeNewer(): Promise<void> {
    const now = performance.now();
    if (now - this.#lookedAt < LOOK_FOR_NEWER_MS || this.#reindexing) return;
    this.#lookedAt = now;
    const name = await this.#snapshots.current();
    if (name !== null && this.#snapshot !== null && name !== this.#snapshot) await this.#load(null);
  }

  /** The articles of the index before this reindex: the one in memory, else the published one. */
  async #articlesBefore(): Promise<readonly Article[]> {
    if (this.#index !== null) return this.#index.articles;
    const name = await this.#snapshots.current();
    if (name === null) return [];
    try {
      return (await this.#snapshots.load(name)).articles;
    } catch {
      return [];
    }
  }

  /** Without a place to save, the index still answers; it is built again at the next start. */
  async #save(parts: IndexParts, fingerprint: string, whenLocked: 'fail' | 'keep in memory'): Promise<void> {
    try {
      await this.#snapshots.locked(async () => {
        this.#snapshot = await this.#snapshots.publish(parts, fingerprint);
      });
    } catch (error) {
      if (error instanceof SnapshotLockedError && whenLocked === 'fail') {
        throw new ReindexRunningError(error.message);
      }
      this.#warn('The snapshot could not be saved; the index lives in memory only.', error);
    }
  }

  #articleNamed(id: string): Article | null {
    return this.#opened().articles.find((article) => article.id === id) ?? null;
  }

  #opened(): CorpusIndex {
    if (this.#index === null) throw new Error('The library is not open.');
    return this.#index;
  }

  #warn(message: string, error?: unknown): void {
    this.#settings.warn?.(message, error);
  }
}

function report(contents: Contents, parts: IndexParts, changes: Changes, seconds: number): ReindexReport {
  const droppedByRule: Record<string, number> = {};
  for (const { rule } of contents.articles.flatMap((article) => article.dropped)) {
    droppedByRule[rule] = (droppedByRule[rule] ?? 0) + 1;
  }
  return {
    articles: contents.articles.length,
    passages: parts.passages.length,
    ...changes,
    warnings: contents.warnings,
    unreadable: contents.unreadable,
    droppedByRule,
    seconds,
  };
}
