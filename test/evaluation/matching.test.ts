import { describe, expect, it } from 'vitest';
import { comparable, holdsAll, holdsAny, isAny, isExactly } from '../../src/evaluation/matching.js';

describe('comparing answers', () => {
  it.each([
    ['楊樹灣', '杨树湾'],
    ['３月２１日', '3月21日'],
    ['《长桥》 记', '长桥记'],
    ['Old  Mill', 'oldmill'],
    ['136 次', '136次'],
  ])('takes %s and %s for the same', (one, other) => {
    expect(comparable(one)).toBe(comparable(other));
  });

  it.each([
    ['3.5', '35'],
    ['40%', '40'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(comparable(one)).not.toBe(comparable(other));
  });

  it('finds an answer within a text in the other script', () => {
    expect(holdsAny('會議由杨小河主持。', ['楊小河'])).toBe(true);
  });

  it('finds no answer that is punctuation alone', () => {
    expect(holdsAny('一，二', ['，'])).toBe(false);
  });

  it('wants every item of a list', () => {
    expect(holdsAll('甲一、乙二、丙三', ['丙三', '甲一'])).toBe(true);
    expect(holdsAll('甲一、乙二', ['丙三', '甲一'])).toBe(false);
  });

  it('takes only the whole text for an exact answer', () => {
    expect(isAny('三月。', ['三月'])).toBe(true);
    expect(isAny('在三月', ['三月'])).toBe(false);
    expect(isAny('。', ['。'])).toBe(false);
  });

  it.each([
    ['乙二和甲一', false],
    ['乙二、甲一', true],
    ['甲一', false],
    ['甲一、乙二、丙三', false],
  ])('tells whether %s is exactly the items 甲一 and 乙二: %s', (text, expected) => {
    expect(isExactly(text, ['甲一', '乙二'])).toBe(expected);
  });

  it('finds an item that is part of another one only where it stands itself', () => {
    expect(isExactly('石桥镇', ['石桥', '石桥镇'])).toBe(false);
    expect(isExactly('石桥镇、石桥', ['石桥', '石桥镇'])).toBe(true);
  });
});
