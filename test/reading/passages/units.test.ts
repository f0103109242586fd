import { describe, expect, it } from 'vitest';
import { quoteUnits } from '../../../src/reading/passages/units.js';

describe('units of a quote', () => {
  it.each([
    ['春天来了。 花开了！', ['春天来了。', '花开了！']],
    [
      '通知如下：一是按时到岗，二是如实登记，三是及时上报。',
      ['通知如下：', '一是按时到岗，', '二是如实登记，', '三是及时上报。'],
    ],
    ['  \n ', []],
    ['没有句号', ['没有句号']],
  ])('cuts %j', (text, units) => {
    expect(quoteUnits(text).map((span) => text.slice(...span))).toEqual(units);
  });
});
