/** One file's bytes → its articles, whatever it is. */
import type { Article } from '../corpus/article.js';
import { isDocument } from '../corpus/documents.js';
import { type RawFile, type ReadResult, readArticle, readArticles } from '../corpus/read.js';
import type { DocumentReader } from './document-reader.js';

/** Throws UnreadableFileError when the file gives no article at all. */
export async function readFileArticles(raw: RawFile, documents: DocumentReader): Promise<ReadResult> {
  return isDocument(raw) ? documents.read(raw) : readArticles(raw);
}

/** The one article with the id; null when the file has none (any more). Throws UnreadableFileError. */
export async function readFileArticle(
  raw: RawFile,
  id: string,
  documents: DocumentReader,
): Promise<Article | null> {
  if (!isDocument(raw)) return readArticle(raw, id);
  return (await documents.read(raw)).articles.find((article) => article.id === id) ?? null;
}
