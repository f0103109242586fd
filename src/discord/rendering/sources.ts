import { yearOf } from '../../library/articles.js';
import type { CataloguePage, Counted } from '../../library/catalogue-types.js';
import type { ArticleSummary, Listed } from '../../library.js';
import { LIMITS, type Reply } from '../limits.js';
import { plainMarkdown } from '../markdown.js';
import type { Texts } from '../texts/texts.js';
import { articleLine, articleTitle } from './article.js';

const MAX_TITLE = 80;
/** The sources that the heading counts. */
const SOURCES_NAMED = 6;
const MAX_SOURCE = 30;

const yearName = (year: string | null, texts: Texts): string =>
  year === null ? texts.sources.undated : texts.sources.year(Number(year));

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

function countBySource({ count, first }: Listed<Counted>, texts: Texts): string {
  const named = first
    .slice(0, SOURCES_NAMED)
    .map(
      ({ value, articles }) =>
        `${value === null ? texts.sources.unnamed : plainMarkdown(value, MAX_SOURCE)} (${articles})`,
    );
  return named.join(' · ') + (count > SOURCES_NAMED ? ' …' : '');
}

/** One page of what is indexed, in the given order. */
export function renderSources(
  {
    articles,
    listed,
    all,
    listedSources,
  }: Pick<CataloguePage, 'articles' | 'listed' | 'all' | 'listedSources'>,
  texts: Texts,
): Reply {
  if (all === 0) return { cards: [{ tone: 'neutral', description: texts.sources.none }] };
  const { heading, narrowed } = texts.sources;
  const head = `## ${listed === all ? heading(all) : narrowed(listed, all)}`;
  const bySource = countBySource(listedSources, texts);
  const description = [head, `-# ${bySource}`, ...linesOf(articles, texts)].join('\n');
  return { cards: [{ tone: 'neutral', description: description.slice(0, LIMITS.embedDescription) }] };
}
