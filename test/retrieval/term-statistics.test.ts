import { describe, expect, it } from 'vitest';
import { idf, TermCounter, termStatistics } from '../../src/retrieval/term-statistics.js';
import { termKey } from '../../src/retrieval/terms.js';

function counted(...passages: readonly (readonly string[])[]) {
  const counter = new TermCounter();
  for (const terms of passages) counter.add(new Set(terms.map(termKey)));
  return counter.finish();
}

describe('TermCounter', () => {
  it('counts in how many passages a term stands', () => {
    const statistics = counted(['水库', '大坝'], ['水库'], ['古桥']);
    expect(statistics.passages).toBe(3);
    expect(['水库', '大坝', '古桥', '机场'].map((term) => statistics.frequency(term))).toEqual([2, 1, 1, 0]);
  });

  it('knows nothing of an empty corpus', () => {
    const statistics = counted();
    expect(statistics.passages).toBe(0);
    expect(statistics.frequency('水库')).toBe(0);
  });

  it('gives columns from which the same table is made again', () => {
    const statistics = counted(['水库', '大坝'], ['水库']);
    const again = termStatistics(2, statistics.keys, statistics.counts);
    expect([...statistics.keys]).toEqual([...statistics.keys].sort((a, b) => a - b));
    expect(again.frequency('水库')).toBe(2);
  });
});

describe('idf', () => {
  it('falls as a term stands in more passages and is never negative', () => {
    const values = [0, 1, 10, 50, 100].map((frequency) => idf(frequency, 100));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(values.at(-1)).toBeGreaterThan(0);
  });
});
