/**
 * Headings inside an article: 三、携带物品 above the things to bring, a question above its answer, the first row of a
 * table. A text below does not repeat their words, so they are read with it, as the title is.
 */
import type { Article, Paragraph } from '../corpus/article.js';
import { fold } from '../language/script.js';
import type { Passage } from './passage.js';

/** A heading is no longer than this; a question that is answered below may be longer. */
const LONGEST_HEADING = 24;
const LONGEST_QUESTION = 60;
/** So many paragraphs below a heading belong to it, unless another one comes first. */
const REACH = 8;
/** A line that says something, or gives a value behind its label, is none. */
const SAYS = /[,，。;；!！、|]|[:：]\s*\S|\d{3}|\d\s*[\p{Script=Han}]{0,2}元/u;
const WORDED = /\p{Script=Han}{2}|\p{L}{3}/u;
const QUESTION = /[?？]\s*$/u;
const ROW = /^\s*\|.*\|\s*$/u;
/** 2.7.0(2023-09-02): a version, with nothing but its day or nickname, over what it changed. */
const VERSION =
  /^\s*(?:#+\s*)?(?:v|V|版本\s?)?\d{1,3}(?:\.\d{1,4}){1,3}(?:\s*[(（[][^()（）]{1,30}[)）\]]|\s+-?\s*\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?)?\s*$/u;
/** Behind a number or a mark of its level a heading may have a full stop or comma: 1. 费用, 一、时间. */
const LEVEL =
  /^\s*(?:[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]?\s*[、.．:：]?(?:\s*(?:议题|议案|事项|专题|任务|环节)[一二三四五六七八九十\d]{0,2}[:：])?|[QqAa问答]\d*\s*[:：、.．]|[#•·■◆●▶-])\s*/u;

const known = new WeakMap<Article, readonly string[]>();

/** The folded headings over a passage, the table's first row included; empty where there is none. */
export function headingOf(passage: Passage): string {
  return passage.heading ?? headingAt(passage);
}

function headingAt({ article, paragraph }: Passage): string {
  const headings = known.get(article) ?? headingsIn(article.paragraphs);
  known.set(article, headings);
  return headings[paragraph.number - 1] ?? '';
}

/** Whether a passage only announces what stands below it. */
export function isHeading(passage: Passage): boolean {
  if (passage.announces !== undefined) return passage.announces;
  const { article, paragraph } = passage;
  return paragraph.number < article.paragraphs.length && announces(paragraph.text);
}

/** 问（仓储 老米）：宿舍的灯总坏。 */
const ASKED = /^\s*[问Qq]\s*(?:[(（][^)）]{1,20}[)）])?\s*[:：]/u;

function announces(text: string): boolean {
  if (ASKED.test(text) && !/[答Aa]\s*(?:[(（][^)）]{1,20}[)）])?\s*[:：]/u.test(text))
    return text.length <= LONGEST_QUESTION;
  if (QUESTION.test(text)) return text.length <= LONGEST_QUESTION;
  if (isVersionHeading(text)) return true;
  const bare = text.replace(LEVEL, '');
  return bare.length <= LONGEST_HEADING && WORDED.test(bare) && !SAYS.test(bare);
}

/** Whether a text is a version with nothing but its day or nickname: 2.7.0 (2023-09-02). */
export function isVersionHeading(text: string): boolean {
  return VERSION.test(text);
}

function headingsIn(paragraphs: readonly Paragraph[]): readonly string[] {
  let heading = '';
  let below = 0;
  let row = '';
  return paragraphs.map(({ text }) => {
    if (announces(text)) {
      [heading, below, row] = [fold(text), 0, ''];
      return '';
    }
    below++;
    const over = below <= REACH ? heading : '';
    if (!ROW.test(text)) {
      row = '';
      return over;
    }
    const first = row;
    row = row === '' ? fold(text) : row;
    return [over, first].filter((line) => line !== '').join('\n');
  });
}
