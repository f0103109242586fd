import { describe, expect, it } from 'vitest';
import {
  displayPinyin,
  isReadingOf,
  lookupKeys,
  matchesPinyin,
  pinyinKey,
  pinyinKeys,
  pinyinOf,
} from '../../src/language/pinyin.js';

describe('isReadingOf', () => {
  it.each([
    ['長', 'cháng'],
    ['長', 'zhǎng'],
    ['长', 'zhǎng'],
    ['會', 'huì'],
    ['會', 'huì '],
    ['吕', 'lǚ'],
    ['挥', 'hui'],
  ])('%s is read %s', (char, latin) => {
    expect(isReadingOf(char, latin)).toBe(true);
  });

  it.each([
    ['长', 'chàng'],
    ['会', 'WHO'],
    ['部', ''],
    ['a', 'a'],
    ['会', 'hu'],
  ])('%s is not read %s', (char, latin) => {
    expect(isReadingOf(char, latin)).toBe(false);
  });
});

describe('matchesPinyin', () => {
  it.each([
    ['Lin Yuanhang', '林远航'],
    ['Yuanhang Lin', '林远航'],
    ['LIN Yuan-hang', '林远航'],
    ['Lín Yuǎnháng', '林远航'],
    ["Xi'an", '西安'],
    ['Zhengzhou', '郑州'],
    ['Lü Ting', '吕婷'],
    ['Lv Ting', '吕婷'],
    ['Lyu Ting', '吕婷'],
    ['Lu Ting', '吕婷'],
    ['Wang Qian', '王干'],
    ['Shan Tianfang', '单田芳'],
    ['Ming Ouyang', '欧阳明'],
  ])('%s spells %s', (latin, han) => {
    expect(matchesPinyin(latin, han)).toBe(true);
  });

  it.each([
    ['Lin Yuan', '林远航'],
    ['Lin Yuanhan', '林远航'],
    ['', '林'],
    ['Lin', ''],
    ['Zhengzhou', '邓州'],
  ])('%s does not spell %s', (latin, han) => {
    expect(matchesPinyin(latin, han)).toBe(false);
  });

  it('agrees with an index of keys', () => {
    for (const [latin, han] of [
      ['Yuanhang Lin', '林远航'],
      ['Lyu Ting', '吕婷'],
      ['Wang Qian', '王干'],
    ] as const) {
      const keys = new Set(pinyinKeys(han));
      expect(lookupKeys(latin).some((key) => keys.has(key))).toBe(true);
    }
  });
});

describe('spelling', () => {
  it('reads a surname as a surname', () => {
    expect(pinyinOf('单田芳')).toEqual(['shan', 'tian', 'fang']);
  });
  it('joins syllables to a key', () => {
    expect(pinyinKey('林远航')).toBe('linyuanhang');
  });
  it.each([
    ['林远航', 'Lin Yuanhang'],
    ['欧阳修', 'Ouyang Xiu'],
    ['吕婷', 'Lü Ting'],
    ['林', 'Lin'],
    ['', ''],
  ])('shows %s as %s', (han, latin) => {
    expect(displayPinyin(han)).toBe(latin);
  });
});
