import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSentence, longestRun, sentencesOf } from '../../src/retrieval/relevance-text.js';

describe('longestRun', () => {
  it.each([
    ['柳河站', '柳河上有一座站台', 2],
    ['柳河站', '新建的柳河站', 3],
    ['', '柳河', 0],
    ['泵站', '柳河', 0],
  ])('of %s in %s is %i', (text, within, length) => {
    expect(longestRun(text, within)).toBe(length);
  });

  it('is the length of some part of the text that stands there, and no longer part does', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, (text, within) => {
        const parts = (length: number) =>
          Array.from({ length: text.length - length + 1 }, (_, i) => text.slice(i, i + length));
        const run = longestRun(text, within);
        expect(parts(run).some((part) => within.includes(part))).toBe(true);
        if (run < text.length) expect(parts(run + 1).some((part) => within.includes(part))).toBe(false);
      }),
    );
  });
});

describe('sentencesOf', () => {
  it('cuts at the ends of sentences and lines, without empty ones', () => {
    expect(sentencesOf('甲。乙！\n\n丙；丁')).toEqual(['甲', '乙', '丙', '丁']);
  });
});

describe('bestSentence', () => {
  it('is the highest measure, 0 of nothing', () => {
    expect(bestSentence(['a', 'bbb', 'cc'], ({ length }) => length)).toBe(3);
    expect(bestSentence([], () => 1)).toBe(0);
  });
});
