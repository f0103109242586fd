import { describe, expect, it } from 'vitest';
import { corpusOf } from '../corpus.js';

const corpus = corpusOf({
  'committee.txt': `云陵市纪委召开会议

昨日，市委常委、市纪委书记方一鸣主持召开市纪委常委会。会议要求加强监督，把每一条线索查清。`,
  'school.txt': `石门中学换了校长

9月1日，石门中学迎来新校长苏文清。原校长梁启东因年龄原因不再担任校长，由苏文清接任。`,
  'garden.txt': `石门植物园史

1952年，沈砚秋继罗伯钧担任石门植物园主任，任职至1961年。`,
});

describe('who came before or after somebody', () => {
  it.each([
    '方一鸣是接谁的班当上市纪委书记的？',
    '方一鸣接替了谁？',
    '谁接替方一鸣当市纪委书记？',
    'Who replaced Fang Yiming as secretary of the discipline commission?',
    'Who was the predecessor of Fang Yiming?',
  ])('%s is refused where no change is told', async (question) => {
    expect((await corpus.ask(question)).status).toBe('no-answer');
  });

  it('is answered where the text tells it', async () => {
    expect(await corpus.ask('谁接任石门中学校长？')).toMatchObject({
      answer: expect.stringContaining('苏文清'),
    });
  });

  it('is answered where the text says it by 继', async () => {
    const { status, citations } = await corpus.ask('1952年沈砚秋接替谁当石门植物园主任？');
    expect(status).not.toBe('no-answer');
    expect(citations[0]?.quote).toContain('罗伯钧');
  });

  it('is not asked by who holds the office, nor by tasks', async () => {
    expect(await corpus.ask('市纪委书记是谁？')).toMatchObject({ answer: expect.stringContaining('方一鸣') });
  });
});
