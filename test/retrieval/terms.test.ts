import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termKey, termKeysOf, termsOf } from '../../src/retrieval/terms.js';

describe('termsOf', () => {
  it.each([
    ['清河水库', ['清河', '河水', '水库']],
    ['水库', ['水库']],
    ['水', ['水']],
    ['第14次会议', ['第', '14', '次会', '会议']],
    ['5月2日,清河', ['5', '月', '2', '日', '清河']],
    ['gdp增长8.1%', ['gdp', '增长', '8', '1']],
    ['dr smith', ['dr', 'smith']],
    ['二〇二一', ['二〇', '〇二', '二一']],
    ['人々', ['人々']],
    ['。,!', []],
    ['', []],
  ])('of %s are %j', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  it('of two texts with punctuation between are those of both', () => {
    const text = fc.string({ unit: fc.constantFrom('清', '河', 'a', '1', ',', ' ') });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(termsOf(`${a}。${b}`)).toEqual([...termsOf(a), ...termsOf(b)]);
      }),
    );
  });
});

describe('termKey', () => {
  it('is a 32-bit number that depends on the term alone', () => {
    fc.assert(
      fc.property(fc.string(), (term) => {
        const key = termKey(term);
        expect(key).toBe(termKey(term));
        expect(key).toBe(key >>> 0);
      }),
    );
  });

  it('spreads bigrams evenly over the low bits', () => {
    const buckets = new Uint32Array(256);
    for (let a = 0x4e00; a < 0x4e80; a++) {
      for (let b = 0x5000; b < 0x5080; b++) {
        const bucket = termKey(String.fromCharCode(a, b)) % 256;
        buckets[bucket] = (buckets[bucket] ?? 0) + 1;
      }
    }
    expect(Math.max(...buckets)).toBeLessThan(2 * 64);
    expect(Math.min(...buckets)).toBeGreaterThan(64 / 2);
  });
});

describe('termKeysOf', () => {
  const pieces = fc.constantFrom(
    '清',
    '河水',
    '々',
    '〇',
    'a',
    'x9',
    '１',
    '。',
    ' ',
    '𠮷',
    '𝒳',
    '😀',
    'é',
    '\ud842',
  );

  it('gives the keys of the terms, each once', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
        const text = list.join('');
        expect(termKeysOf(text)).toEqual(new Set(termsOf(text).map(termKey)));
      }),
      { numRuns: 500 },
    );
  });
});
