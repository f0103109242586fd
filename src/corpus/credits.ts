import { fold } from '../language/script.js';
import type { DatedMention } from './article.js';
import { lineByline, namesIn } from './bylines.js';
import { type Field, fieldsOf } from './credit-labels.js';
import { isOutlet } from './outlets.js';
import { findPublished } from './published.js';

/** What the labelled lines of an article's head or foot tell. */
export interface Credits {
  readonly source: string | null;
  readonly author: string | null;
  readonly reporters: readonly string[];
  readonly editors: readonly string[];
  readonly published: DatedMention | null;
  readonly url: string | null;
  readonly originalTitle: string | null;
}

export const NO_CREDITS: Credits = {
  source: null,
  author: null,
  reporters: [],
  editors: [],
  published: null,
  url: null,
  originalTitle: null,
};

/** Words beside the fields of a credit line that say nothing. */
const TOOLS =
  /收藏|分享到?|打印本?页?|关闭(?:窗口)?|字号|字体|大 中 小|[【[]?(?:大|中|小)[】\]]?|[TtAa][+-]|评论|点赞|微信|微博|qq空间|复制链接|返回|我要(?:投稿|纠错|评论)|纠错|扫码|手机看|听新闻|语音播报|次|条|人?参与/g;
const LONGEST_VALUE = 60;
const LONGEST_TITLE = 140;
/** Characters of a credit line that no field and no date account for. */
const LONGEST_REST = 6;
const STAMP = /^(?:19|20)\d{2}[-/.]\d|^\d{4}年\d{1,2}月\d{1,2}日 \d{1,2}:\d/;
const PROSE = /[。;!?]/;

function bare(value: string): string | null {
  const name = value
    .replace(/^[\s《“"'「[【(（]+|(?<![\s》”"'」\]】)）])[\s》”"'」\]】)）]+$/g, '')
    .replace(/\s+/g, ' ');
  return name === '' || /^[-—\d\s]*$/.test(name) ? null : name;
}

function people(value: string): readonly string[] {
  const names = namesIn(value.replace(/(?<![)）\]】])[)）\]】]+$/, ''));
  return names.length > 0 ? names : [];
}

/** 来源: 某报 记者 某某: the reporter's label goes without a colon. */
const REPORTERS_BEHIND = /^(.{2,40}?)\s+(?:本报|本网|本刊)?(?:记者|通讯员)\s*(\S.{1,40})$/u;

function sourceAndReporters(value: string): {
  readonly source: string;
  readonly reporters: readonly string[];
} {
  const [, source, names] = REPORTERS_BEHIND.exec(value) ?? [];
  const reporters = names === undefined ? [] : people(names);
  return source === undefined || reporters.length === 0
    ? { source: value, reporters: [] }
    : { source, reporters };
}

function add(credits: Credits, { label, value }: Field): Credits {
  switch (label) {
    case 'source': {
      const { source, reporters } = sourceAndReporters(value);
      return {
        ...credits,
        source: credits.source ?? bare(source),
        reporters: [...credits.reporters, ...reporters],
      };
    }
    case 'author':
      return { ...credits, author: credits.author ?? bare(value) };
    case 'reporters':
      return { ...credits, reporters: [...credits.reporters, ...people(value)] };
    case 'editors':
      return { ...credits, editors: [...credits.editors, ...people(value)] };
    case 'published':
    case 'stamp': {
      const found = findPublished(value);
      const date = found && { text: found.text, iso: found.iso, certainty: found.certainty };
      return { ...credits, published: credits.published ?? date };
    }
    case 'url':
      return { ...credits, url: credits.url ?? /https?:\/\/[^\s<>"']{3,500}/.exec(value)?.[0] ?? null };
    case 'originalTitle':
      return { ...credits, originalTitle: credits.originalTitle ?? bare(value) };
    case 'other':
      return credits;
  }
}

/** What is said by both, the first where both say it. */
export function mergeCredits(first: Credits, second: Credits): Credits {
  return {
    source: first.source ?? second.source,
    author: first.author ?? second.author,
    reporters: [...new Set([...first.reporters, ...second.reporters])],
    editors: [...new Set([...first.editors, ...second.editors])],
    published: first.published ?? second.published,
    url: first.url ?? second.url,
    originalTitle: first.originalTitle ?? second.originalTitle,
  };
}

/** Whether all that is said is a date, without a time of day. */
export function isBareDate(credits: Credits): boolean {
  return (
    credits.published !== null &&
    !(credits.published.iso ?? '').includes('T') &&
    credits.source === null &&
    credits.author === null &&
    credits.url === null &&
    credits.reporters.length === 0 &&
    credits.editors.length === 0
  );
}

/** Whether a value is none that its label can have in a credit line. */
function unlikely({ label, value }: Field): boolean {
  if (label === 'stamp') return !STAMP.test(value);
  return label === 'originalTitle'
    ? value.length > LONGEST_TITLE
    : label !== 'url' && (value.length > LONGEST_VALUE || PROSE.test(fold(value)));
}

/** 某某公安 2024-02-05 18:00 发表于某地: what the head of a message says of its account. */
const ACCOUNT = /^(\S{2,16})\s+发[表布]于\s?\S{2,8}$/u;
const LONGEST_UNLABELLED = 60;

/** The account of a message, or outlet and reporters where the reporters' label goes without a colon, of a line with a date; else null. */
function withoutLabels(rest: string): Pick<Credits, 'source' | 'reporters'> | null {
  const line = rest.trim();
  if (line.length > LONGEST_UNLABELLED) return null;
  const account = ACCOUNT.exec(fold(line))?.[1];
  if (account !== undefined) return { source: line.slice(0, account.length), reporters: [] };
  const named = sourceAndReporters(
    line.replace(/(?<!\s)\s{1,9}(?:评论|阅读|浏览|点击|点赞|收藏)(?:量|数)?\s?[(（[]?\d{0,9}[)）\]]?$/u, ''),
  );
  return named.reporters.length > 0 ? { source: bare(named.source), reporters: named.reporters } : null;
}

/** A line of labelled fields and a date, and nothing much else; null for any other line. */
export function readCredits(text: string): Credits | null {
  const line = text.replace(/^[(（[【]\s*(?=\S)|(?:(?<!\s)\s+)?[)）\]】]$/g, (bracket) =>
    ' '.repeat(bracket.length),
  );
  const byline = lineByline(text);
  if (byline !== null) return { ...NO_CREDITS, reporters: byline.reporters, source: byline.outlet };
  const folded = fold(line);
  const { fields, before } = fieldsOf(line, folded);
  if (fields.some(unlikely)) return null;
  const date = findPublished(before);
  const rest = (date === null ? before : `${before.slice(0, date.start)} ${before.slice(date.end)}`).trim();
  if (fields.length === 0 && date === null) return null;
  let credits = fields.reduce(add, NO_CREDITS);
  if (date !== null) {
    const { text: written, iso, certainty } = date;
    credits = { ...credits, published: credits.published ?? { text: written, iso, certainty } };
  }
  const words = fold(rest)
    .replace(TOOLS, '')
    .replace(/[\s\-—·|/[\]【】()0-9:,]+/g, '');
  if (words === '') return credits;
  if (date !== null && isOutlet(words))
    return { ...credits, source: credits.source ?? bare(rest.replace(/^[|\s]+|[|\s]+$/g, '')) };
  const unlabelled = date === null || fields.length > 0 ? null : withoutLabels(rest);
  if (unlabelled !== null) return { ...credits, ...unlabelled };
  return words.length <= LONGEST_REST && fields.length > 0 ? credits : null;
}
