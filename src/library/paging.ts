/** Which part of a list a page shows. */
import { LISTED_AT_MOST } from './listed.js';

export interface WantedPage {
  /** From 1; one beyond the last shows the last. */
  readonly page: number;
  /** At most LISTED_AT_MOST. */
  readonly perPage: number;
}

/** A page that there is, and the places [start, end) of what stands on it. */
export interface PlacedPage {
  readonly page: number;
  readonly pages: number;
  readonly start: number;
  readonly end: number;
}

/** The wanted page of a list with `count` entries; an empty list has one page. */
export function placed(count: number, wanted: WantedPage): PlacedPage {
  const perPage = Math.min(Math.max(1, wanted.perPage), LISTED_AT_MOST);
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(Math.max(1, wanted.page), pages);
  return { page, pages, start: (page - 1) * perPage, end: page * perPage };
}
