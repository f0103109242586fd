/** What comes of a change: what a reindex says of it, and whether there was anything to change. */
import type { Article } from '../corpus/article.js';
import { changesBetween } from './changes.js';
import type { Contents, Listing } from './contents.js';
import type { LibraryState } from './state.js';
import type { ReindexReport } from './types.js';

/** Whether contents are what an index was made of. */
export function isMadeOf(
  { articles, records }: Contents,
  { hidden, store }: Listing,
  before: LibraryState,
): boolean {
  const said = (list: LibraryState['records']) =>
    JSON.stringify(list.map(({ file, uploaded, sha256, leftOut }) => [file, uploaded, sha256, leftOut]));
  return (
    articles.length === before.index.articles.length &&
    articles.every((article, place) => article === before.index.articles[place]) &&
    store === before.store &&
    JSON.stringify([...hidden]) === JSON.stringify(before.hidden) &&
    said(records) === said(before.records)
  );
}

/** What has changed from the articles before to a state that was made of contents. */
export function reportOf(
  { articles, records, warnings, unreadable }: Contents,
  { index }: LibraryState,
  before: readonly Article[],
): Omit<ReindexReport, 'seconds' | 'saved'> {
  const droppedByRule: Record<string, number> = {};
  for (const [rule, count] of records.flatMap(({ dropped }) => Object.entries(dropped))) {
    droppedByRule[rule] = (droppedByRule[rule] ?? 0) + count;
  }
  return {
    articles: articles.length,
    passages: index.passages.length,
    ...changesBetween(before, articles),
    warnings,
    unreadable,
    droppedByRule,
  };
}
