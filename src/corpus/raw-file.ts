import type { Article } from './article.js';

/** A file of the corpus as bytes. */
export interface RawFile {
  /** Path relative to the corpus, with `/`. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What a file was read as. */
export interface ReadResult {
  readonly articles: readonly Article[];
  /** What was odd about the file as a whole, English sentences; an article's own warnings are with the article. */
  readonly warnings: readonly string[];
}
