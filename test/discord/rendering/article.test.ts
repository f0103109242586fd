import { describe, expect, it } from 'vitest';
import { dateParts } from '../../../src/discord/rendering/article.js';
import { TEXTS } from '../../../src/discord/texts/locale.js';

describe('dateParts', () => {
  it.each([
    ['2021', { year: 2021, month: null, day: null }, '2021', '2021年'],
    ['2021-08', { year: 2021, month: 8, day: null }, 'August 2021', '2021年8月'],
    ['2021-08-06', { year: 2021, month: 8, day: 6 }, '6 August 2021', '2021年8月6日'],
    ['2021-08-06T08:56:09+08:00', { year: 2021, month: 8, day: 6 }, '6 August 2021', '2021年8月6日'],
    ['--03-21', { year: null, month: 3, day: 21 }, '21 March', '3月21日'],
    ['---21', { year: null, month: null, day: 21 }, 'day 21', '21日'],
  ])('reads %s and shows it', (iso, parts, english, chinese) => {
    expect(dateParts(iso)).toEqual(parts);
    expect(TEXTS['en-US'].article.date(parts)).toBe(english);
    expect(TEXTS['zh-TW'].article.date(parts)).toBe(chinese);
  });

  it('gives nothing for what is no date', () => {
    expect(dateParts('昨日')).toBeNull();
  });
});
