import { describe, expect, it } from 'vitest';
import { corpusOf } from '../corpus.js';

const corpus = corpusOf({
  'committee.txt': `云陵市纪委召开会议

昨日，市委常委、市纪委书记方一鸣主持召开市纪委常委会。会议要求加强监督，把每一条线索查清。`,
  'school.txt': `石门中学换了校长

9月1日，石门中学迎来新校长苏文清。原校长梁启东因年龄原因不再担任校长，由苏文清接任。`,
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

  it('is not asked by who holds the office, nor by tasks', async () => {
    expect(await corpus.ask('市纪委书记是谁？')).toMatchObject({ answer: expect.stringContaining('方一鸣') });
  });
});
