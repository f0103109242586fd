import { describe, expect, test } from 'vitest';
import { corpusOf } from './corpus.js';

const MEETING = `青湖市河长制工作第三次联席会议召开

2023-04-12 来源: 青湖日报

4月11日,青湖市召开河长制工作第三次联席会议。市委书记林海东主持并讲话,市长周明远作具体部署,市政协主席苏文静列席。

当日上午,林海东还调研了柳溪泵站。会议主会场设在青湖市会议中心,分会场设在各县区。
`;
const VIDEO = `云湾市召开防汛第五次调度会

7月11日,云湾市召开防汛第五次调度会。副市长许文涛主持会议。会议以视频形式召开。
`;
const corpus = corpusOf({ 'third.txt': MEETING, 'fifth.txt': VIDEO });

describe('yes or no', () => {
  test.each([
    ['林海东主持了第三次联席会议吗？', '市委书记林海东主持并讲话'],
    ['苏文静有没有列席第三次联席会议？', '市政协主席苏文静列席'],
    ['周明远是不是青湖市市长？', '市长周明远作具体部署'],
  ])('%s → yes: %s', async (question, answer) => {
    const found = await corpus.ask(question);
    expect(found).toMatchObject({ status: 'answered', answer, note: '是：文章就是这样写的。' });
    expect(found.citations[0]?.quote).toContain(answer);
  });

  test.each([
    ['周明远主持了第三次联席会议吗？', '林海东'],
    ['周明远是不是青湖市委书记？', '林海东'],
  ])('%s → no: it is %s', async (question, name) => {
    const found = await corpus.ask(question);
    expect(found).toMatchObject({ status: 'answered', note: `文章没有这样写；写的是${name}。` });
    expect(found.answer).toContain('周明远');
  });

  test('what nobody did is said with what the person did', async () => {
    const found = await corpus.ask('Did Zhou Mingyuan give a briefing at the third joint meeting?');
    expect(found.answer).toContain('周明远作具体部署');
    expect(found.note).toContain("don't say who 通报");
  });
});

describe('where a meeting was held', () => {
  test.each([
    ['第三次联席会议在哪里开的？', '青湖市会议中心'],
    ['第三次联席会议的主会场设在哪里？', '青湖市会议中心'],
    ['第三次联席会议的分会场设在哪里？', '各县区'],
    ['Where was the third joint meeting held?', '青湖市会议中心'],
  ])('%s → %s', async (question, answer) => {
    expect(await corpus.ask(question)).toMatchObject({ status: 'answered', answer, note: null });
  });

  test('a meeting by video has its form for an answer, and the note says so', async () => {
    const found = await corpus.ask('防汛第五次调度会在哪里召开？');
    expect(found).toMatchObject({ status: 'answered', answer: '视频形式' });
    expect(found.note).toContain('没有写主会场在哪里');
    expect(found.confidence).toBeLessThan(0.8);
  });
});
