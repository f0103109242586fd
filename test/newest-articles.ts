import { ALL } from '../src/library/catalogue-types.js';
import type { ArticleSummary, Library } from '../src/library.js';

/** The newest 25 articles of a library: all, where there are no more. */
export async function newestArticles(library: Library): Promise<readonly ArticleSummary[]> {
  return (await library.browse({ page: 1, perPage: 25, source: ALL, year: ALL })).articles;
}
