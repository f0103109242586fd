import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/retrieval/analysis.js';
import type { CorpusIndex } from '../../src/retrieval/corpus-index.js';
import { queryTerms } from '../../src/retrieval/query.js';
import { indexOf, NEWS } from './small-index.js';

let index: CorpusIndex;

beforeAll(async () => {
  index = await indexOf(NEWS);
});

describe('queryTerms', () => {
  const weight = (text: string, term: string) =>
    queryTerms(analyse(text, index), index.statistics).find((one) => one.term === term)?.weight ?? 0;

  it('searches the words of the question fully and its question phrases lightly', () => {
    const text = '请问清河水库的库容是多少？';
    expect(weight(text, '水库')).toBe(1);
    expect(weight(text, '多少')).toBeGreaterThan(0);
    expect(weight(text, '多少')).toBeLessThan(1);
  });

  it('searches each term once', () => {
    const terms = queryTerms(analyse('水库的水库', index), index.statistics).map(({ term }) => term);
    expect(new Set(terms).size).toBe(terms.length);
  });

  it('searches the Chinese of an English question', () => {
    expect(weight('How large is the reservoir?', '水库')).toBeGreaterThan(0);
    expect(weight('How large is the reservoir?', 'reservoir')).toBe(0);
  });
});
