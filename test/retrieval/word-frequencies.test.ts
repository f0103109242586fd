import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, wordFrequencies } from '../../src/retrieval/word-frequencies.js';
import { passageOf } from './small-index.js';

describe('countWords', () => {
  it('counts passages, not places', () => {
    const passages = ['水库水库', '水库大坝', '古桥'].map((text) => passageOf(text));
    const words = countWords(['水库', '大坝', '桥', '机场', ''], passages);
    expect(['水库', '大坝', '桥', '机场', '古桥'].map(words.frequency)).toEqual([2, 1, 1, 0, 0]);
  });

  it('keeps only words that occur, from which the same table is made again', () => {
    const { entries } = countWords(['水库', '机场'], [passageOf('水库')]);
    expect(entries).toEqual([['水库', 1]]);
    expect(wordFrequencies(entries).frequency('水库')).toBe(1);
  });

  it('counts as a search of every word in every passage does', () => {
    const text = fc.string({ unit: fc.constantFrom('清', '河', '水', 'a'), minLength: 1, maxLength: 12 });
    const word = fc.string({ unit: fc.constantFrom('清', '河', '水', 'a'), minLength: 1, maxLength: 4 });
    const base = passageOf('清');
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), fc.uniqueArray(word), (texts, words) => {
        const counted = countWords(
          words,
          texts.map((folded) => ({ ...base, folded })),
        );
        for (const one of words) {
          expect(counted.frequency(one)).toBe(texts.filter((folded) => folded.includes(one)).length);
        }
      }),
    );
  });
});
