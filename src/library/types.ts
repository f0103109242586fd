/** The plain values that a library takes and gives, and its interface: what the bot, the terminal and the pipe between processes speak. */
import type { Span, UnreadableFile } from '../corpus/article.js';
import type { Answer } from '../reading/answer.js';
import type { Turn } from '../reading/turn.js';
import type { Language } from '../retrieval/question.js';
import type { EngineSettings } from '../search-engine/settings.js';
import type { ArticleSummary, ArticleText } from './article-types.js';
import type {
  AskedSource,
  CatalogueEntry,
  CataloguePage,
  CatalogueView,
  Suggestions,
} from './catalogue-types.js';
import type { Listed } from './listed.js';
import type { WantedPage } from './paging.js';
import type { Preview } from './preview.js';
import type { TimelinePage } from './timeline-page.js';

export { SearchEngineError } from '../search-engine/errors.js';

/** What a reindex reports while it runs. */
export interface ReindexProgress {
  readonly phase: 'reading' | 'indexing' | 'saving';
  readonly filesRead: number;
  readonly filesTotal: number;
  readonly passagesIndexed: number;
  readonly seconds: number;
}

/** What was odd about a file. */
export interface FileWarning {
  readonly file: string;
  readonly message: string;
}

/** What a reindex changed. Small however much that is: it goes to the process that talks with Discord. */
export interface ReindexReport {
  readonly articles: number;
  readonly passages: number;
  readonly added: Listed<string>;
  readonly changed: Listed<string>;
  readonly removed: Listed<string>;
  readonly warnings: Listed<FileWarning>;
  readonly unreadable: Listed<UnreadableFile>;
  /** How many stretches each cleaning rule dropped. */
  readonly droppedByRule: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** False: the index answers from memory, and is built again at the next start. */
  readonly saved: boolean;
}

/**
 * Which articles may answer. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both ends inclusive, and are held against
 * the date of what an article reports, else of its publication.
 */
export interface AskFilter {
  /** An article's id, else an article's title, else the name of a source. */
  readonly source?: string;
  readonly since?: string;
  readonly until?: string;
}

export interface AskOptions {
  /** Bounds `passages` of the answer (default 10). */
  readonly limit?: number;
  readonly filter?: AskFilter;
  /** What was said before in the same conversation, oldest first. */
  readonly turns?: readonly Turn[];
}

/** What stands at a paragraph's place in its file now, read again. */
export type SourceCheck =
  | {
      /** `changed`: the file's bytes are not those that were indexed; the text is that of the file as it is now. */
      readonly status: 'unchanged' | 'changed';
      readonly article: ArticleSummary;
      readonly file: string;
      /** Of the file's bytes as they are now (of a .jsonl line, of its `text`), hex. */
      readonly sha256: string;
      readonly spans: readonly Span[];
      readonly paragraph: number;
      /** How many the article has. */
      readonly paragraphs: number;
      readonly text: string;
      /** The paragraphs beside it; null at the article's ends. */
      readonly before: string | null;
      readonly after: string | null;
    }
  /** The file, the article or the paragraph is no longer there; `article` is what was indexed of it. */
  | { readonly status: 'gone'; readonly article: ArticleSummary | null };

/** The one door to everything that answers questions; in this process or behind a pipe to the search process. */
export interface Library {
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /** Builds a new index aside and swaps it in. One at a time: a second call throws ReindexRunningError. On failure the old index goes on answering. */
  reindex(onProgress?: (progress: ReindexProgress) => void): Promise<ReindexReport>;
  /** One page of all indexed articles, newest first. */
  browse(view: CatalogueView): Promise<CataloguePage>;
  /** Sources and articles that somebody may mean who has typed so much. */
  suggest(typed: string): Promise<Suggestions>;
  /** The article that somebody means: named by id, title or file, else the only one whose title holds what was typed. */
  find(typed: string): Promise<CatalogueEntry | null>;
  /** The article or the source that somebody means; what was typed as it stands where it is neither. */
  findSource(typed: string): Promise<AskedSource>;
  /** The article that a key of article-keys.ts stands for. */
  entry(key: string): Promise<CatalogueEntry | null>;
  /**
   * Ids of the next articles after one, newest first; from the newest on after null. Empty after the last one, null
   * where `after` is no longer there.
   */
  ids(after: string | null): Promise<readonly string[] | null>;
  /** Null: there is no such article (any more). */
  article(id: string): Promise<ArticleText | null>;
  /** Reads the file again and compares its hash. */
  check(id: string, paragraph: number): Promise<SourceCheck>;
  /** One page of the dated entries about a person, meeting, place or phrase. */
  timeline(subject: string, wanted: WantedPage): Promise<TimelinePage>;
  /** Up to three questions that this corpus answers, in the asked language; made at index time from the corpus, and tried. */
  starters(language: Language): Promise<readonly string[]>;
  /** Reads and cleans a file without keeping it. `name` decides what only a name can tell (.pdf, .docx, .md). */
  preview(name: string, bytes: Uint8Array): Promise<Preview>;
  /** Which of some ids the articles of such a file have. */
  idsIn(name: string, bytes: Uint8Array, among: readonly string[]): Promise<readonly string[]>;
  /**
   * Takes over what the store's uploads and tombstones say now, without a full reindex. Waits for a change that is under
   * way. What the report says of the files `about` comes first in its lists.
   */
  refresh(about?: readonly string[]): Promise<ReindexReport>;
  close(): Promise<void>;
}

/** How much an index holds, and since when it is what it is. */
export interface IndexSize {
  readonly articles: number;
  readonly passages: number;
  /** When it was published, or taken into use where it could not be saved; ms since 1970. */
  readonly changedAt: number;
  /** How the cluster is that searches, when one does. */
  readonly engine?: EngineState;
}

/** As the cluster says of the index: yellow while copies are missing, red while some articles cannot be searched. */
export type EngineState = 'green' | 'yellow' | 'red' | 'away';

/** Thrown by `reindex` while another one runs. */
export class ReindexRunningError extends Error {
  override readonly name = 'ReindexRunningError';
}

/** Thrown by `refresh` when a change is kept in the store but not in the index yet: it is tried again until it is. */
export class ChangePendingError extends Error {
  override readonly name = 'ChangePendingError';
}

/** Where a library finds its corpus and keeps its snapshots. */
export interface LibrarySettings {
  /** A folder of articles, or one .jsonl file. */
  readonly corpus: string;
  readonly dataDir: string;
  /** Where the store is, when it is no file below `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** The cluster that searches and shares snapshots among machines; the engine within this process, when left out. */
  readonly engine?: EngineSettings | undefined;
  /** False leaves the store's uploads and removals aside: they belong to another corpus. */
  readonly uploads?: boolean;
  /** Hears of what went wrong without keeping the library from answering. */
  readonly warn?: (message: string, error?: unknown) => void;
}
