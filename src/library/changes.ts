/** What a reindex changed, article by article. */
import type { Article } from '../corpus/article.js';
import { type Listed, listed } from './listed.js';

/** Names of articles (file, with its id where a file holds several) by what happened to them. */
export interface Changes {
  readonly added: Listed<string>;
  readonly changed: Listed<string>;
  readonly removed: Listed<string>;
}

/** Compares two lists of articles by id and content; names the first `most` of each kind. */
export function changesBetween(
  before: readonly Article[],
  after: readonly Article[],
  most?: number,
): Changes {
  const old = new Map(before.map((article) => [article.id, article]));
  const added: Article[] = [];
  const changed: Article[] = [];
  for (const article of after) {
    const previous = old.get(article.id);
    old.delete(article.id);
    if (previous === undefined) added.push(article);
    else if (!sameArticle(previous, article)) changed.push(article);
  }
  const named = (articles: readonly Article[]): Listed<string> => {
    const { count, first } = listed(articles, most);
    return { count, first: first.map(nameOf) };
  };
  return { added: named(added), changed: named(changed), removed: named([...old.values()]) };
}

/** Whether two articles are read from the same bytes at the same place, so that all else is the same. */
export function sameArticle(a: Article, b: Article): boolean {
  return (
    a === b ||
    (a.id === b.id &&
      a.file === b.file &&
      a.sha256 === b.sha256 &&
      // What a line of a .jsonl says beside its text.
      a.title === b.title &&
      a.source === b.source &&
      a.author === b.author &&
      a.url === b.url &&
      a.published?.text === b.published?.text)
  );
}

function nameOf({ file, format, id }: Article): string {
  return format === 'jsonl' ? `${file}: ${id}` : file;
}
