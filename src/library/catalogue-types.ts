/** What is asked of the catalogue of all articles, and what it says: never more than is shown at once. */

import type { ArticleSummary } from './article-types.js';
import type { Listed } from './listed.js';
import type { WantedPage } from './paging.js';

/** In a view: whatever the source, whatever the year. */
export const ALL = 'all';
/** In a view: articles of which no date is known. */
export const UNDATED = 'undated';

/** Which articles are looked through, and which page of them. */
export interface CatalogueView extends WantedPage {
  /** A sourceKey, or ALL. */
  readonly source: string;
  /** Four digits, UNDATED or ALL. */
  readonly year: string;
}

/** How many articles have a value: the name of a source, a year of four digits; null for those that have none. */
export interface Counted {
  readonly value: string | null;
  readonly articles: number;
}

/** One page, newest first, and what one can choose from instead. */
export interface CataloguePage {
  readonly page: number;
  readonly pages: number;
  readonly articles: readonly ArticleSummary[];
  /** How many articles the view leaves, and how many there are. */
  readonly listed: number;
  readonly all: number;
  /** Of the articles that the view leaves; the source with the most articles first. */
  readonly listedSources: Listed<Counted>;
  /** Of the view's year, whatever the source; the source with the most articles first. */
  readonly sources: Listed<Counted>;
  /** Of the view's source, whatever the year; the latest first, the undated last. */
  readonly years: Listed<Counted>;
  /** Whether the view's source is one of all those `sources`, and its year one of the `years`. */
  readonly hasSource: boolean;
  readonly hasYear: boolean;
}

/** An article that somebody has named. */
export interface CatalogueEntry extends ArticleSummary {
  /** Whether other articles are in its file. */
  readonly sharesFile: boolean;
}

/** What of an article tells it from others in a list of suggestions. */
export type SuggestedArticle = Pick<ArticleSummary, 'id' | 'title' | 'file' | 'date'>;

/** What somebody may mean who has typed so much; the best first. */
export interface Suggestions {
  readonly sources: readonly string[];
  readonly articles: readonly SuggestedArticle[];
}

/** What a question is asked of: an article or a source, as AskFilter and as people know it. */
export interface AskedSource {
  readonly source: string;
  readonly name: string;
}
