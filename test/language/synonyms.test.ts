import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/script.js';
import { synonymsOf } from '../../src/language/synonyms.js';

describe('synonyms', () => {
  it.each([
    ['去世', '病逝'],
    ['成立', '创办'],
    ['位于', '坐落'],
    ['负责', '主管'],
  ])('knows that %s is also %s', (word, other) => {
    expect(synonymsOf(word)).toContain(other);
  });

  it('goes both ways, never to the word itself, and only to folded words', () => {
    for (const word of ['去世', '成立', '原因', '目前', '逮捕', '学校']) {
      for (const other of synonymsOf(word)) {
        expect(other).not.toBe(word);
        expect(synonymsOf(other)).toContain(word);
        expect(fold(other)).toBe(other);
      }
    }
  });

  it('is empty for a word it does not know', () => {
    expect(synonymsOf('鹿角蕨')).toEqual([]);
  });
});
