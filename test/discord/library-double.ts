import type { Logger } from '../../src/discord/logger.js';
import type { Library, ReindexProgress, ReindexReport } from '../../src/library.js';
import { answer, article } from './samples.js';

/** A library in memory with fixed answers. Tests replace single functions. */
export type LibraryDouble = { -readonly [Key in keyof Library]: Library[Key] };

/** What a reindex of the double ends with. */
export const REPORT: ReindexReport = {
  articles: 2,
  passages: 40,
  added: ['new.txt'],
  changed: ['qinghe.txt'],
  removed: ['gone.txt'],
  warnings: [{ file: 'new.txt', message: 'no date found' }],
  unreadable: [],
  droppedByRule: {},
  seconds: 1.5,
};

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
    sources: () => Promise.resolve([{ ...article(), paragraphs: 3 }]),
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
