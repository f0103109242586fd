import { fold } from '../language/script.js';
import type { Known } from './assemble.js';
import { namesIn } from './bylines.js';
import { type Credits, NO_CREDITS } from './credits.js';
import type { FrontMatter } from './front-matter.js';
import type { PageHead } from './html.js';
import { isOutlet } from './outlets.js';
import { publishedOf } from './published.js';

type Fields = FrontMatter['fields'];

/** Names under which front matter keeps what is wanted here. */
const KEYS = {
  title: ['title', '标题', '標題', 'headline'],
  subtitles: ['subtitle', 'subtitles', 'kicker', '副标题', '副標題', '原标题', '原標題', 'original_title'],
  source: ['source', '来源', '來源', 'outlet', 'publisher', 'site', 'media'],
  author: ['author', '作者', 'authors'],
  reporters: ['reporter', 'reporters', '记者', '記者', 'byline'],
  editors: ['editor', 'editors', '编辑', '編輯', '责任编辑', '責任編輯'],
  published: [
    'date',
    'published',
    'publishedat',
    'published_at',
    'pubdate',
    'datetime',
    '发布时间',
    '發布時間',
    '日期',
    '时间',
    '時間',
    'created',
  ],
  url: ['url', 'link', 'permalink', 'original_url', 'source_url', '链接', '連結'],
} as const;

function listOf(fields: Fields, keys: readonly string[]): readonly string[] {
  for (const key of keys) {
    const value = fields[key];
    if (value !== undefined) return typeof value === 'string' ? [value] : value;
  }
  return [];
}

function first(fields: Fields, keys: readonly string[]): string | null {
  return listOf(fields, keys)[0] ?? null;
}

/** Names that stand in a field of their own; also several in one. */
function people(values: readonly string[]): readonly string[] {
  return values.flatMap((value) => {
    const names = namesIn(value);
    return names.length > 0 ? names : [value.trim()];
  });
}

function webAddress(value: string | null): string | null {
  return value !== null && /^https?:\/\/\S+$/.test(value) ? value : null;
}

/** What front matter says of its article. */
export function knownFromFrontMatter(fields: Fields): Known {
  const credits: Credits = {
    ...NO_CREDITS,
    source: first(fields, KEYS.source),
    author: listOf(fields, KEYS.author).join('、') || null,
    reporters: people(listOf(fields, KEYS.reporters)),
    editors: people(listOf(fields, KEYS.editors)),
    published: publishedOf(first(fields, KEYS.published)),
    url: webAddress(first(fields, KEYS.url)),
  };
  return { title: first(fields, KEYS.title), subtitles: listOf(fields, KEYS.subtitles), credits };
}

const META = {
  title: ['og:title', 'articletitle', 'headline', 'twitter:title'],
  source: ['contentsource', 'source', 'og:site_name', 'mediaid', 'sitename'],
  author: ['author', 'article:author', 'og:article:author'],
  published: [
    'article:published_time',
    'og:published_time',
    'publishdate',
    'pubdate',
    'datepublished',
    'og:release_date',
    'datetime',
    'date',
  ],
  url: ['og:url'],
} as const;

/** 标题_新乡网, 标题 - 观察者网, 标题|频道|网站: what stands behind the title in a page's title. */
const TITLE_SEPARATOR = /(?:(?<!\s)\s+)?(?:_+|\||丨|｜|--+|—+|(?<=\s)[-–]\s)\s*/;
const SHORTEST_TITLE = 3;

function withoutSite(title: string): string {
  const parts = title.split(TITLE_SEPARATOR).filter((part) => part !== '');
  const [head = title, ...rest] = parts;
  if (head.length < SHORTEST_TITLE) return title;
  const names = rest.findIndex((part) => isOutlet(fold(part)) || part.length < head.length);
  return names === 0 ? head : title;
}

function meta(head: PageHead, names: readonly string[]): string | null {
  for (const name of names) {
    const value = head.meta.get(name);
    if (value) return value;
  }
  return null;
}

/** The title that the page gives for sharing, else its heading if its title confirms it, else its title without the site. */
function pageTitle(head: PageHead): string | null {
  const shared = meta(head, META.title);
  if (shared !== null) return withoutSite(shared);
  if (head.title === null) return head.heading;
  return head.heading !== null && head.title.includes(head.heading) ? head.heading : withoutSite(head.title);
}

/** What a page's head says of its article. */
export function knownFromPage(head: PageHead): Known {
  return {
    title: pageTitle(head),
    subtitles: [],
    credits: {
      ...NO_CREDITS,
      source: meta(head, META.source),
      author: meta(head, META.author),
      published: publishedOf(meta(head, META.published)),
      url: webAddress(head.canonical) ?? webAddress(meta(head, META.url)),
    },
  };
}

/** The first where both say something. */
export function mergeKnown(a: Known, b: Known): Known {
  return {
    title: a.title ?? b.title,
    subtitles: [...a.subtitles, ...b.subtitles],
    credits: {
      ...a.credits,
      source: a.credits.source ?? b.credits.source,
      author: a.credits.author ?? b.credits.author,
      published: a.credits.published ?? b.credits.published,
      url: a.credits.url ?? b.credits.url,
    },
  };
}
