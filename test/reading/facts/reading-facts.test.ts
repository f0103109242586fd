import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { outlineOf } from '../../../src/reading/facts/outline.js';
import { decodeOutline } from '../../../src/reading/facts/outline-code.js';
import { outlineArticle } from '../../../src/reading/facts/outlining.js';
import {
  decodeFacts,
  encodeFacts,
  extractFacts,
  factsKey,
} from '../../../src/reading/facts/reading-facts.js';
import { corpusOf } from '../corpus.js';

const SAMPLES = new URL('../../../corpus/', import.meta.url);
const { articles, index } = corpusOf(
  Object.fromEntries(
    readdirSync(SAMPLES)
      .filter((name) => name !== 'README.md' && name !== 'LICENSE')
      .map((name) => [name, readFileSync(new URL(name, SAMPLES), 'utf8')]),
  ),
);
const { knowledge } = index;

describe('facts of articles', () => {
  const facts = decodeFacts(encodeFacts(extractFacts(articles, knowledge.persons)));

  test.each(articles.map((article) => [article.title ?? article.file, article] as const))(
    'give back the outline of %s',
    (_, article) => {
      const encoded = facts.articles.get(factsKey(article)) ?? new Uint8Array();
      expect(decodeOutline(encoded, article)).toEqual(outlineArticle(article, knowledge.persons));
    },
  );

  test('statements share their lines and groups with the outline', () => {
    const outlines = articles.map((article) =>
      decodeOutline(facts.articles.get(factsKey(article)) ?? new Uint8Array(), article),
    );
    const statements = outlines.flatMap(({ statements: own }) => own);
    expect(statements.length).toBeGreaterThan(20);
    for (const { lines, statements: own } of outlines)
      for (const { line } of own) expect(lines).toContain(line);
  });

  test('are what the reader reads by, where the corpus has them', () => {
    const known = { ...knowledge, readingFacts: encodeFacts(extractFacts(articles, new Set(['魏建平']))) };
    const [article] = articles.filter(({ file }) => file === 'local-news.txt');
    if (article === undefined) throw new Error('local-news.txt is gone');
    const names = outlineOf(article, known).lines.flatMap(({ groups }) =>
      groups.flatMap(({ members }) => members.map(({ name }) => name)),
    );
    expect(names).toContain('魏建平');
    expect(names).not.toContain('李卫东');
  });

  test('an outline stays the same value', () => {
    const [article] = articles;
    if (article === undefined) throw new Error('no articles');
    expect(outlineOf(article, knowledge)).toBe(outlineOf(article, knowledge));
  });

  test.each([[[]], [[0, 0, 0, 9, 1]], [[0, 0, 0, 2, 91, 93, 5]]])(
    'bytes that are no facts are refused: %j',
    (bytes) => {
      expect(() => decodeFacts(Uint8Array.from(bytes))).toThrow(RangeError);
    },
  );
});
