import type { Article, DatedMention } from '../../corpus/article.js';
import { linkMarkdown, plainMarkdown } from '../markdown.js';
import type { DateParts, Texts } from '../texts/texts.js';

/** What a line about an article shows: an article, or its summary. */
export type ArticleHead = Pick<Article, 'title' | 'file' | 'source' | 'url' | 'published' | 'happened'>;

/** Longer names of outlets are credit lines that nobody split; the line stays readable. */
const MAX_SOURCE = 60;
// YYYY[-MM[-DD[Ttime]]], --MM-DD or ---DD.
const ISO = /^(?:(\d{4})|-)(?:-(?:(\d{2})|(?=-))(?:-(\d{2}))?)?/;

/** The parts of an ISO date as `DatedMention` gives it; null where it has none. */
export function dateParts(iso: string): DateParts | null {
  const [, year, month, day] = ISO.exec(iso) ?? [];
  const number = (part: string | undefined): number | null => (part === undefined ? null : Number(part));
  const parts = { year: number(year), month: number(month), day: number(day) };
  return parts.year === null && parts.month === null && parts.day === null ? null : parts;
}

function shownDate(mention: DatedMention | null, texts: Texts): string | null {
  const parts = mention?.iso == null ? null : dateParts(mention.iso);
  // A day without its month tells nobody when.
  if (mention === null || parts === null || (parts.year === null && parts.month === null)) return null;
  const date = texts.article.date(parts);
  return mention.certainty === 'inferred' ? texts.article.inferred(date) : date;
}

/** The date of publication, else that of the event, marked as such; null when neither is known. */
function articleDate(article: ArticleHead, texts: Texts): string | null {
  const published = shownDate(article.published, texts);
  if (published !== null) return published;
  const happened = shownDate(article.happened, texts);
  return happened === null ? null : texts.article.happened(happened);
}

/** The title, linked where the article has an address; the file's name where it has no title. */
export function articleTitle(article: ArticleHead, max: number): string {
  return linkMarkdown(article.title ?? article.file, article.url, max);
}

/** `source · date · detail`, as far as known. */
export function articleLine(article: ArticleHead, texts: Texts, detail: string): string {
  const source = article.source === null ? null : plainMarkdown(article.source, MAX_SOURCE);
  return [source, articleDate(article, texts), detail]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}
