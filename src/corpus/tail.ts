import {
  isFooter,
  isNavigation,
  isNotice,
  isNoticeHeading,
  isPageTool,
  isRelatedHeading,
  noticeWords,
} from './boilerplate.js';
import { type Credits, isBareDate, mergeCredits, NO_CREDITS, readCredits } from './credits.js';
import type { Drop } from './head.js';
import type { Line } from './line.js';
import { isProse } from './line-kind.js';

export interface Tail {
  readonly body: readonly Line[];
  readonly credits: Credits;
  readonly dropped: readonly Drop[];
}

/** 1、凡本网…: notices are numbered. */
const NOTICE_ITEM = /^[(（]?\d{1,2}[)）、.．]/;

/** Where a notice on copyright begins: at its heading below the text, when every paragraph from there on is numbered or speaks of copying. */
function noticeStart(lines: readonly Line[]): number {
  const firstProse = lines.findIndex((line) => isProse(line.stretch.text));
  if (firstProse < 0) return lines.length;
  const fits = ({ stretch: { text } }: Line): boolean =>
    !isProse(text) || noticeWords(text) > 0 || NOTICE_ITEM.test(text);
  let start = lines.length;
  for (let i = lines.length - 1; i > firstProse; i--) {
    const line = lines[i];
    if (line === undefined || !fits(line)) break;
    if (isNoticeHeading(line.stretch.text)) start = i;
  }
  return start;
}

/** The rule by which a line at the foot is furniture, or null. */
function footRule(text: string): string | null {
  if (isNotice(text) || (isNoticeHeading(text) && !isProse(text))) return 'copyright-notice';
  if (isFooter(text)) return 'footer';
  if (isRelatedHeading(text)) return 'related';
  if (isNavigation(text)) return 'navigation';
  return isPageTool(text) ? 'page-tool' : null;
}

/** Index behind the last line that is running text of the article. */
function textEnd(lines: readonly Line[]): number {
  let end = lines.length;
  while (end > 0) {
    const text = lines[end - 1]?.stretch.text ?? '';
    if (isProse(text) && !isNotice(text) && readCredits(text) === null && !isFooter(text)) break;
    end -= 1;
  }
  return end;
}

/**
 * Takes off what stands below an article's text: editors, notices, links, footers. Lines that no rule knows stay, unless
 * they stand below the site's own footer or below the heading of links to other articles.
 */
export function readTail(lines: readonly Line[]): Tail {
  const notice = noticeStart(lines);
  const dropped: Drop[] = lines.slice(notice).map((line) => ({ rule: 'copyright-notice', line }));
  const above = lines.slice(0, notice);
  const end = textEnd(above);
  // Where no line is running text, there is no foot to tell from the text.
  if (end === 0) return { body: lines, credits: NO_CREDITS, dropped: [] };
  const kept: Line[] = [];
  let credits = NO_CREDITS;
  let below: string | null = null;
  for (const line of above.slice(end)) {
    const { text } = line.stretch;
    const found = readCredits(text);
    if (found !== null) credits = mergeCredits(credits, found);
    const rule = footRule(text);
    if (rule === 'footer' || rule === 'related') below = rule;
    // A date alone closes a notice or minutes: it is read, and stays in the text.
    if (found !== null && !isBareDate(found)) dropped.push({ rule: 'credit', line });
    else if (rule !== null || below !== null) dropped.push({ rule: rule ?? below ?? 'footer', line });
    else kept.push(line);
  }
  return { body: [...above.slice(0, end), ...kept], credits, dropped };
}
