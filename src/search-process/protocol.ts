/** What the bot's process and its search process say to each other over the pipe. */
import type { ArticleSummary, ReindexProgress, ReindexReport } from '../library.js';
import type { Answer } from '../reading/answer.js';

/** `open` comes first; `rebuild` indexes even when the snapshot is current. */
export type Request =
  | { readonly type: 'open'; readonly corpus: string; readonly dataDir: string; readonly rebuild: boolean }
  | { readonly type: 'ask'; readonly question: string; readonly limit?: number }
  | { readonly type: 'sources' };

export interface Numbered {
  readonly id: number;
  readonly request: Request;
}

/** What comes back for a request, by its type. */
export interface Results {
  readonly open: ReindexReport | null;
  readonly ask: Answer;
  readonly sources: readonly ArticleSummary[];
}

export type Message =
  | { readonly type: 'done'; readonly id: number; readonly result: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly name: string; readonly message: string }
  | { readonly type: 'progress'; readonly id: number; readonly progress: ReindexProgress }
  | { readonly type: 'warning'; readonly message: string; readonly detail: string };
