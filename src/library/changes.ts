/** What a reindex changed, article by article. */
import { createHash } from 'node:crypto';
import type { Article } from '../corpus/article.js';

/** Names of articles (file, with its id where a file holds several) by what happened to them. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Compares two lists of articles by id and content. */
export function changesBetween(before: readonly Article[], after: readonly Article[]): Changes {
  const old = new Map(before.map((article) => [article.id, article]));
  const added: string[] = [];
  const changed: string[] = [];
  for (const article of after) {
    const previous = old.get(article.id);
    old.delete(article.id);
    if (previous === undefined) added.push(nameOf(article));
    else if (contentOf(previous) !== contentOf(article)) changed.push(nameOf(article));
  }
  return { added, changed, removed: [...old.values()].map(nameOf) };
}

function nameOf({ file, format, id }: Article): string {
  return format === 'jsonl' ? `${file}: ${id}` : file;
}

function contentOf(article: Article): string {
  return createHash('sha256').update(JSON.stringify(article)).digest('base64');
}
