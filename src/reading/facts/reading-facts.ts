/**
 * What the reader knows of every article before anybody asks: outlines, scenes, who did what. Mined once, at index
 * time, kept with the snapshot, and decoded for one article at a time.
 */
import type { Article } from '../../corpus/article.js';

/** Facts of a corpus, each article's still encoded. */
export interface ReadingFacts {
  /** By `factsKey` of the article. */
  readonly articles: ReadonlyMap<string, Uint8Array>;
}

/** Names an article among all of a corpus. */
export function factsKey({ file, id }: Pick<Article, 'file' | 'id'>): string {
  return `${file}\n${id}`;
}

/** Mines the facts of all articles; `persons` are the corpus's folded person names (`CorpusKnowledge.persons`). */
export function extractFacts(_articles: readonly Article[], _persons: ReadonlySet<string>): ReadingFacts {
  return { articles: new Map() };
}

/** Facts as bytes for the snapshot; not compressed. */
export function encodeFacts(_facts: ReadingFacts): Uint8Array {
  return new Uint8Array();
}

/** The facts of `encodeFacts`; throws RangeError when the bytes are none. */
export function decodeFacts(_bytes: Uint8Array): ReadingFacts {
  return { articles: new Map() };
}
