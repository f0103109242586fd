import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const corpus = corpusOf({
  'sauna.md': `# 松影浴场票价

浴场自五月起执行下面的票价，欢迎各位客人。

| 项目 | 成人 | 学生 | 老人(60岁以上) |
|---|---|---|---|
| 单次票 | 68元 | 45元 | 38元 |
| 月卡 | 520元 | 360元 | 300元 |

浴巾租金每条8元，丢失赔偿60元。
`,
  'soup.md': `# 莲藕汤

这道汤要炖两个钟头，入冬以后最好喝。

| 用料 | 用量 |
|---|---|
| 莲藕 | 600克 |
| 花生 | 80克 |

没有花生可以换成莲子，味道清淡一些。
`,
});

describe('cells of tables', () => {
  test.each([
    ['学生月卡多少钱？', '360元'],
    ['老人单次票的价格', '38元'],
    ['莲藕放多少？', '600克'],
    ['How much is a monthly card for seniors?', '300元'],
  ])('%s → %s', async (question, cell) => {
    const { answer, citations } = await corpus.ask(question);
    expect(answer).toBe(cell);
    expect(citations[0]?.quote).toContain(cell);
  });

  test('are not taken where the question names no column of several', async () => {
    expect((await corpus.ask('月卡多少钱？')).answer).not.toBe('520元');
  });

  test('are no answer to how', async () => {
    expect((await corpus.ask('没有花生怎么办？')).answer).toContain('莲子');
  });
});
