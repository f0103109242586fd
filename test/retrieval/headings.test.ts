import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/retrieval/analysis.js';
import { headingOf, isHeading } from '../../src/retrieval/headings.js';
import { passagesOf } from '../../src/retrieval/passages.js';
import { retrieve } from '../../src/retrieval/retrieve.js';
import { articlesOf, indexOf } from './small-index.js';

const NOTICE = `# 云岭中学秋游通知

各位同学：学校定于十月组织秋游，请仔细阅读下面各项。

## 一、携带物品

雨伞、水杯和写生板，每人一份。

## 二、费用

| 项目 | 金额 |
|---|---|
| 车费 | 40元 |
| 午饭 | 25元 |

## 常见问题

秋游那天下雨怎么办？

顺延一周。
`;

function headings(text: string) {
  return articlesOf({ 'a.md': text })
    .flatMap(passagesOf)
    .map((passage) => [passage.folded, isHeading(passage), headingOf(passage)] as const);
}

describe('headings', () => {
  it('stand over the paragraphs below them, until the next one', () => {
    expect(headings(NOTICE)).toContainEqual(['雨伞、水杯和写生板,每人一份。', false, '一、携带物品']);
    expect(headings(NOTICE)).toContainEqual(['顺延一周。', false, '秋游那天下雨怎么办?']);
  });

  it('include the first row of a table', () => {
    expect(headings(NOTICE)).toContainEqual(['| 午饭 | 25元 |', false, '二、费用\n| 项目 | 金额 |']);
  });

  it('are short lines that say nothing by themselves', () => {
    const found = headings(NOTICE).filter(([, is]) => is);
    expect(found.map(([text]) => text)).toEqual([
      '一、携带物品',
      '二、费用',
      '常见问题',
      '秋游那天下雨怎么办?',
    ]);
    const values = '集合时间:上午七点半\n\n水杯、雨伞\n\n票价30元\n\n完。';
    expect(headings(`题目一行\n\n${values}`).some(([text, is]) => is && values.includes(text))).toBe(false);
  });

  it('have no say over what follows far below', () => {
    const lines = Array.from({ length: 12 }, (_, i) => `第${i}家店开在河边，老板姓周。`).join('\n\n');
    const found = headings(`# 小镇的店铺\n\n小镇有一条老街。\n\n## 店铺名单\n\n${lines}\n`).map(
      ([, , heading]) => heading,
    );
    expect(found.filter((heading) => heading === '店铺名单')).toHaveLength(8);
  });

  it('let a text be found by the words above it, and not themselves', async () => {
    const index = await indexOf({ 'a.md': NOTICE });
    const { hits } = await retrieve(analyse('携带物品有哪些？', index), index);
    expect(hits[0]?.passage.folded).toContain('写生板');
  });
});
