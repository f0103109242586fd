import { describe, expect, it } from 'vitest';
import { splitSyllables } from '../../src/language/pinyin-syllables.js';

describe('syllables of Mandarin', () => {
  it.each([
    ['qingxi', [['qing', 'xi']]],
    ['lüshan', [['lv', 'shan']]],
    ['zhuang', [['zhu', 'ang'], ['zhuang']]],
  ])('%s is split into %j', (letters, splits) => {
    for (const split of splits) expect(splitSyllables(letters)).toContainEqual(split);
  });

  it('split a word in every way, xian as one and as two', () => {
    expect([...splitSyllables('xian')].sort()).toEqual([['xi', 'an'], ['xian']]);
  });

  it.each(['river', 'bridge', 'hamlet', 'python', 'street'])('%s is not Chinese', (word) => {
    expect(splitSyllables(word)).toEqual([]);
  });
});
