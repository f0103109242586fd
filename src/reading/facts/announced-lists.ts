/**
 * Lists that a line announces: 需携带以下材料：1.身份证；2.照片, in its own paragraph or in those below it, with numbers, as
 * lines that end with semicolons, or under a heading.
 */
import type { Article, Paragraph, Span } from '../../corpus/article.js';
import { fold } from '../../language/script.js';
import { enumerationFrom, splitSentences } from '../../language/sentences.js';

export interface AnnouncedItem {
  readonly paragraph: Paragraph;
  /** Without number and closing mark. */
  readonly text: Span;
  /** With both. */
  readonly quoted: Span;
}

export interface AnnouncedList {
  readonly article: Article;
  readonly paragraph: Paragraph;
  /** What announces it, up to and with its colon. */
  readonly lead: Span;
  /** At least two. */
  readonly items: readonly AnnouncedItem[];
}

const LEAST_ITEMS = 2;
/** A line that may head a list without a colon. */
const LONGEST_HEADING = 24;
const HEADS = /^[^,，。;；!！?？:：]+$/u;
const CLOSING = /[\s,，。;；、]+$/u;
/** A line that another one of the same list follows. */
const GOES_ON = /[;；]\s*$/u;
const MOST_LINES = 30;
/** Characters of a list in one paragraph that are read: a text of nothing but colons takes no longer for it. */
const LONGEST_LIST = 3000;
/** The first number of a list. */
const BEGINS = /^\s*(?:[（(]\s?)?(?:[1１一①]|第一|其一)/u;

/** The announced lists of an article that begin in a paragraph. */
export function announcedLists(article: Article, paragraph: Paragraph): readonly AnnouncedList[] {
  const folded = fold(paragraph.text);
  const within = [...folded.matchAll(/[:：]/gu)].flatMap(({ index }): AnnouncedList[] => {
    const items = itemsWithin(paragraph, folded, index + 1);
    return items.length < LEAST_ITEMS
      ? []
      : [{ article, paragraph, lead: leadBefore(folded, index + 1), items }];
  });
  const isOpen = /[:：]\s*$/u.test(folded) || (folded.length <= LONGEST_HEADING && HEADS.test(folded));
  const items = isOpen ? itemsBelow(article, paragraph) : [];
  if (items.length < LEAST_ITEMS) return within;
  return [...within, { article, paragraph, lead: leadBefore(folded, folded.length), items }];
}

/** The sentence that ends at a colon, with a heading right before it: 一、办理条件。符合下列条件的可以申请:. */
function leadBefore(folded: string, end: number): Span {
  const start = splitSentences(folded).findLast(([from]) => from < end - 1)?.[0] ?? 0;
  return [start <= LONGEST_HEADING ? 0 : start, end];
}

/** Numbers are read as they are typed: ① is folded to 1. */
function itemsWithin(paragraph: Paragraph, folded: string, from: number): readonly AnnouncedItem[] {
  const text = paragraph.text.slice(from, from + LONGEST_LIST);
  if (!BEGINS.test(text)) return [];
  return enumerationFrom(text).map(({ marker, start, end }) =>
    itemOf(paragraph, folded, from + start, from + start + marker.length, from + end),
  );
}

function itemOf(
  paragraph: Paragraph,
  folded: string,
  start: number,
  begin: number,
  end: number,
): AnnouncedItem {
  const text = folded.slice(begin, end);
  const blank = text.length - text.trimStart().length;
  const bare = text.replace(CLOSING, '');
  return {
    paragraph,
    text: [begin + blank, begin + Math.max(blank, bare.length)],
    quoted: [start, start + folded.slice(start, end).trimEnd().length],
  };
}

/** The paragraphs below that are items: numbered from one on, or lines that end with semicolons and the last one. */
function itemsBelow(article: Article, { number }: Paragraph): readonly AnnouncedItem[] {
  const below = article.paragraphs.filter((one) => one.number > number && one.number <= number + MOST_LINES);
  const lines = below.map((paragraph) => ({ paragraph, folded: fold(paragraph.text) }));
  const numbered = enumerationFrom(lines.map(({ paragraph }) => paragraph.text).join('\n'));
  if (numbered.length >= LEAST_ITEMS) return numberedLines(lines, numbered);
  const last = lines.findIndex(({ folded }) => !GOES_ON.test(folded));
  if (last < 1) return [];
  return lines
    .slice(0, last + 1)
    .map(({ paragraph, folded }) => itemOf(paragraph, folded, 0, 0, folded.length));
}

/** The numbered items that begin a line each, up to the first that does not. */
function numberedLines(
  lines: readonly { readonly paragraph: Paragraph; readonly folded: string }[],
  numbered: ReturnType<typeof enumerationFrom>,
): readonly AnnouncedItem[] {
  const items: AnnouncedItem[] = [];
  let at = 0;
  const starts = lines.map(({ folded }) => {
    const start = at;
    at += folded.length + 1;
    return start;
  });
  for (const { marker, start } of numbered) {
    const line = lines[starts.indexOf(start)];
    if (line === undefined) break;
    items.push(itemOf(line.paragraph, line.folded, 0, marker.length, line.folded.length));
  }
  return items;
}
