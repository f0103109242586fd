import { describe, expect, it } from 'vitest';
import { isInOrder, parseDateInput } from '../../src/discord/date-input.js';

describe('parseDateInput', () => {
  it.each([
    ['2022', '2022'],
    ['2022年', '2022'],
    ['2022-03', '2022-03'],
    ['2022-3', '2022-03'],
    ['2022年3月', '2022-03'],
    ['2022 年 3 月', '2022-03'],
    ['2022-03-21', '2022-03-21'],
    ['2022/3/21', '2022-03-21'],
    ['2022.3.21', '2022-03-21'],
    ['2022年3月21日', '2022-03-21'],
    ['２０２２年３月２１號', '2022-03-21'],
    [' 2024-02-29 ', '2024-02-29'],
  ])('reads %j as %s', (typed, iso) => {
    expect(parseDateInput(typed)).toBe(iso);
  });

  it.each([
    '',
    'yesterday',
    '22',
    '03-21',
    '2022-13',
    '2022-00',
    '2022-02-30',
    '2023-02-29',
    '0000',
    '2022-03-21T10:00',
  ])('does not take %j for a date', (typed) => {
    expect(parseDateInput(typed)).toBeNull();
  });
});

describe('isInOrder', () => {
  it.each([
    ['2022-03-21', '2022', true],
    ['2022', '2022-03', true],
    ['2022-04', '2022-03-31', false],
    ['2023', '2022-12-31', false],
    ['2022-03-21', '2022-03-21', true],
  ])('%s to %s: %s', (since, until, ordered) => {
    expect(isInOrder(since, until)).toBe(ordered);
  });
});
