import { fold } from '../language/script.js';
import type { DatedMention } from './article.js';
import { lineByline, namesIn } from './bylines.js';
import { isOutlet } from './outlets.js';
import { findPublished, publishedOf } from './published.js';

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

/** `stamp` is 时间 or 日期 without more: a time of publication only when it looks like one, else what a notice announces. */
type Label =
  | 'source'
  | 'author'
  | 'reporters'
  | 'editors'
  | 'published'
  | 'stamp'
  | 'url'
  | 'originalTitle'
  | 'other';

/** Labels on the folded layer. Longer ones stand first where one begins with another. */
const LABELS: readonly (readonly [Label, string])[] = [
  ['source', '文章来源|信息来源|新闻来源|稿件来源|内容来源|来源|来 源|稿源|出处'],
  ['editors', '责任编辑|值班编辑|执行编辑|本期编辑|网络编辑|新媒体编辑|文字编辑|编辑|责编|编 辑'],
  ['author', '作者|作 者|撰文|撰稿'],
  ['reporters', '本报记者|本网记者|文字记者|记者|通讯员|采写'],
  ['published', '发布时间|发布日期|发表时间|发表日期|刊发时间|发稿时间|更新时间|成文日期|印发日期|发布于'],
  ['stamp', '时间|日期'],
  ['originalTitle', '原标题|原题|原文标题'],
  ['url', '原文链接|本文链接|文章链接|原文地址|链接|网址'],
  [
    'other',
    '点击次数|点击数|点击量|点击|浏览次数|浏览量|浏览|阅读次数|阅读量|阅读数|阅读|访问量|访问次数|评论数|评论|人气|字号|字体|分享到|分享|收藏|打印|审核|校对|监制|终审|审签|主编|编审|统筹|制作|值班主任|值班总监|视觉|美编|版式|二审|三审|初审|复审|栏目|分类|标签|关键词|字数|文号|索引号|发布机构|主题分类',
  ],
];
const KIND_OF: ReadonlyMap<string, Label> = new Map(
  LABELS.flatMap(([kind, words]) => words.split('|').map((word): [string, Label] => [word, kind])),
);
/** Behind another word these are parts of that word: 会议时间, 资金来源. */
const NOT_BEHIND_A_WORD =
  '(?<!\\p{Script=Han})(?=时间|日期|链接|网址|浏览|阅读|评论|栏目|分类|标签|字体|统筹|制作)|(?<!资金|经费|数据|图片|资料|消息|财源|收入)(?!时间|日期|链接|网址|浏览|阅读|评论|栏目|分类|标签|字体|统筹|制作)';
const LABEL = new RegExp(
  `(?:${NOT_BEHIND_A_WORD})(${[...KIND_OF.keys()].sort((a, b) => b.length - a.length).join('|')}) {0,3}(?::|(?<=(?:^|[ |])\\S{1,6} {0,3})[|丨/]) {0,3}`,
  'gu',
);
/** Words beside the fields of a credit line that say nothing. */
const TOOLS =
  /收藏|分享到?|打印本?页?|关闭(?:窗口)?|字号|字体|大 中 小|[【[]?(?:大|中|小)[】\]]?|[TtAa][+-]|评论|点赞|微信|微博|qq空间|复制链接|返回|我要(?:投稿|纠错|评论)|纠错|扫码|手机看|听新闻|语音播报|次|条|人?参与/g;
const LONGEST_VALUE = 60;
const LONGEST_TITLE = 140;
/** Characters of a credit line that no field and no date account for. */
const LONGEST_REST = 6;
const VALUE_END = / {2,}|\t|[|]| (?=收藏|分享|打印|字号|字体|评论|我要|微信|微博|\[|【)/;
const STAMP = /^(?:19|20)\d{2}[-/.]\d|^\d{4}年\d{1,2}月\d{1,2}日 \d{1,2}:\d/;
const PROSE = /[。;!?]/;

interface Field {
  readonly label: Label;
  readonly value: string;
}

/** Cuts a line at its labels: `来源: 河南日报编辑: 张雨晴` holds two fields. Offsets on both layers are equal. */
function fieldsOf(
  text: string,
  folded: string,
): { readonly fields: readonly Field[]; readonly before: string } {
  const labels = Array.from(folded.matchAll(LABEL));
  const fields = labels.map((match, i): Field => {
    const start = match.index + match[0].length;
    const end = labels[i + 1]?.index ?? text.length;
    const label = KIND_OF.get(match[1] ?? '') ?? 'other';
    const value = folded.slice(start, end);
    const cutAt = label === 'originalTitle' ? -1 : value.search(VALUE_END);
    return { label, value: text.slice(start, cutAt < 0 ? end : start + cutAt).trim() };
  });
  return { fields, before: text.slice(0, labels[0]?.index ?? text.length) };
}

function bare(value: string): string | null {
  const name = value.replace(/^[\s《“"'「[【(（]+|[\s》”"'」\]】)）]+$/g, '').replace(/\s+/g, ' ');
  return name === '' || /^[-—\d\s]*$/.test(name) ? null : name;
}

function people(value: string): readonly string[] {
  const names = namesIn(value.replace(/[)）\]】]+$/, ''));
  return names.length > 0 ? names : [];
}

function add(credits: Credits, { label, value }: Field): Credits {
  switch (label) {
    case 'source':
      return { ...credits, source: credits.source ?? bare(value) };
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

/** A line of labelled fields and a date, and nothing much else; null for any other line. */
export function readCredits(text: string): Credits | null {
  const line = text.replace(/^[(（[【]\s*(?=\S)|\s*[)）\]】]$/g, (bracket) => ' '.repeat(bracket.length));
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
  return words.length <= LONGEST_REST && fields.length > 0 ? credits : null;
}

/** A field of front matter, a page's head or a record, read as people's names; the outlet's own name is none. */
export function peopleOf(value: string | readonly string[]): readonly string[] {
  return (typeof value === 'string' ? [value] : value).flatMap((item) => people(item));
}

export { publishedOf };
