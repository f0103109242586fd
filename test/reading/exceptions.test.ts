import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const MEETING = `青湖市河长制工作第三次联席会议召开

2023-04-12 来源: 青湖日报

4月11日,青湖市召开河长制工作第三次联席会议。市委书记林海东出席并讲话,市长周明远作具体部署,市政协主席苏文静列席。

高建国、沈若兰、许志强出席会议。
`;
/** Sums up in a line each what other articles report. */
const DIGEST = `青湖市会议一览

- 第二次联席会议：2022年10月8日召开，林海东主持会议，陈立群作具体部署。
- 第三次联席会议：2023年4月11日召开，林海东出席会议并讲话，周明远作具体部署，苏文静列席会议。
- 第四次联席会议：2023年9月2日召开，林海东主持会议，周明远作具体部署。
`;
const corpus = corpusOf({ 'digest.md': DIGEST, 'third.txt': MEETING });

describe('whoever the question leaves out is no answer', () => {
  test.each([
    ['除了林海东，第三次联席会议还有谁出席？', '高建国、沈若兰、许志强'],
    ['除林海东和高建国以外，第三次联席会议还有谁出席？', '沈若兰、许志强'],
    ['Besides Lin Haidong and Xu Zhiqiang, who else attended the third joint meeting?', '高建国、沈若兰'],
  ])('%s → %s', async (question, answer) => {
    expect(await corpus.ask(question)).toMatchObject({ status: 'answered', answer });
  });

  test('where nobody else is named the refusal says so', async () => {
    expect(await corpus.ask('除了苏文静，第三次联席会议还有谁列席？')).toMatchObject({
      status: 'no-answer',
      note: '除此之外，文章没有写还有谁列席。',
    });
  });
});

test('the report of an event is cited before a digest of many', async () => {
  for (const question of ['第三次联席会议谁作具体部署？', '第三次联席会议谁列席？']) {
    const { citations } = await corpus.ask(question);
    expect(citations[0]?.article.file).toBe('third.txt');
  }
});
