/**
 * What the reader knows of every article before anybody asks: lines, scenes, persons, who did what, who speaks. Mined
 * once, at index time, kept with the snapshot, and decoded for one article at a time.
 */
import type { Article } from '../../corpus/article.js';
import { encodeOutline } from './outline-code.js';
import { outlineArticle } from './outlining.js';

/** Facts of a corpus, each article's still encoded. */
export interface ReadingFacts {
  /** By `factsKey` of the article. */
  readonly articles: ReadonlyMap<string, Uint8Array>;
}

/** Bytes of the number that says how long the table of contents is. */
const LENGTH_BYTES = 4;

/** Names an article among all of a corpus. */
export function factsKey({ file, id }: Pick<Article, 'file' | 'id'>): string {
  return `${file}\n${id}`;
}

/** Mines the facts of articles; `persons` are the corpus's folded person names (`CorpusKnowledge.persons`). */
export function extractFacts(articles: Iterable<Article>, persons: ReadonlySet<string>): ReadingFacts {
  const facts = new Map<string, Uint8Array>();
  for (const article of articles)
    facts.set(factsKey(article), encodeOutline(outlineArticle(article, persons)));
  return { articles: facts };
}

/** Facts as bytes for the snapshot, not compressed: the length of a JSON table [key, bytes]…, the table, the facts. */
export function encodeFacts({ articles }: ReadingFacts): Uint8Array {
  const table = new TextEncoder().encode(
    JSON.stringify([...articles].map(([key, { length }]) => [key, length])),
  );
  const size = [...articles.values()].reduce((sum, { length }) => sum + length, LENGTH_BYTES + table.length);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, table.length);
  bytes.set(table, LENGTH_BYTES);
  let at = LENGTH_BYTES + table.length;
  for (const encoded of articles.values()) {
    bytes.set(encoded, at);
    at += encoded.length;
  }
  return bytes;
}

/** The facts of `encodeFacts`, as views into its bytes; throws RangeError when they are none. */
export function decodeFacts(bytes: Uint8Array): ReadingFacts {
  if (bytes.length < LENGTH_BYTES) throw new RangeError('Reading facts are cut short.');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const from = LENGTH_BYTES + length;
  if (from > bytes.length) throw new RangeError('Reading facts are cut short.');
  const table: readonly (readonly [string, number])[] = JSON.parse(
    new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, from)),
  );
  const articles = new Map<string, Uint8Array>();
  let at = from;
  for (const [key, size] of table) {
    articles.set(key, bytes.subarray(at, at + size));
    at += size;
  }
  if (at !== bytes.length) throw new RangeError('Reading facts are cut short.');
  return { articles };
}
