import type { UnreadableFile } from '../corpus/article.js';

/** What came of a file: kept with the snapshot, so that the file need not be read again. */
export interface FileRecord {
  readonly file: string;
  readonly uploaded: boolean;
  readonly stamp: string;
  /** Of its bytes, hex; empty when it could not be read. */
  readonly sha256: string;
  /** Ids of its articles that are indexed. */
  readonly articles: readonly string[];
  /** Ids of those that are not, because they were taken out or the id is taken. */
  readonly leftOut: readonly string[];
  /** How much cleaning left out of those that are indexed, by rule. */
  readonly dropped: Readonly<Record<string, number>>;
  /** What was odd about the file as a whole. */
  readonly warnings: readonly string[];
  readonly unreadable: UnreadableFile | null;
}
