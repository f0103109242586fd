import { describe, expect, it } from 'vitest';
import { renderSources } from '../../../src/discord/rendering/sources.js';
import { TEXTS } from '../../../src/discord/texts/locale.js';
import { listed } from '../../../src/library/listed.js';
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
    const articles = [
      dated('2022-07-05'),
      dated('2021-07-05', { uploaded: true }),
      dated(null, { source: null }),
    ];
    const listedSources = listed([
      { value: '青河日报', articles: 2 },
      { value: null, articles: 1 },
    ]);
    const shown = renderSources({ articles, listed: 3, all: 3, listedSources }, TEXTS['zh-CN']);
    expect(shown.cards?.[0]?.description).toBe(
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
    const nothing = { articles: [], listed: 0, all: 0, listedSources: listed<never>([]) };
    const shown = renderSources(nothing, TEXTS['en-US']);
    expect(shown.cards?.[0]?.description).toMatch(/No article is indexed yet/);
  });

  it('says how many of all are listed, and that there are more sources than it names', () => {
    const listedSources = listed(Array.from({ length: 7 }, (_, n) => ({ value: `来源${n}`, articles: 1 })));
    const one = { articles: [dated('2022')], listed: 7, all: 200, listedSources };
    const description = renderSources(one, TEXTS['en-US']).cards?.[0]?.description;
    expect(description).toMatch(/^## 7 of 200 /);
    expect(description).toMatch(/来源5 \(1\) …$/mu);
  });
});
