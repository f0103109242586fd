import type { ArticleSummary } from '../../library.js';
import { LIMITS, type Reply } from '../limits.js';
import { plainMarkdown } from '../markdown.js';
import type { Texts } from '../texts/texts.js';
import { articleLine, articleTitle } from './article.js';

const MAX_TITLE = 80;
/** The sources that the heading counts. */
const SOURCES_NAMED = 6;
const MAX_SOURCE = 30;

/** The year under which an article is listed. */
export function yearOf({ date }: Pick<ArticleSummary, 'date'>): string | null {
  return date === null ? null : date.slice(0, 4);
}

const yearName = (year: string | null, texts: Texts): string =>
  year === null ? texts.sources.undated : texts.sources.year(Number(year));

/** How often each value occurs, the most frequent first. */
export function counted<T>(values: readonly T[]): readonly (readonly [value: T, count: number])[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function line(article: ArticleSummary, texts: Texts): string {
  const paragraphs = texts.sources.paragraphs(article.paragraphs);
  const detail = article.uploaded ? `${paragraphs} · ${texts.sources.uploaded}` : paragraphs;
  return `${articleTitle(article, MAX_TITLE)}\n-# ${articleLine(article, texts, detail)}`;
}

/** Two lines an article; the first of each year carries the year's heading. */
function linesOf(articles: readonly ArticleSummary[], texts: Texts): readonly string[] {
  return articles.map((article, index) => {
    const year = yearOf(article);
    const before = articles[index - 1];
    const opensYear = before === undefined || yearOf(before) !== year;
    return opensYear ? `### ${yearName(year, texts)}\n${line(article, texts)}` : line(article, texts);
  });
}

function countBySource(articles: readonly ArticleSummary[], texts: Texts): string {
  const counts = counted(articles.map(({ source }) => source));
  const named = counts
    .slice(0, SOURCES_NAMED)
    .map(
      ([source, count]) =>
        `${source === null ? texts.sources.unnamed : plainMarkdown(source, MAX_SOURCE)} (${count})`,
    );
  return named.join(' · ') + (counts.length > SOURCES_NAMED ? ' …' : '');
}

/** One page of what is indexed, in the given order; `all` is how many are indexed, `listed` how many are looked through. */
export function renderSources(
  page: readonly ArticleSummary[],
  listed: readonly ArticleSummary[],
  all: number,
  texts: Texts,
): Reply {
  if (all === 0) return { cards: [{ tone: 'neutral', description: texts.sources.none }] };
  const { heading, narrowed } = texts.sources;
  const head = `## ${listed.length === all ? heading(all) : narrowed(listed.length, all)}`;
  const description = [head, `-# ${countBySource(listed, texts)}`, ...linesOf(page, texts)].join('\n');
  return { cards: [{ tone: 'neutral', description: description.slice(0, LIMITS.embedDescription) }] };
}
