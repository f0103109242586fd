import type { Logger } from '../../src/discord/logger.js';
import { Catalogue } from '../../src/library/catalogue.js';
import { listed } from '../../src/library/listed.js';
import { timelinePageOf } from '../../src/library/timeline-page.js';
import type {
  ArticleSummary,
  ArticleText,
  Library,
  ReindexProgress,
  ReindexReport,
  SourceCheck,
} from '../../src/library.js';
import { answer, article } from './samples.js';

/** A library in memory with fixed answers. Tests replace single functions. */
export type LibraryDouble = { -readonly [Key in keyof Library]: Library[Key] };

/** What a reindex of the double ends with. */
export const REPORT: ReindexReport = {
  articles: 2,
  passages: 40,
  added: listed(['new.txt']),
  changed: listed(['qinghe.txt']),
  removed: listed(['gone.txt']),
  warnings: listed([{ file: 'new.txt', message: 'no date found' }]),
  unreadable: listed<never>([]),
  droppedByRule: {},
  seconds: 1.5,
  saved: true,
};

const PARAGRAPHS = ['第一段。', '7月4日，市长林远山主持召开第三次防汛会议。', '第三段。'];

/** The functions of a library that look into the catalogue, over articles that are given anew each time. */
export function catalogueOver(
  articles: () => Promise<readonly ArticleSummary[]>,
): Pick<Library, 'browse' | 'suggest' | 'find' | 'findSource' | 'entry' | 'ids'> {
  const catalogue = async () =>
    new Catalogue<ArticleSummary>({
      articles: await articles(),
      dateOf: ({ date }) => date,
      summaryOf: (article) => article,
    });
  return {
    browse: async (view) => (await catalogue()).browse(view),
    suggest: async (typed) => (await catalogue()).suggest(typed),
    find: async (typed) => (await catalogue()).find(typed),
    findSource: async (typed) => (await catalogue()).findSource(typed),
    entry: async (key) => (await catalogue()).entry(key),
    ids: async (after) => (await catalogue()).ids(after),
  };
}

/** Lets the catalogue of a double hold these articles. */
export function hold(library: LibraryDouble, articles: readonly ArticleSummary[]): void {
  Object.assign(
    library,
    catalogueOver(async () => articles),
  );
}

/** What the catalogue says of the sample article. */
export function summary(changes: Partial<ArticleSummary> = {}): ArticleSummary {
  const { id, file, title, source, url, published, happened } = article();
  const date = '2021-07-05';
  return {
    ...{ id, file, title, source, url, published, happened, date },
    paragraphs: PARAGRAPHS.length,
    uploaded: false,
    ...changes,
  };
}

/** The sample article's whole text: three short paragraphs. */
export function articleText(changes: Partial<ArticleText> = {}): ArticleText {
  const { author, subtitles, reporters, editors, places, dropped, warnings, sha256 } = article();
  const paragraphs = PARAGRAPHS.map((text, i) => ({
    number: i + 1,
    text,
    spans: [[i * 100, i * 100 + text.length]] as const,
  }));
  return {
    ...{ author, subtitles, reporters, editors, places, dropped, warnings, sha256 },
    summary: summary(),
    paragraphs,
    ...changes,
  };
}

/** A paragraph of the sample article that stands as it was indexed. */
export function sourceCheck(
  changes: Partial<Extract<SourceCheck, { status: 'unchanged' | 'changed' }>> = {},
): SourceCheck {
  const number = changes.paragraph ?? 2;
  const text = PARAGRAPHS[number - 1] ?? '';
  return {
    status: 'unchanged',
    article: summary(),
    file: article().file,
    sha256: article().sha256,
    spans: [[100, 100 + text.length]],
    paragraph: number,
    paragraphs: PARAGRAPHS.length,
    text,
    before: PARAGRAPHS[number - 2] ?? null,
    after: PARAGRAPHS[number] ?? null,
    ...changes,
  };
}

/** One progress report. */
export function progress(phase: ReindexProgress['phase'], filesRead: number): ReindexProgress {
  return { phase, filesRead, filesTotal: 4, passagesIndexed: filesRead * 10, seconds: filesRead / 10 };
}

/** Answers every question with the sample answer; its reindex goes through all phases. */
export function libraryDouble(): LibraryDouble {
  return {
    ask: (question) => Promise.resolve(answer({ question })),
    reindex: async (onProgress) => {
      onProgress?.(progress('reading', 1));
      onProgress?.(progress('indexing', 4));
      onProgress?.(progress('saving', 4));
      return REPORT;
    },
    ...catalogueOver(async () => [summary()]),
    article: (id) => Promise.resolve(id === article().id ? articleText() : null),
    check: (id, paragraph) =>
      Promise.resolve(
        id === article().id && paragraph <= PARAGRAPHS.length
          ? sourceCheck({ paragraph })
          : { status: 'gone', article: null },
      ),
    timeline: async (subject, wanted) => timelinePageOf({ subject, entries: [], undated: 0 }, wanted),
    starters: () => Promise.resolve([]),
    preview: async (name) => ({
      articles: listed([
        { summary: summary({ id: `uploads/${name}`, file: `uploads/${name}` }), beginnings: PARAGRAPHS },
      ]),
      dropped: [],
      unreadable: [],
      warnings: listed<string>([]),
    }),
    idsIn: async () => [],
    refresh: () => Promise.resolve(REPORT),
    close: () => Promise.resolve(),
  };
}

/** One entry of the log. */
export interface LogEntry extends Readonly<Record<string, unknown>> {
  readonly level: keyof Logger;
  readonly message: string;
}

/** A logger that keeps its entries. */
export function recordingLogger(): Logger & { readonly entries: readonly LogEntry[] } {
  const entries: LogEntry[] = [];
  const at =
    (level: keyof Logger) =>
    (fields: Readonly<Record<string, unknown>>, message: string): void => {
      entries.push({ ...fields, level, message });
    };
  return { entries, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
