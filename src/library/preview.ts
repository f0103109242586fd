/** What is shown of a file before it is kept: the beginnings of what is read in it, and what is left out. */
import type { Article, Receipt, UnreadableFile } from '../corpus/article.js';
import type { ArticleSummary } from './article-types.js';
import { summaryOf } from './articles.js';
import { type Listed, listed } from './listed.js';

/** Paragraphs that an article is shown with, and UTF-16 units of each. */
const BEGINNINGS = 3;
const BEGINNING_LENGTH = 1000;
/** More warnings than a message of Discord has room for. */
const WARNINGS = 100;
/** Examples that each rule is shown with. */
const EXAMPLES = 3;

/** An article as it begins. */
export interface PreviewedArticle {
  readonly summary: ArticleSummary;
  /** The first paragraphs, long ones cut. */
  readonly beginnings: readonly string[];
}

/** What a rule of cleaning left out. */
export interface DroppedByRule {
  readonly rule: string;
  readonly count: number;
  /** The first different texts. */
  readonly examples: readonly string[];
}

/** A file read and cleaned without being kept. */
export interface Preview {
  readonly articles: Listed<PreviewedArticle>;
  /** Of all articles, the busiest rule first. */
  readonly dropped: readonly DroppedByRule[];
  readonly unreadable: readonly UnreadableFile[];
  /** What was odd about the file and about its articles. */
  readonly warnings: Listed<string>;
}

/** Of a file that could be read; `warnings` are those about the file as a whole. */
export function previewOf(articles: readonly Article[], warnings: readonly string[]): Preview {
  const { count, first } = listed(articles);
  const odd = [...warnings, ...articles.flatMap((article) => article.warnings)];
  return {
    articles: { count, first: first.map(begun) },
    dropped: droppedByRule(articles.flatMap(({ dropped }) => dropped)),
    unreadable: [],
    warnings: listed(odd, WARNINGS),
  };
}

/** Of a file that could not. */
export function previewOfUnreadable(file: UnreadableFile): Preview {
  return { ...previewOf([], []), unreadable: [file] };
}

/** What was left out, rule by rule, the busiest first. */
export function droppedByRule(dropped: readonly Receipt[]): readonly DroppedByRule[] {
  const byRule = new Map<string, { count: number; readonly examples: Set<string> }>();
  for (const { rule, text } of dropped) {
    const known = byRule.get(rule) ?? { count: 0, examples: new Set() };
    known.count += 1;
    if (known.examples.size < EXAMPLES) known.examples.add(text);
    byRule.set(rule, known);
  }
  return [...byRule]
    .map(([rule, { count, examples }]) => ({ rule, count, examples: [...examples] }))
    .sort((a, b) => b.count - a.count);
}

function begun(article: Article): PreviewedArticle {
  const beginnings = article.paragraphs.slice(0, BEGINNINGS).map(({ text }) => beginningOf(text));
  return { summary: summaryOf(article, true), beginnings };
}

/** Never ends within a character. */
function beginningOf(text: string): string {
  return text.slice(0, BEGINNING_LENGTH).replace(/[\ud800-\udbff]$/u, '');
}
