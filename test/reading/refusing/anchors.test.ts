import { describe, expect, test } from 'vitest';
import { corpusOf } from '../corpus.js';

const corpus = corpusOf({
  'pagoda.txt': `白鹤塔小史

白鹤塔立在鹤山顶上，塔身七层，明末毁于兵火，清初由乡人集资重建。
`,
  'pool.txt': `临溪泳池须知

泳池的水温常年在二十七摄氏度上下，每周二换水。
`,
});

describe('a rare word that question and passage share', () => {
  test.each([
    ['白鹤塔被烧过吗？', '兵火'],
    ['泳池的水温多少度？', '二十七摄氏度'],
  ])('lets %s be answered, though the rest is said otherwise', async (question, words) => {
    const { status, citations } = await corpus.ask(question);
    expect(status).not.toBe('no-answer');
    expect(citations[0]?.quote).toContain(words);
  });

  test.each(['白鹤塔的门票在哪个窗口买？', '泳池有桑拿房吗？', '谁发明了水泵？'])(
    'does not where a thing of the question is missing: %s',
    async (question) => {
      expect((await corpus.ask(question)).status).toBe('no-answer');
    },
  );
});
