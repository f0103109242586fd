/** What comes of a change: what a reindex says of it, and whether there was anything to change. */
import type { Article } from '../corpus/article.js';
import { changesBetween } from './changes.js';
import type { Contents, Listing } from './contents.js';
import { listed } from './listed.js';
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

/** Which part of its lists a report tells. */
export interface ReportedPart {
  /** Of each list; as many as can be shown, when left out. */
  readonly most?: number | undefined;
  /** Files whose warnings come first. */
  readonly about?: readonly string[] | undefined;
}

/** What has changed from the articles before to a state that was made of contents. */
export function reportOf(
  { articles, records, warnings, unreadable }: Contents,
  { index }: LibraryState,
  before: readonly Article[],
  { most, about = [] }: ReportedPart = {},
): Omit<ReindexReport, 'seconds' | 'saved'> {
  const droppedByRule: Record<string, number> = {};
  for (const [rule, count] of records.flatMap(({ dropped }) => Object.entries(dropped))) {
    droppedByRule[rule] = (droppedByRule[rule] ?? 0) + count;
  }
  return {
    articles: articles.length,
    passages: index.passages.length,
    ...changesBetween(before, articles, most),
    warnings: listed(thoseFirst(about, warnings), most),
    unreadable: listed(thoseFirst(about, unreadable), most),
    droppedByRule,
  };
}

/** What is said of some files before what is said of the others; otherwise in the given order. */
function thoseFirst<T extends { readonly file: string }>(
  files: readonly string[],
  all: readonly T[],
): readonly T[] {
  const wanted = new Set(files);
  if (wanted.size === 0) return all;
  return [...all.filter(({ file }) => wanted.has(file)), ...all.filter(({ file }) => !wanted.has(file))];
}
