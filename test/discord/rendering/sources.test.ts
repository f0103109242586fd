import { describe, expect, it } from 'vitest';
import { counted, renderSources, yearOf } from '../../../src/discord/rendering/sources.js';
import { TEXTS } from '../../../src/discord/texts/locale.js';
import { summary } from '../library-double.js';

const dated = (date: string | null, changes: Parameters<typeof summary>[0] = {}) =>
  summary({
    id: date ?? 'undated',
    title: `会议 ${date}`,
    url: null,
    date,
    published: date === null ? null : { text: '', iso: date, certainty: 'stated' },
    ...changes,
  });

describe('renderSources', () => {
  it('lists the articles under their years, and counts the sources', () => {
    const page = [
      dated('2022-07-05'),
      dated('2021-07-05', { uploaded: true }),
      dated(null, { source: null }),
    ];
    expect(renderSources(page, page, 3, TEXTS['zh-CN']).cards?.[0]?.description).toBe(
      [
        '## 已收录 3 篇文章',
        '-# 青河日报 (2) · 来源不详 (1)',
        '### 2022 年',
        '会议 2022-07-05',
        '-# 青河日报 · 2022年7月5日 · 3 段',
        '### 2021 年',
        '会议 2021-07-05',
        '-# 青河日报 · 2021年7月5日 · 3 段 · 上传',
        '### 日期不详',
        '会议 null',
        '-# 3 段',
      ].join('\n'),
    );
  });

  it('says what to do when nothing is indexed', () => {
    const shown = renderSources([], [], 0, TEXTS['en-US']);
    expect(shown.cards?.[0]?.description).toMatch(/No article is indexed yet/);
  });

  it('says how many of all are listed', () => {
    const one = [dated('2022')];
    expect(renderSources(one, one, 200, TEXTS['en-US']).cards?.[0]?.description).toMatch(/^## 1 of 200 /);
  });
});

describe('yearOf', () => {
  it.each([
    ['2022-03', '2022'],
    [null, null],
  ])('of %s is %s', (date, year) => {
    expect(yearOf({ date })).toBe(year);
  });
});

describe('counted', () => {
  it('puts the most frequent first', () => {
    expect(counted(['a', 'b', 'b'])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
  });
});
