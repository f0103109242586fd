import { expect, test } from 'vitest';
import { readArticles } from '../../src/corpus/read.js';
import { passageTerms } from '../../src/retrieval/passage-terms.js';
import { passagesOf } from '../../src/retrieval/passages.js';

test('a passage has its own terms, those of the title and those of the heading over it', () => {
  const text =
    '夏令营通知\n\n今年的夏令营在七月举行,由学校组织。\n\n携带物品\n\n请带水杯和雨衣,不要带手机。\n';
  const [article] = readArticles({ file: 'camp.txt', bytes: new TextEncoder().encode(text) }).articles;
  if (article === undefined) throw new Error('There is no article.');
  const passages = passagesOf(article);
  const place = passages.findIndex(({ folded }) => folded.includes('水杯'));
  const terms = passageTerms(article, passages)[place];
  expect(terms).toEqual(expect.arrayContaining(['水杯', '夏令', '携带']));
  expect(terms).not.toContain('七月');
});
