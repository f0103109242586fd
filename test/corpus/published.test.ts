import { describe, expect, it } from 'vitest';
import { findPublished, publishedOf } from '../../src/corpus/published.js';

describe('findPublished', () => {
  it.each([
    ['2021-08-06 08:56:09来源', '2021-08-06T08:56:09+08:00'],
    ['2022年1月10日 09:52', '2022-01-10T09:52+08:00'],
    ['２０２２年１月１０日', '2022-01-10'],
    ['2022/1/9', '2022-01-09'],
    ['2022.01.09 星期日', '2022-01-09'],
    ['2022-01-10T09:52:40+09:00', '2022-01-10T09:52:40+09:00'],
    ['2022-01-10T20:00:00Z', '2022-01-11T04:00:00+08:00'],
    ['November 8, 2021', '2021-11-08'],
    ['2021年8月', '2021-08'],
  ])('reads %s as %s', (text, iso) => {
    expect(findPublished(text)?.iso).toBe(iso);
  });

  it.each(['©1997-2022', '2022-13-40', '电话 0373-2022-010', '1月9日', ''])('finds no date in %j', (text) => {
    expect(findPublished(text)).toBeNull();
  });

  it('takes the GMT of a mail date for Beijing time, inferred where that changes the day', () => {
    expect(publishedOf('Mon, 08 Nov 2021 14:32:44 GMT')).toEqual({
      text: 'Mon, 08 Nov 2021 14:32:44 GMT',
      iso: '2021-11-08T14:32:44+08:00',
      certainty: 'stated',
    });
    expect(publishedOf('Mon, 08 Nov 2021 20:32:44 GMT')?.certainty).toBe('inferred');
  });

  it('keeps a field that it cannot read as it is written', () => {
    expect(publishedOf('去年冬天')).toEqual({ text: '去年冬天', iso: null, certainty: 'stated' });
    expect(publishedOf('2019')?.iso).toBe('2019');
    expect(publishedOf(' ')).toBeNull();
  });
});
