import type { Article, UnreadableFile } from './corpus/article.js';
import type { Answer } from './reading/answer.js';

/** What a reindex reports while it runs. */
export interface ReindexProgress {
  readonly phase: 'reading' | 'indexing' | 'saving';
  readonly filesRead: number;
  readonly filesTotal: number;
  readonly passagesIndexed: number;
  readonly seconds: number;
}

/** What a reindex changed. */
export interface ReindexReport {
  readonly articles: number;
  readonly passages: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Per file: what was odd about it. */
  readonly warnings: readonly { readonly file: string; readonly message: string }[];
  readonly unreadable: readonly UnreadableFile[];
  /** How many stretches each cleaning rule dropped. */
  readonly droppedByRule: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** An article without its text. */
export interface ArticleSummary
  extends Pick<Article, 'id' | 'file' | 'title' | 'source' | 'url' | 'published' | 'happened'> {
  readonly paragraphs: number;
}

/** The one door to everything that answers questions; in this process or behind a pipe to the search process. */
export interface Library {
  /** One answer; `limit` bounds `passages` (default 10). */
  ask(question: string, options?: { readonly limit?: number }): Promise<Answer>;
  /** Builds a new index aside and swaps it in. One at a time: a second call throws ReindexRunningError. On failure the old index goes on answering. */
  reindex(onProgress?: (progress: ReindexProgress) => void): Promise<ReindexReport>;
  /** All indexed articles, newest first. */
  sources(): Promise<readonly ArticleSummary[]>;
  close(): Promise<void>;
}

/** Thrown by `reindex` while another one runs. */
export class ReindexRunningError extends Error {
  override readonly name = 'ReindexRunningError';
}
