/** Articles as a library shows them: summaries for lists, whole texts for reading. */
import type { Article } from '../corpus/article.js';
import { dateOf } from '../corpus/article-date.js';
import { rawSpans } from '../corpus/offsets.js';
import type { ArticleSummary, ArticleText } from './article-types.js';

/** What stands before an upload's name in `Article.file`. A file of the corpus of the same name gives way to it. */
export const UPLOADS = 'uploads/';

/** `uploaded`: it came by upload rather than from the corpus's folder. */
export function summaryOf(article: Article, uploaded: boolean): ArticleSummary {
  const { id, file, title, source, url, published, happened, paragraphs } = article;
  return {
    id,
    file,
    title,
    source,
    url,
    published,
    happened,
    paragraphs: paragraphs.length,
    date: dateOf(article),
    uploaded,
  };
}

/** How articles are called where no markdown is shown. */
export function plainTitle({ title, file }: Pick<Article, 'title' | 'file'>): string {
  return title ?? file;
}

/** The year under which an article is listed. */
export function yearOf({ date }: Pick<ArticleSummary, 'date'>): string | null {
  return date === null ? null : date.slice(0, 4);
}

export function textOf(article: Article, uploaded: boolean): ArticleText {
  const { author, subtitles, reporters, editors, places, dropped, warnings, sha256 } = article;
  return {
    summary: summaryOf(article, uploaded),
    author,
    subtitles,
    reporters,
    editors,
    places,
    paragraphs: article.paragraphs.map((paragraph) => ({
      number: paragraph.number,
      text: paragraph.text,
      spans: rawSpans(paragraph, [0, paragraph.text.length]),
    })),
    dropped,
    warnings,
    sha256,
  };
}
