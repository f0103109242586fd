/** What the processes of one machine say to each other: the bot and its search process, shards and what runs them. */
import type {
  AskedSource,
  CatalogueEntry,
  CataloguePage,
  CatalogueView,
  Suggestions,
} from '../library/catalogue-types.js';
import type { WantedPage } from '../library/paging.js';
import type { TimelinePage } from '../library/timeline-page.js';
import type {
  ArticleText,
  AskOptions,
  IndexSize,
  LibrarySettings,
  Preview,
  ReindexProgress,
  ReindexReport,
  SourceCheck,
} from '../library.js';
import type { Answer } from '../reading/answer.js';
import type { Language } from '../retrieval/question.js';

/** Where the library finds its corpus and its store. */
export interface Place {
  readonly corpus: string;
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly engine?: LibrarySettings['engine'];
  readonly uploads?: boolean;
}

/** One of a library's own functions. */
export type Call =
  | { readonly type: 'ask'; readonly question: string; readonly options: AskOptions }
  | { readonly type: 'size' }
  | { readonly type: 'browse'; readonly view: CatalogueView }
  | { readonly type: 'suggest'; readonly typed: string }
  | { readonly type: 'find'; readonly typed: string }
  | { readonly type: 'findSource'; readonly typed: string }
  | { readonly type: 'entry'; readonly key: string }
  | { readonly type: 'ids'; readonly after: string | null }
  | { readonly type: 'article'; readonly id: string }
  | { readonly type: 'check'; readonly id: string; readonly paragraph: number }
  | { readonly type: 'timeline'; readonly subject: string; readonly wanted: WantedPage }
  | { readonly type: 'starters'; readonly language: Language }
  | { readonly type: 'preview'; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly type: 'idsIn';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly among: readonly string[];
    }
  | { readonly type: 'refresh'; readonly about: readonly string[] }
  | { readonly type: 'reindex' }
  | { readonly type: 'catchUp' };

/**
 * A search process is told first what to `open`; `rebuild` indexes even when the snapshot is current, and lets other
 * processes go first when that takes more than `yieldAfter` seconds.
 */
export type Request =
  | {
      readonly type: 'open';
      readonly place: Place;
      readonly rebuild: boolean;
      readonly yieldAfter?: number;
    }
  | Call;

export interface Numbered {
  readonly id: number;
  readonly request: Request;
}

/** What a process that shares another one's library sends. */
export interface CallMessage {
  readonly id: number;
  readonly request: Call;
}

/** What comes back for a request, by its type. */
export interface Results {
  readonly open: ReindexReport | null;
  readonly ask: Answer;
  readonly size: IndexSize;
  readonly browse: CataloguePage;
  readonly suggest: Suggestions;
  readonly find: CatalogueEntry | null;
  readonly findSource: AskedSource;
  readonly entry: CatalogueEntry | null;
  readonly ids: readonly string[] | null;
  readonly article: ArticleText | null;
  readonly check: SourceCheck;
  readonly timeline: TimelinePage;
  readonly starters: readonly string[];
  readonly preview: Preview;
  readonly idsIn: readonly string[];
  readonly refresh: ReindexReport;
  readonly reindex: ReindexReport;
  readonly catchUp: null;
}

export type Message =
  | { readonly type: 'done'; readonly id: number; readonly result: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly name: string; readonly message: string }
  | { readonly type: 'progress'; readonly id: number; readonly progress: ReindexProgress }
  | { readonly type: 'warning'; readonly message: string; readonly detail: string };
