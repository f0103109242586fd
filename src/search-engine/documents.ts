/** Passages as the cluster holds them: our own terms, and what a filter may ask of their articles. */
import type { Article } from '../corpus/article.js';
import { dateOf } from '../corpus/article-date.js';
import { passageTerms } from '../retrieval/passage-terms.js';
import type { Segment } from '../retrieval/segment.js';
import { termKey } from '../retrieval/terms.js';

/** The server's whitespace tokenizer cuts longer words in two. */
const LONGEST_TERM = 200;
/** Longer names are not filtered by; what Lucene takes is 32,766 bytes. */
const LONGEST_NAME = 8000;
const MONTHS = 12;

/** MiniSearch's own, so that the candidates of both engines are the same but for the last ones. */
const BM25 = { k1: 1.2, b: 0.7 };

/** What an index of passages is made with. Its passages never change, so that it is refreshed once, when it is full. */
export function segmentIndex(replicas: number) {
  const name = { type: 'keyword', doc_values: false, ignore_above: LONGEST_NAME };
  const day = { type: 'date', format: 'strict_date', doc_values: false, ignore_malformed: true };
  return {
    settings: {
      number_of_shards: 1,
      auto_expand_replicas: `0-${replicas}`,
      refresh_interval: '-1',
      'translog.durability': 'request',
      'unassigned.node_left.delayed_timeout': '0ms',
      similarity: { default: { type: 'BM25', ...BM25 } },
    },
    mappings: {
      dynamic: false,
      _source: { includes: ['bytes', 'files'] },
      properties: {
        terms: { type: 'text', analyzer: 'whitespace', index_options: 'freqs', norms: true },
        passage: { type: 'integer', index: false },
        article: name,
        file: name,
        title: name,
        source: name,
        first_day: day,
        last_day: day,
      },
    },
  };
}

export interface PassageDocument {
  /** The passage's place in its segment. */
  readonly passage: number;
  readonly terms: string;
  readonly article: string;
  readonly file: string;
  readonly title?: string;
  readonly source?: string;
  /** The days between which the article's date lies; absent without one. */
  readonly first_day?: string;
  readonly last_day?: string;
}

/** The documents of a segment's passages, in order. */
export function* passageDocuments({ articles, firsts, passages }: Segment): Iterable<PassageDocument> {
  for (const [place, article] of articles.entries()) {
    const ofArticle = metadataOf(article);
    const first = firsts[place] ?? 0;
    const ofPassages = passageTerms(article, passages.slice(first, firsts[place + 1]));
    for (const [i, terms] of ofPassages.entries())
      yield { passage: first + i, terms: terms.map(engineTerm).join(' '), ...ofArticle };
  }
}

/** A term as the cluster knows it: itself, or a key in its place where it is too long. */
export function engineTerm(term: string): string {
  return term.length <= LONGEST_TERM ? term : `#${termKey(term)}`;
}

function metadataOf(article: Article): Omit<PassageDocument, 'passage' | 'terms'> {
  const { id, file, title, source } = article;
  const date = dateOf(article);
  return {
    article: id,
    file,
    ...(title === null ? {} : { title }),
    ...(source === null ? {} : { source }),
    ...(date === null ? {} : { first_day: firstDay(date), last_day: lastDay(date) }),
  };
}

/** Whether a name is short enough to be filtered by. */
export function isFilteredBy(name: string): boolean {
  return name.length <= LONGEST_NAME;
}

/** The first day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function firstDay(date: string): string {
  const [year, month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}`;
}

/** The last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function lastDay(date: string): string {
  const [year, month = String(MONTHS), day] = date.split('-');
  if (day !== undefined) return date;
  // Day 0 of a month is the last of the one before.
  return `${year}-${month}-${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`;
}
