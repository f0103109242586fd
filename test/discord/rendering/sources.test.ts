import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/discord/limits.js';
import { renderSources } from '../../../src/discord/rendering/sources.js';
import { TEXTS } from '../../../src/discord/texts/locale.js';
import type { ArticleSummary } from '../../../src/library.js';
import { article } from '../samples.js';

function summaries(years: readonly (number | null)[]): readonly ArticleSummary[] {
  return years.map((year, index) => ({
    ...article({
      id: String(index),
      title: `会议 ${index}`,
      url: null,
      published: year === null ? null : { text: '', iso: `${year}-07-05`, certainty: 'stated' },
    }),
    date: year === null ? null : `${year}-07-05`,
    uploaded: false,
    paragraphs: 3,
  }));
}

describe('renderSources', () => {
  it('lists the articles under their years', () => {
    expect(renderSources(summaries([2022, 2021, 2021, null]), TEXTS['zh-CN']).cards?.[0]?.description).toBe(
      [
        '### 已收录 4 篇文章',
        '**2022 年**',
        '- 会议 0 · 青河日报 · 2022年7月5日 · 3 段',
        '**2021 年**',
        '- 会议 1 · 青河日报 · 2021年7月5日 · 3 段',
        '- 会议 2 · 青河日报 · 2021年7月5日 · 3 段',
        '**日期不详**',
        '- 会议 3 · 青河日报 · 3 段',
      ].join('\n'),
    );
  });

  it('says what to do when nothing is indexed', () => {
    expect(renderSources([], TEXTS['en-US']).cards?.[0]?.description).toMatch(/No article is indexed yet/);
  });

  it('keeps 200 sources within the limit and counts by year those that it leaves out', () => {
    const years = Array.from({ length: 200 }, (_, index) => 2022 - Math.floor(index / 10));
    const shown = renderSources(summaries(years), TEXTS['en-US']).cards?.[0]?.description ?? '';
    expect(shown.length).toBeLessThanOrEqual(LIMITS.embedDescription);
    const listed = shown.match(/^- /gm)?.length ?? 0;
    expect(listed).toBeGreaterThan(50);
    expect(shown).toContain(`-# ${200 - listed} more: `);
  });
});
