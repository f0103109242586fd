/** How an article is named and dated in a note. */
import type { Article } from '../../corpus/article.js';

/** Title and day: 《…》 2022-01-10; the file where it has no title. */
export function sourceOf(article: Article): string {
  const name = article.title === null ? article.file : `《${article.title}》`;
  const date = (article.happened ?? article.published)?.iso?.slice(0, 10);
  return date === undefined ? name : `${name} ${date}`;
}

/** For ordering versions: the day it was published or happened, '' when unknown. */
export function dayOf(article: Article): string {
  const iso = article.published?.iso ?? article.happened?.iso ?? '';
  return iso.startsWith('-') ? '' : iso.slice(0, 10);
}
