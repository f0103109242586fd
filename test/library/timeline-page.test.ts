import { expect, it } from 'vitest';
import { timelinePageOf } from '../../src/library/timeline-page.js';
import type { TimelineEntry } from '../../src/reading/timeline/timeline.js';
import { article, citation } from '../discord/samples.js';

const entry = (n: number): TimelineEntry => ({
  iso: '2021-07-04',
  written: '7月4日',
  certainty: 'stated',
  citation: citation({
    n,
    article: article(),
    alsoIn: Array.from({ length: 100 }, () => ({ article: article(), paragraph: 1 })),
  }),
});

it('a page has its own entries, without the texts of the articles that they are from', () => {
  const entries = Array.from({ length: 8 }, (_, n) => entry(n + 1));
  const page = timelinePageOf({ subject: '林远山', entries, undated: 2 }, { page: 3, perPage: 3 });
  expect(page).toMatchObject({ subject: '林远山', undated: 2, page: 3, pages: 3, count: 8 });
  expect(page.entries.map(({ citation: { n } }) => n)).toEqual([7, 8]);
  for (const { citation: shown } of page.entries) {
    expect(shown.article).not.toHaveProperty('paragraphs');
    expect(shown.alsoIn).toHaveLength(5);
    expect(shown.alsoIn[0]?.article).not.toHaveProperty('paragraphs');
  }
});
