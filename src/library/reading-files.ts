/** One file's bytes → its articles, whatever it is. */
import type { Article } from '../corpus/article.js';
import { documentKind } from '../corpus/document-kind.js';
import { type RawFile, type ReadResult, readArticle, readArticles } from '../corpus/read.js';
import type { DocumentReader } from './document-reader.js';

/** Throws UnreadableFileError when the file gives no article at all. */
export async function readFileArticles(raw: RawFile, documents: DocumentReader): Promise<ReadResult> {
  return documentKind(raw) === null ? readArticles(raw) : documents.read(raw);
}

/** The one article with the id; null when the file has none (any more). Throws UnreadableFileError. */
export async function readFileArticle(
  raw: RawFile,
  id: string,
  documents: DocumentReader,
): Promise<Article | null> {
  if (documentKind(raw) === null) return readArticle(raw, id);
  return (await documents.read(raw)).articles.find((article) => article.id === id) ?? null;
}
