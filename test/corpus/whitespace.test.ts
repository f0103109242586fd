import { describe, expect, it } from 'vitest';
import { verbatim } from '../../src/corpus/stretch.js';
import { tidied } from '../../src/corpus/whitespace.js';

describe('tidied', () => {
  it.each([
    ['会议\n通过', '会议通过'],
    ['会议  \n  通过', '会议通过'],
    ['共  三  人', '共 三 人'],
    ['共 三 人', '共 三 人'],
    ['the quick\nbrown fox', 'the quick\nbrown fox'],
    ['the quick \n brown fox', 'the quick brown fox'],
    ['ends here.\nNext one', 'ends here.\nNext one'],
    ['零\u200b宽\ufeff字', '零宽字'],
    ['2020\n年', '2020年'],
    ['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
  ])('makes %j %j', (text, expected) => {
    expect(tidied(verbatim(text, 0, text.length)).text).toBe(expected);
  });
});
