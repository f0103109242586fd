/** Articles as a library shows them: summaries for lists, whole texts for reading. */
import type { Article } from '../corpus/article.js';
import { dateOf } from '../corpus/article-date.js';
import { rawSpans } from '../corpus/offsets.js';
import type { ArticleSummary, ArticleText } from './types.js';

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

/** The newest first, those without a date last. */
export function newestFirst(summaries: readonly ArticleSummary[]): readonly ArticleSummary[] {
  const key = ({ date }: ArticleSummary) => date ?? '';
  return [...summaries].sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
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
