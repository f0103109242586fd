/** The date that an article is sorted and filtered by. */
import type { Article } from './article.js';

/** A calendar date at the beginning of an ISO text, as far as it is known; a time of day is no part of it. */
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/;

/** Of what it reports, else of its publication: `YYYY[-MM[-DD]]`; null without a year. */
export function dateOf({ happened, published }: Pick<Article, 'happened' | 'published'>): string | null {
  return DATE.exec(happened?.iso ?? '')?.[0] ?? DATE.exec(published?.iso ?? '')?.[0] ?? null;
}
