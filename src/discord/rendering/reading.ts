import type { ArticleText } from '../../library.js';
import { LIMITS, type Reply } from '../limits.js';
import { plainMarkdown } from '../markdown.js';
import type { Texts } from '../texts/texts.js';
import { articleLine, articleTitle } from './article.js';

const MAX_TITLE = 150;
const MAX_NAMES = 120;

/** A paragraph on a page, or the part of a long one that stands there. */
export interface PagePart {
  readonly paragraph: number;
  /** It began on the page before. */
  readonly continued: boolean;
  readonly text: string;
}

function credits({ reporters, author }: ArticleText, texts: Texts): readonly string[] {
  const names = reporters.length > 0 ? reporters : author === null ? [] : [author];
  return names.length === 0 ? [] : [`-# ${texts.article.by(plainMarkdown(names.join('、'), MAX_NAMES))}`];
}

function part({ paragraph, continued, text }: PagePart, marked: number | null, room: number): string {
  const shown = plainMarkdown(text, room);
  const body = paragraph === marked ? `> ${shown}` : shown;
  return continued ? body : `-# ¶ ${paragraph}\n${body}`;
}

/** One page of an article. The paragraph that was asked for is set off. */
export function renderPage(
  article: ArticleText,
  parts: readonly PagePart[],
  marked: number | null,
  texts: Texts,
): Reply {
  const { summary } = article;
  const head = [
    `### ${articleTitle(summary, MAX_TITLE)}`,
    `-# ${articleLine(summary, texts, texts.sources.paragraphs(summary.paragraphs))}`,
    ...credits(article, texts),
  ];
  // Escapes may double a text; what a page holds fits all the same.
  const body = parts.map((one) => part(one, marked, LIMITS.embedDescription));
  const description = [...head, ...(body.length === 0 ? [texts.reading.empty] : body)].join('\n');
  return { cards: [{ tone: 'evidence', description }] };
}
