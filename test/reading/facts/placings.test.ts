import { expect, test } from 'vitest';
import { placingsIn } from '../../../src/reading/facts/placings.js';

const said = (text: string) =>
  placingsIn(text).map(({ place, name, who }) => [place > 0 ? place : name, text.slice(...who)]);

test.each([
  ['决赛中,甲一队以2分的成绩夺冠。', [[1, '甲一队']]],
  ['冠军由渔民队夺得。', [[1, '渔民队']]],
  [
    '红队、蓝队分列第二、三名。',
    [
      [2, '红队'],
      [3, '蓝队'],
    ],
  ],
  [
    '红队、蓝队、绿队分获第四至第六名。',
    [
      [4, '红队'],
      [5, '蓝队'],
      [6, '绿队'],
    ],
  ],
  ['最佳棋手是甄小蕾。', [['最佳棋手', '甄小蕾']]],
])('%s', (text, expected) => {
  expect(said(text)).toEqual(expect.arrayContaining(expected));
});

test('a text without a contest has no placings', () => {
  expect(placingsIn('会议由副主任主持,共有十二人参加。')).toEqual([]);
});
