/** Which articles a filter lets answer. */
import type { Article } from '../corpus/article.js';
import { dateOf } from '../corpus/article-date.js';
import type { CorpusIndex } from '../retrieval/corpus-index.js';
import type { MetadataFilter, NamedBy, PassageFilter } from '../retrieval/retriever.js';
import type { AskFilter } from './types.js';

/** The passages that a filter leaves. */
export interface Filtered extends PassageFilter {
  readonly articles: readonly Article[];
  /** How many articles were left out because they have no date. */
  readonly undated: number;
}

/** Null when the filter lets everything through. */
export function filterIndex(index: CorpusIndex, filter: AskFilter): Filtered | null {
  const { since, until, source } = filter;
  if (since === undefined && until === undefined && source === undefined) return null;
  const named = source === undefined ? null : articlesNamed(index.articles, source);
  const fromSource = named === null ? index.articles : named.articles;
  const byDate = since !== undefined || until !== undefined;
  const dated = byDate ? fromSource.filter((article) => dateOf(article) !== null) : fromSource;
  const articles = dated.filter((article) => !byDate || isWithin(dateOf(article) ?? '', since, until));
  const wanted = new Set(articles);
  const passages = new Set<number>();
  index.passages.forEach(({ article }, number) => {
    if (wanted.has(article)) passages.add(number);
  });
  const metadata: MetadataFilter = {
    ...(named === null ? {} : { named: { by: named.by, name: source ?? '' } }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
  return { passages, metadata, articles, undated: fromSource.length - dated.length };
}

/** Those with the name as their id; where there is none, with it as their title, else as their source. */
function articlesNamed(
  articles: readonly Article[],
  name: string,
): { readonly by: NamedBy; readonly articles: readonly Article[] } {
  const ways: readonly (readonly [NamedBy, (article: Article) => string | null])[] = [
    ['article', ({ id }) => id],
    ['title', ({ title }) => title],
    ['source', ({ source }) => source],
  ];
  for (const [by, nameOf] of ways) {
    const found = articles.filter((article) => nameOf(article) === name);
    if (found.length > 0) return { by, articles: found };
  }
  return { by: 'source', articles: [] };
}

/**
 * Whether a date that may be known only to its year or month can lie between two others, which count whole: until 2021
 * means until the end of that year, and an article of 2021 may be of any day of it.
 */
function isWithin(date: string, since: string | undefined, until: string | undefined): boolean {
  const shared = (a: string, b: string) => Math.min(a.length, b.length);
  const notBefore =
    since === undefined || date.slice(0, shared(date, since)) >= since.slice(0, shared(date, since));
  const notAfter =
    until === undefined || date.slice(0, shared(date, until)) <= until.slice(0, shared(date, until));
  return notBefore && notAfter;
}
