import type { ArticleText } from '../../library.js';
import type { Card } from '../limits.js';
import { plainMarkdown } from '../markdown.js';
import type { Texts } from '../texts/texts.js';
import { articleLine, articleTitle } from './article.js';

const MAX_TITLE = 120;
/** With a full answer above it, a message has room for so much more. */
const MAX_PASSAGE = 1_200;

/** A paragraph with its article's name; says so when the article or the paragraph has gone. */
export function passageCard(article: ArticleText | null, paragraph: number, texts: Texts): Card {
  const text = article?.paragraphs[paragraph - 1]?.text;
  if (article === null || text === undefined) {
    return { tone: 'neutral', description: texts.controls.articleGone };
  }
  const description = [
    `**${articleTitle(article.summary, MAX_TITLE)}**`,
    `-# ${articleLine(article.summary, texts, texts.article.paragraph(paragraph))}`,
    plainMarkdown(text, MAX_PASSAGE),
  ].join('\n');
  return { tone: 'evidence', description };
}
