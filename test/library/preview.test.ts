import { expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { readArticles } from '../../src/corpus/read.js';
import { LISTED_AT_MOST } from '../../src/library/listed.js';
import { droppedByRule, previewOf } from '../../src/library/preview.js';

function articleIn(text: string): Article {
  const [article] = readArticles({ file: 'uploads/a.txt', bytes: Buffer.from(text) }).articles;
  if (article === undefined) throw new Error('no article');
  return article;
}

it('a preview of many long articles shows the beginnings of the first, and counts them all', () => {
  const article = articleIn(
    `防汛会议\n\n${'会议讨论了很长的议程𠀀'.repeat(1000)}。\n第二段。\n第三段。\n第四段。`,
  );
  const articles = Array.from({ length: 100 }, () => ({ ...article, warnings: ['odd', 'odder'] }));
  const { articles: shown, warnings } = previewOf(articles, ['guessed']);
  expect([shown.count, shown.first.length]).toEqual([100, LISTED_AT_MOST]);
  expect([warnings.count, warnings.first[0]]).toEqual([201, 'guessed']);
  const [first] = shown.first;
  expect(first?.summary).toMatchObject({ title: '防汛会议', paragraphs: 4, uploaded: true });
  expect(first?.beginnings.slice(1)).toEqual(['第二段。', '第三段。']);
  const [beginning = ''] = first?.beginnings ?? [];
  expect(beginning.length).toBeLessThanOrEqual(1000);
  expect(beginning.isWellFormed()).toBe(true);
});

it('what was left out is counted by rule, the busiest first, with its first different texts', () => {
  const dropped = ['广告', '广告', '甲', '乙', '丙'].map((text) => ({
    rule: 'ad',
    text,
    span: [0, 1] as const,
  }));
  expect(droppedByRule([{ rule: 'footer', text: '版权', span: [0, 1] }, ...dropped])).toEqual([
    { rule: 'ad', count: 5, examples: ['广告', '甲', '乙'] },
    { rule: 'footer', count: 1, examples: ['版权'] },
  ]);
});
