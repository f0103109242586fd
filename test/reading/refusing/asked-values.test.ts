import { describe, expect, it } from 'vitest';
import { corpusOf } from '../corpus.js';

const corpus = corpusOf({
  '急救站.txt': `松岭县急救站一年记
2024年1月8日　松岭县卫生健康局

去年急救站日均出车41次，站里有急救床位12张，由内科、外科轮流派主治医师值守，护士26名。

站长费若兰说，站里收养的黑狗阿福每天跟着出车，居民都认得它。急救站今年要添两台救护车，由松岭农商银行捐款。`,
  '运动会.txt': `白塔街小学的春季运动会
2024年4月20日　白塔街小学

春季运动会在新落成的东操场举行，共有218名运动员参加，家长志愿者送水300升。

停课的班级照常参加，学校为学生和企业员工开放看台。`,
});

const status = async (question: string) => (await corpus.ask(question)).status;

describe('what the articles touch on and do not give', () => {
  it.each([
    '急救站有多少名医生？',
    '急救站每年有多少参观者？',
    '黑狗阿福是什么品种？',
    '急救站最有名的医生是谁？',
    '松岭县急救站的总经理是谁？',
    'Which company built the new east playground?',
    'What is the phone number of the emergency station?',
    'How many kilometres did the ambulances drive?',
    'Can you recommend a good laptop for gaming?',
    'How do I train a puppy?',
  ])('%s is refused', async (question) => {
    expect(await status(question)).toBe('no-answer');
  });

  it.each([
    ['急救站有多少名护士？', '26名'],
    ['急救站有多少张床位？', '12张'],
    ['春季运动会有多少名运动员参加？', '218'],
    ['救护车由谁捐款？', '松岭农商银行'],
    ['急救站的站长是谁？', '费若兰'],
    ['有多少名运动员参加春季运动会？', '218'],
    ['How many athletes took part in the spring sports meet?', '218'],
  ])('%s is answered', async (question, said) => {
    const answer = await corpus.ask(question);
    expect(answer.status).toBe('answered');
    expect(`${answer.answer}\n${answer.citations[0]?.quote}`).toContain(said);
  });
});
