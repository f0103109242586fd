/** One page of the catalogue, and what one can choose from instead. */

import type { ArticleSummary } from './article-types.js';
import { ALL, type CataloguePage, type CatalogueView, type Counted, UNDATED } from './catalogue-types.js';
import { type Column, tally } from './column.js';
import { listed } from './listed.js';
import { placed } from './paging.js';

/** What a view is held against; a place is an article's, newest first. */
export interface ViewedColumns {
  readonly sources: Column;
  /** Of `sources.values`. */
  readonly sourceKeys: readonly string[];
  readonly years: Column;
}

/** Whether an article's value at a place is the wanted one of `keys`. */
function having({ codes }: Column, keys: readonly string[], wanted: string): (place: number) => boolean {
  if (wanted === ALL) return () => true;
  const code = keys.indexOf(wanted);
  return (place) => codes[place] === code;
}

/** The latest first, the undated last. */
function latestFirst(years: readonly Counted[]): readonly Counted[] {
  return years.toSorted(({ value: a }, { value: b }) => (a === null ? 1 : b === null ? -1 : a < b ? 1 : -1));
}

/** `summaryAt` tells of an article what is shown. */
export function pageOf(
  { sources, sourceKeys, years }: ViewedColumns,
  view: CatalogueView,
  summaryAt: (place: number) => readonly ArticleSummary[],
): CataloguePage {
  const yearKeys = years.values.map((year) => year ?? UNDATED);
  const inSource = having(sources, sourceKeys, view.source);
  const inYear = having(years, yearKeys, view.year);
  const places: number[] = [];
  for (let place = 0; place < sources.codes.length; place++)
    if (inSource(place) && inYear(place)) places.push(place);
  const { page, pages, start, end } = placed(places.length, view);
  const sourcesOfYear = tally(sources, inYear);
  const yearsOfSource = tally(years, inSource);
  const chosenSource = sources.values[sourceKeys.indexOf(view.source)];
  const chosenYear = years.values[yearKeys.indexOf(view.year)];
  return {
    page,
    pages,
    articles: places.slice(start, end).flatMap(summaryAt),
    listed: places.length,
    all: sources.codes.length,
    listedSources: listed(tally(sources, (place) => inSource(place) && inYear(place))),
    sources: listed(sourcesOfYear),
    years: listed(latestFirst(yearsOfSource)),
    hasSource: sourcesOfYear.some(({ value }) => value === chosenSource),
    hasYear: yearsOfSource.some(({ value }) => value === chosenYear),
  };
}
