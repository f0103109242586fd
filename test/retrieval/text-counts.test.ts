import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LivePostings } from '../../src/retrieval/live-postings.js';
import { buildSegment, withPassages } from '../../src/retrieval/segment.js';
import { createTextCounts } from '../../src/retrieval/text-counts.js';
import { articlesOf } from './small-index.js';

function countsOf(texts: readonly string[]) {
  const lines = texts.map((text, i) => JSON.stringify({ id: String(i), text }));
  const articles = articlesOf({ 'texts.jsonl': lines.join('\n') });
  const segment = buildSegment(articles.map(withPassages));
  const places = articles.map((_, article) => ({ segment: 0, article }));
  const postings = new LivePostings([segment], places);
  return { ...createTextCounts(postings), folded: postings.passages.map((passage) => passage.folded) };
}

describe('createTextCounts', () => {
  it('counts passages, not places', () => {
    const { count } = countsOf(['水库水库', '水库大坝', '古桥']);
    expect(['水库', '大坝', '桥', '水', '机场'].map(count)).toEqual([2, 1, 1, 2, 0]);
  });

  it('counts and finds as a search of every text in every passage does', () => {
    const unit = fc.constantFrom('清', '河', '水', 'a', '1', '，');
    const texts = fc.array(fc.string({ unit, minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 });
    const sought = fc.array(fc.string({ unit, minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(texts, sought, (passages, list) => {
        const { count, passagesWith, folded } = countsOf(passages);
        for (const text of list) {
          const holding = folded.filter((one) => one.includes(text));
          expect(count(text)).toBe(holding.length);
          expect(passagesWith(text).map((passage) => passage.folded)).toEqual(holding);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts the articles that have it in their title, where no passage has it', () => {
    const article = JSON.stringify({ id: 'a', title: '云岭苑通知', text: '明天停水。' });
    const articles = articlesOf({ 'titles.jsonl': article });
    const places = articles.map((_, place) => ({ segment: 0, article: place }));
    const segment = buildSegment(articles.map(withPassages));
    const { count, estimate } = createTextCounts(new LivePostings([segment], places));
    expect(['云岭苑', '云', '停水', '水库'].map(count)).toEqual([1, 1, 1, 0]);
    expect(estimate('云岭苑')).toBe(1);
  });

  it('estimates exactly what is rare, and what is frequent by a sample', () => {
    const texts = Array.from({ length: 3000 }, (_, i) => (i % 3 === 0 ? '水库大坝' : '水库'));
    const { estimate } = countsOf([...texts, '石门古桥']);
    expect(estimate('石门古桥')).toBe(1);
    expect(estimate('水库')).toBe(3000);
    expect(Math.abs(estimate('库大坝') - 1000)).toBeLessThan(100);
  });

  it('never takes a text for missing that a sample misses', () => {
    const texts = Array.from({ length: 3000 }, (_, i) => (i === 1501 ? '水库存' : '水库。库存'));
    expect(countsOf(texts).estimate('水库存')).toBe(1);
  });
});
