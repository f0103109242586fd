/** An article, page by page. */
import { splitSentences } from '../../language/sentences.js';
import type { ArticleText } from '../../library.js';
import { pager } from '../answers/answer-controls.js';
import { deferForPresser } from '../answers/shown-answer.js';
import type { ComponentHandler, Press } from '../component.js';
import { customId, wholeNumber } from '../custom-id.js';
import type { Reply } from '../limits.js';
import { renderNotice } from '../rendering/notice.js';
import { type PagePart, renderPage } from '../rendering/reading.js';
import type { Texts } from '../texts/texts.js';
import { articleKey, idOfKey, OPEN_ARTICLE } from './article-key.js';

const PAGES = 'read';
/** Characters of a page, before they are escaped: what a screen shows without scrolling far. */
const PAGE_LENGTH = 1_400;
/** What a paragraph's number takes beside its text. */
const NUMBER_LENGTH = 16;
const LONGEST_PIECE = PAGE_LENGTH - NUMBER_LENGTH;

/** A paragraph in pieces of at most a page, cut where sentences end as far as they do. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const [start, end] of splitSentences(text)) {
    for (let at = start; at < end; at += LONGEST_PIECE) {
      const sentence = text.slice(at, Math.min(end, at + LONGEST_PIECE));
      if (piece.length + sentence.length > LONGEST_PIECE) {
        pieces.push(piece);
        piece = '';
      }
      piece += sentence;
    }
  }
  return [...pieces, piece].filter((one) => one !== '');
}

/** What stands on each page; the same for the same text. */
function pagesOf({ paragraphs }: Pick<ArticleText, 'paragraphs'>): readonly (readonly PagePart[])[] {
  const pages: PagePart[][] = [];
  let used = PAGE_LENGTH;
  for (const { number, text } of paragraphs) {
    for (const [index, piece] of piecesOf(text).entries()) {
      if (used + piece.length + NUMBER_LENGTH > PAGE_LENGTH) {
        pages.push([]);
        used = 0;
      }
      pages.at(-1)?.push({ paragraph: number, continued: index > 0, text: piece });
      used += piece.length + NUMBER_LENGTH;
    }
  }
  return pages;
}

/** One page of an article with the buttons to the others. `page` counts from 1. */
export function pageReply(article: ArticleText, wanted: number, marked: number | null, texts: Texts): Reply {
  const pages = pagesOf(article);
  const page = Math.min(Math.max(1, wanted), Math.max(1, pages.length));
  const key = articleKey(article.summary.id);
  const idOf = (to: number): string => customId(PAGES, key, to);
  const label = texts.reading.page(page, pages.length);
  const here = { id: customId(PAGES, key, page), label };
  return {
    ...renderPage(article, pages[page - 1] ?? [], marked, texts),
    rows: pages.length > 1 ? [pager(page, pages.length, 1, idOf, here)] : [],
  };
}

/** The page on which a paragraph begins; null when the article has no such paragraph. */
export function pageOfParagraph(article: ArticleText, paragraph: number): number | null {
  const at = pagesOf(article).findIndex((page) => page.some((part) => part.paragraph === paragraph));
  return at < 0 ? null : at + 1;
}

async function articleOf(press: Press, key: string): Promise<ArticleText | null> {
  const { library } = press.services;
  const id = await idOfKey(key, library);
  return id === null ? null : library.article(id);
}

const gone = (texts: Texts): Reply => renderNotice(texts.controls.articleGone, 'neutral');

/** ◀ ▶ below a page: always in a message that only its reader sees, or in one of his own. */
export const readingPages: ComponentHandler = {
  prefix: PAGES,
  async press(press) {
    const { args, texts } = press;
    await deferForPresser(press);
    const article = await articleOf(press, args[0] ?? '');
    await press.reply(
      article === null ? gone(texts) : pageReply(article, wholeNumber(args[1]) ?? 1, null, texts),
    );
  },
};

/** Opens an article in a message of its own: from a button with the article's key, or from a menu of keys. */
export const openArticle: ComponentHandler = {
  prefix: OPEN_ARTICLE,
  async press(press) {
    const { args, texts, values } = press;
    await press.defer('asker');
    const article = await articleOf(press, values[0] ?? args[0] ?? '');
    const paragraph = wholeNumber(args[1]);
    const page = article === null || paragraph === null ? null : pageOfParagraph(article, paragraph);
    await press.reply(article === null ? gone(texts) : pageReply(article, page ?? 1, paragraph, texts));
  },
};
