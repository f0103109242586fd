/** What of an article goes out with an answer: everything but its text, the same wherever the text is kept. */
import type { ArticleHead } from './article.js';

/** A plain copy without paragraphs, dropped lines and extracted text. */
export function articleHead(article: ArticleHead): ArticleHead {
  return {
    id: article.id,
    file: article.file,
    format: article.format,
    sha256: article.sha256,
    title: article.title,
    subtitles: article.subtitles,
    source: article.source,
    author: article.author,
    reporters: article.reporters,
    editors: article.editors,
    url: article.url,
    published: article.published,
    happened: article.happened,
    places: article.places,
    warnings: article.warnings,
  };
}
