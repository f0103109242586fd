import { fold } from '../language/script.js';
import { isFooter, isNavigation, isPageTool } from './boilerplate.js';
import { type Credits, isBareDate, mergeCredits, NO_CREDITS, readCredits } from './credits.js';
import type { Line } from './line.js';
import { isDateline, isHeadline, isItem, isProse, isSpeaker } from './line-kind.js';

/** A line that is left out of the text, and the rule that did it. */
export interface Drop {
  readonly rule: string;
  readonly line: Line;
}

/** An article's lines, sorted by what they are. */
export interface SortedLines {
  readonly title: string | null;
  readonly subtitles: readonly string[];
  readonly credits: Credits;
  readonly body: readonly Line[];
  readonly dropped: readonly Drop[];
}

/** Lines before the text proper; with more of them it has no head. */
const LONGEST_HEAD = 40;
/** With more of them the lines below a title are its text and not subtitles. */
const MOST_SUBTITLES = 4;

/** A time of day, a sum, a question or a row of a table belongs to the text. */
const STATES = /\d[::]\d{2}|\d ?元|[?]$|^q\d*[:、.]|^\||→/u;

interface Head {
  /** Lines that are neither furniture nor credits. */
  readonly candidates: readonly Line[];
  readonly credits: Credits;
  readonly dropped: readonly Drop[];
  /** Where the text begins; null when no line is prose. */
  readonly bodyStart: number | null;
}

function furnitureRule(text: string): string | null {
  if (isNavigation(text)) return 'navigation';
  if (isPageTool(text)) return 'page-tool';
  return isFooter(text) ? 'footer' : null;
}

/** The rule that a credit line falls under: one that gives an original title is a subtitle. */
function creditRule(credits: Credits): string {
  return credits.originalTitle === null ? 'credit' : 'subtitle';
}

/** Goes through the lines up to the first that is running text or a dateline. */
function scan(lines: readonly Line[]): Head {
  const candidates: Line[] = [];
  const dropped: Drop[] = [];
  let credits = NO_CREDITS;
  // Sites show the day on which the page was opened; a date alone counts only where no credit gives one.
  let bareDate = NO_CREDITS;
  let index = 0;
  for (; index < Math.min(lines.length, LONGEST_HEAD); index++) {
    const line = lines[index];
    if (line === undefined) break;
    const { text } = line.stretch;
    const found = readCredits(text);
    const rule = furnitureRule(text);
    if (found !== null) {
      if (isBareDate(found)) bareDate = mergeCredits(bareDate, found);
      else credits = mergeCredits(credits, found);
      dropped.push({ rule: creditRule(found), line });
    } else if (rule !== null) {
      dropped.push({ rule, line });
    } else if (isDateline(text) || isProse(text)) {
      return { candidates, credits: mergeCredits(credits, bareDate), dropped, bodyStart: index };
    } else {
      candidates.push(line);
    }
  }
  const bodyStart = index < lines.length ? index : null;
  return { candidates, credits: mergeCredits(credits, bareDate), dropped, bodyStart };
}

const compact = (text: string): string => text.replace(/[\s\p{P}]/gu, '');

/** Which candidate is the title: the one that the page or front matter names, else the first heading, else the first headline. */
function titleAmong(candidates: readonly Line[], known: string | null): number {
  if (known !== null) return candidates.findIndex((line) => compact(line.stretch.text) === compact(known));
  const heading = candidates.findIndex((line) => line.heading);
  if (heading >= 0) return heading;
  const headlines = candidates.map((line) => isHeadline(line.stretch.text));
  const telling = candidates.findIndex((line, i) => headlines[i] === true && !isOfSite(line.stretch.text));
  return telling >= 0 ? telling : headlines.indexOf(true);
}

/** The name of the site or the company, or labelled numbers (证券代码: 600000 公告编号: 2024-001): above a title, and no title. */
const SITE_NAME = /^\S{2,20}(?:门户网站|官方网站|官网|政务网|政府网|有限公司)$/u;
const NUMBERED = /^\S{2,8}(?:代码|编号|文号|索引号)\s?[:：]\s?\S/u;

function isOfSite(text: string): boolean {
  const folded = fold(text).trim();
  return SITE_NAME.test(folded) || NUMBERED.test(folded);
}

function isSubtitle(line: Line): boolean {
  const { text } = line.stretch;
  return !line.heading && isHeadline(text) && !isItem(text) && !isSpeaker(text) && !STATES.test(fold(text));
}

/** How many of the lines below the title are subtitles: none when there are too many to be. */
function subtitleCount(lines: readonly Line[]): number {
  const first = lines.findIndex((line) => !isSubtitle(line));
  const count = first < 0 ? lines.length : first;
  return count > MOST_SUBTITLES ? 0 : count;
}

/**
 * Takes the head off an article: title, subtitles, credits and the site's furniture above the text. `knownTitle` is what
 * front matter or the page's head says. A line whose part in the head is not clear stays in the body.
 */
export function readHead(lines: readonly Line[], knownTitle: string | null): SortedLines {
  const { candidates, credits, dropped, bodyStart } = scan(lines);
  const text = bodyStart === null ? [] : lines.slice(bodyStart);
  const at = titleAmong(candidates, knownTitle);
  // A text of one line, or one without a single sentence whose first line is no title, is all body.
  if (bodyStart === null && candidates.length < 2 && knownTitle === null) {
    return { title: null, subtitles: [], credits, body: candidates, dropped };
  }
  const titleLine = candidates[at];
  const others = candidates.filter((line) => line !== titleLine);
  const ofSite = others.filter((line) => !line.heading && isOfSite(line.stretch.text));
  const rest = others.filter((line) => !ofSite.includes(line));
  const count = bodyStart === null ? 0 : subtitleCount(rest);
  const subtitles = [...ofSite, ...rest.slice(0, count)];
  const drops: Drop[] = [
    ...(titleLine === undefined ? [] : [{ rule: 'title', line: titleLine }]),
    ...subtitles.map((line) => ({ rule: 'subtitle', line })),
  ];
  return {
    title: knownTitle ?? titleLine?.stretch.text ?? null,
    subtitles: subtitles.map((line) => line.stretch.text),
    credits,
    body: [...rest.slice(count), ...text],
    dropped: [...dropped, ...drops],
  };
}
