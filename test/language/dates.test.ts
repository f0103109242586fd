import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHINESE_DATE_RULES } from '../../src/language/date-grammar.js';
import { findDates, findEnglishDates, resolveDate } from '../../src/language/dates.js';
import { fold } from '../../src/language/script.js';

describe('findDates', () => {
  it.each([
    ['2021年8月4日晚,省里', '2021年8月4日晚', 'absolute', '2021-08-04'],
    ['二〇二二年三月', '二〇二二年三月', 'year-month', '2022-03'],
    ['3月21日,召开', '3月21日', 'month-day', '--03-21'],
    ['五月十日', '五月十日', 'month-day', '--05-10'],
    ['5月6日楼海生主持', '5月6日', 'month-day', '--05-06'],
    ['20日上午,来到', '20日上午', 'day', '---20'],
    ['开会,22日上午来到', '22日上午', 'day', '---22'],
    ['昨日,听取汇报', '昨日', 'relative', null],
    ['当日上午', '当日上午', 'relative', null],
    ['在本月15日前完成', '本月15日', 'relative', '---15'],
    ['去年12月3日', '去年12月3日', 'relative', '--12-03'],
    ['今年3月起', '今年3月', 'relative', '--03'],
    ['08-06 通知', '08-06', 'month-day', '--08-06'],
    ['3/19(二)晚上', '3/19', 'month-day', '--03-19'],
    ['| 3/23 | 比赛 |', '3/23', 'month-day', '--03-23'],
    ['“3·17”火灾调查', '3·17', 'month-day', '--03-17'],
    ['5·12特大地震发生后', '5·12', 'month-day', '--05-12'],
    ['2021-08-06 08:56:09来源', '2021-08-06 08:56:09', 'absolute', '2021-08-06'],
    ['2021/8/6', '2021/8/6', 'absolute', '2021-08-06'],
    ['2015 年 8 月 4 日', '2015 年 8 月 4 日', 'absolute', '2015-08-04'],
    ['民國105年', '民国105年', 'year', '2016'],
    ['光緒二十年', '光绪二十年', 'year', '1894'],
    ['公元前221年', '公元前221年', 'year', '-0221'],
    ['755年', '755年', 'year', '0755'],
    ['1990年代', '1990年代', 'decade', '199X'],
    ['20世纪90年代初', '20世纪90年代初', 'decade', '199X'],
    ['19世纪末', '19世纪末', 'century', '18XX'],
    ['同年', '同年', 'relative', null],
    ['翌年5月', '翌年5月', 'relative', '--05'],
    ['周三上午', '周三上午', 'relative', null],
    ['30日内提出', '30日内', 'duration', null],
    ['24小时内', '24小时内', 'duration', null],
    ['3000年历史', '3000年', 'duration', null],
    ['5月', '5月', 'month', '--05'],
    ['农历正月初八', '农历正月初八', 'month-day', null],
  ])('%s', (text, written, kind, iso) => {
    expect(findDates(fold(text))).toMatchObject([{ text: written, kind, iso }]);
  });

  it.each([
    ['2019年至2021年', '2019', '2021'],
    ['1945—1949年', '1945', '1949'],
    ['3月1日至5日', '--03-01', '--03-05'],
    ['2021年8月4日至9月3日', '2021-08-04', '--09-03'],
    ['8-10月', '--08', '--10'],
  ])('%s is a range', (text, iso, until) => {
    expect(findDates(text)).toMatchObject([{ text, kind: 'range', iso, until }]);
  });

  it.each([
    ['下午3时30分', '15:30'],
    ['晚8点', '20:00'],
    ['2021年8月4日下午3点', '15:00'],
    ['3月21日 08:05', '08:05'],
  ])('%s has a clock time', (text, time) => {
    expect(findDates(text)).toMatchObject([{ time }]);
  });

  it.each([
    '©1997-2022',
    '电话0371-65866',
    '以 23–16击败',
    '2月30日',
    '2021年2月29日',
    '13月',
    '2010-11赛季',
    '第七次',
    '666号',
    '192.168.1.1',
  ])('%s is no date', (text) => {
    expect(findDates(fold(text))).toEqual([]);
  });

  it('gives mentions in order, without overlaps, at their places', () => {
    const piece = fc.constantFrom(
      '2021年',
      '8月',
      '4日',
      '晚',
      '昨日',
      '至',
      '-',
      '第3',
      '公元前',
      '上午',
      '9时',
      ',',
      '甲',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const mention of findDates(text)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          end = mention.end;
        }
      }),
    );
  });
});

describe('findEnglishDates', () => {
  it.each([
    ['on March 21', '--03-21'],
    ['on March 21st, 2022', '2022-03-21'],
    ['21 March 2022', '2022-03-21'],
    ['the 21st of March', '--03-21'],
    ['Mon, 08 Nov 2021 14:32', '2021-11-08'],
    ['Sept. 3', '--09-03'],
    ['March 2022', '2022-03'],
    ['in May', '--05'],
    ['in 2022?', '2022'],
    ['What happened on the 21st?', '---21'],
    ['the 1990s', '199X'],
    ['the 19th century', '18XX'],
    ['221 BC', '-0221'],
    ['yesterday', null],
  ])('%s', (text, iso) => {
    expect(findEnglishDates(text)).toMatchObject([{ iso }]);
  });

  it.each(['the 21st meeting', 'You may go', 'Super Bowl 50', '1500 people', 'February 30', '23-16'])(
    '%s is no date',
    (text) => {
      expect(findEnglishDates(text)).toEqual([]);
    },
  );
});

describe('resolveDate', () => {
  it.each([
    ['3月21日', '2022-03-22', '2022-03-21', 'resolved'],
    ['12月30日', '2022-01-05', '2021-12-30', 'resolved'],
    ['1月3日', '2021-12-31', '2022-01-03', 'resolved'],
    ['2月29日', '2022-03-05', null, null],
    ['20日上午', '2022-03-22', '2022-03-20', 'resolved'],
    ['30日', '2022-04-02', '2022-03-30', 'inferred'],
    ['昨日', '2022-03-01', '2022-02-28', 'resolved'],
    ['当日', '2022-03-21', '2022-03-21', 'resolved'],
    ['本月15日', '2021-11-08T14:32:44', '2021-11-15', 'resolved'],
    ['上月20日', '2022-01-08', '2021-12-20', 'resolved'],
    ['去年12月3日', '2022-03-22', '2021-12-03', 'resolved'],
    ['同年', '1995', '1995', 'resolved'],
    ['翌年5月', '1995-03', '1996-05', 'resolved'],
    ['上周五', '2022-03-22', '2022-03-18', 'inferred'],
    ['2021年8月', '2022-03-22', '2021-08', 'resolved'],
    ['近日', '2022-03-22', null, null],
    ['昨日', '2022', null, null],
    ['3月21日', 'unknown', null, null],
  ])('%s beside %s is %s', (text, anchor, iso, certainty) => {
    const [mention] = findDates(text);
    expect(mention).toBeDefined();
    const resolved = mention === undefined ? null : resolveDate(mention, anchor);
    expect(resolved).toEqual(iso === null ? null : { iso, certainty });
  });
});

describe('CHINESE_DATE_RULES', () => {
  it('match nothing without what they need', () => {
    const unit = fc.constantFrom(
      ...['年', '月', '日', '号', '世纪', '年代', '初', '至', '-', '民国', '公元前', '去年', '本月', '上'],
      ...['1', '9', '20', '2021', '三', '十', '正', '晚', '点', ':', ' ', ',', '周三'],
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const text = units.join('');
        for (const { pattern, needs = [] } of CHINESE_DATE_RULES)
          for (const [match] of text.matchAll(pattern))
            expect(needs.filter((part) => !match.includes(part))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
