import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Paragraph, Span } from '../../src/corpus/article.js';
import { decodeEntities, type RawFile, type ReadResult, readArticles } from '../../src/corpus/read.js';

const FIXTURES = join(import.meta.dirname, '../fixtures/corpus');

/** The articles on which the corpus notes are based; they are not part of the project. */
export const SEEDS = join(import.meta.dirname, '../../../shared/seeds');
export const BENCH = join(import.meta.dirname, '../../../shared/bench/paragraphs.jsonl');
export const hasSeeds = existsSync(SEEDS);
export const hasBench = existsSync(BENCH);

export function fixture(file: string): RawFile {
  return { file, bytes: readFileSync(join(FIXTURES, file)) };
}

export function readFixture(file: string): ReadResult {
  return readArticles(fixture(file));
}

export function textFile(text: string, file = 'a.txt'): RawFile {
  return { file, bytes: new TextEncoder().encode(text) };
}

/** The only article of a text. */
export function readText(text: string, file = 'a.txt'): Article {
  const [article] = readArticles(textFile(text, file)).articles;
  if (article === undefined) throw new Error('no article');
  return article;
}

export function texts(article: Article | undefined): readonly string[] {
  return (article?.paragraphs ?? []).map((paragraph: Paragraph) => paragraph.text);
}

/** What a checker makes of spans: the slices, decoded for HTML, joined. */
export function quoted(raw: string, spans: readonly Span[], format: Article['format']): string {
  return spans
    .map(([start, end]) => raw.slice(start, end))
    .map((slice) => (format === 'html' ? decodeEntities(slice) : slice))
    .join('');
}

/** The rules of an article's receipts, each with its number. */
export function rules(article: Article | undefined): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { rule } of article?.dropped ?? []) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
