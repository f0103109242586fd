import type { ArticleSummary } from '../../library.js';
import { fitting, LIMITS, type Reply } from '../limits.js';
import type { Texts } from '../texts/texts.js';
import { articleLine, articleTitle, dateParts } from './article.js';

const MAX_TITLE = 80;
/** Room for the closing line about the articles that did not fit. */
const CLOSING_LINE = 400;
/** The closing line names this many years. */
const YEARS_NAMED = 12;

function yearOf(article: ArticleSummary): number | null {
  const iso = article.published?.iso ?? article.happened?.iso ?? null;
  return iso === null ? null : (dateParts(iso)?.year ?? null);
}

const yearName = (year: number | null, texts: Texts): string =>
  year === null ? texts.sources.undated : texts.sources.year(year);

/** One line an article; the first of each year carries the year's heading. */
function linesOf(articles: readonly ArticleSummary[], texts: Texts): readonly string[] {
  return articles.map((article, index) => {
    const year = yearOf(article);
    const before = articles[index - 1];
    const detail = articleLine(article, texts, texts.sources.paragraphs(article.paragraphs));
    const line = `- ${articleTitle(article, MAX_TITLE)} · ${detail}`;
    const opensYear = before === undefined || yearOf(before) !== year;
    return opensYear ? `**${yearName(year, texts)}**\n${line}` : line;
  });
}

function countByYear(articles: readonly ArticleSummary[], texts: Texts): string {
  const counts = new Map<number | null, number>();
  for (const article of articles) counts.set(yearOf(article), (counts.get(yearOf(article)) ?? 0) + 1);
  const named = [...counts]
    .slice(0, YEARS_NAMED)
    .map(([year, count]) => `${yearName(year, texts)} (${count})`);
  return named.join(' · ') + (counts.size > YEARS_NAMED ? ' …' : '');
}

/** What is indexed, in the given order (newest first), as far as it fits into one message; the rest as counts by year. */
export function renderSources(articles: readonly ArticleSummary[], texts: Texts): Reply {
  if (articles.length === 0) return { cards: [{ tone: 'neutral', description: texts.sources.none }] };
  const heading = `### ${texts.sources.heading(articles.length)}`;
  const room = LIMITS.embedDescription - heading.length - 2;
  const shown = fitting(linesOf(articles, texts), room, '\n', CLOSING_LINE);
  const rest = articles.slice(shown.length);
  const closing = rest.length > 0 ? [`-# ${texts.sources.more(rest.length, countByYear(rest, texts))}`] : [];
  return { cards: [{ tone: 'neutral', description: [heading, ...shown, ...closing].join('\n') }] };
}
