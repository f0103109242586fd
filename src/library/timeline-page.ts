/** One page of a timeline, as it is sent: without the texts of its articles. */
import { articleHead } from '../corpus/article-head.js';
import type { Timeline, TimelineEntry } from '../reading/timeline/timeline.js';
import { placed, type WantedPage } from './paging.js';

/** Other articles that an entry names which tell the same; there may be hundreds. */
const ALSO_IN = 5;

/** `entries` are those of the page. */
export interface TimelinePage extends Timeline {
  readonly page: number;
  readonly pages: number;
  /** How many entries all pages have. */
  readonly count: number;
}

export function timelinePageOf({ subject, entries, undated }: Timeline, wanted: WantedPage): TimelinePage {
  const { page, pages, start, end } = placed(entries.length, wanted);
  return {
    subject,
    undated,
    page,
    pages,
    count: entries.length,
    entries: entries.slice(start, end).map(sent),
  };
}

function sent(entry: TimelineEntry): TimelineEntry {
  const { citation } = entry;
  const alsoIn = citation.alsoIn
    .slice(0, ALSO_IN)
    .map((other) => ({ ...other, article: articleHead(other.article) }));
  return { ...entry, citation: { ...citation, article: articleHead(citation.article), alsoIn } };
}
