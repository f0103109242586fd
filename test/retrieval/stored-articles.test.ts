import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article, Paragraph } from '../../src/corpus/article.js';
import { loadSnapshot, saveSnapshot } from '../../src/retrieval/snapshot.js';
import { bodyBytes, headRow, restBytes, StoredArticle } from '../../src/retrieval/stored-articles.js';
import { RecentlyUsed, type Sized } from '../../src/retrieval/stored-bytes.js';
import { newFolder } from '../command-line.js';
import { article as sample } from '../discord/samples.js';
import { plainArticle } from './plain.js';
import { NEWS, partsOf } from './small-index.js';

let root: string;

beforeAll(async () => {
  root = await newFolder();
});

afterAll(() => rm(root, { recursive: true, force: true }));

/** The article as it comes back from its bytes. `budget`: what is kept of the bodies. */
function stored(article: Article, budget = 1000): StoredArticle {
  const [body, rest] = [bodyBytes(article), restBytes(article)];
  const all = Buffer.concat([body, rest]);
  const starts = Uint32Array.of(0, body.length, all.length);
  const paragraphFirsts = Uint32Array.of(0, article.paragraphs.length);
  const recent = new RecentlyUsed<Sized>(budget);
  const bytes = { read: (start: number, end: number) => Buffer.from(all.subarray(start, end)) };
  return new StoredArticle(
    headRow(article),
    { bytes, starts, paragraphFirsts, recent, sameText: (text) => text },
    0,
  );
}

const run = fc.record({ at: fc.nat(), length: fc.nat(), raw: fc.nat(), rawLength: fc.nat() });
const date = fc.record({
  text: fc.string(),
  iso: fc.option(fc.string()),
  certainty: fc.constantFrom('stated' as const, 'resolved' as const, 'inferred' as const),
  at: fc.nat(),
});
const paragraph = fc.record({
  text: fc.string({ unit: 'binary' }),
  runs: fc.array(run),
  dates: fc.array(date),
  reporters: fc.array(fc.string()),
  damaged: fc.boolean(),
});
const articles = fc
  .record({
    title: fc.option(fc.string({ unit: 'grapheme' })),
    extracted: fc.option(fc.string(), { nil: undefined }),
    dropped: fc.array(
      fc.record({ rule: fc.string(), text: fc.string(), span: fc.tuple(fc.nat(), fc.nat()) }),
    ),
    paragraphs: fc.array(paragraph),
  })
  .map(({ paragraphs, ...rest }) => ({
    ...sample(rest),
    paragraphs: paragraphs.map((one, i): Paragraph => ({ number: i + 1, ...one })),
  }));

describe('a stored article', () => {
  it('holds whatever was stored', () => {
    fc.assert(
      fc.property(articles, (article) => {
        expect(plainArticle(stored(article))).toEqual(plainArticle(article));
      }),
      { numRuns: 200 },
    );
  });

  it('has the same paragraphs as long as somebody holds one, though nothing of them is kept', () => {
    const article = stored(sample({ paragraphs: [{ ...empty, text: '第一段。' }] }), 0);
    const [first] = article.paragraphs;
    expect(article.paragraphs[0]).toBe(first);
  });

  it('crosses to another process without its text', () => {
    const whole = sample({ title: '水库竣工', paragraphs: [{ ...empty, text: '清河水库竣工。' }] });
    const { paragraphs: _, dropped: __, extracted: ___, ...head } = whole;
    expect(structuredClone(stored(whole))).toEqual(head);
  });

  it('is read after its snapshot was removed', async () => {
    const parts = await partsOf(NEWS);
    const folder = join(root, 'removed');
    await saveSnapshot(folder, parts, 'print');
    const { parts: loaded } = await loadSnapshot(folder);
    await rm(folder, { recursive: true });
    expect(loaded.segments.flatMap(({ articles: all }) => all.map(plainArticle))).toEqual(
      parts.segments.flatMap(({ articles: all }) => all.map(plainArticle)),
    );
  });
});

const empty: Paragraph = { number: 1, text: '', runs: [], dates: [], reporters: [], damaged: false };
