import { describe, expect, it } from 'vitest';
import { parseQuestions } from '../../src/evaluation/questions.js';

const parse = (...rows: readonly unknown[]) =>
  parseQuestions(rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'));

describe('a list of questions', () => {
  it("reads a bench's line", () => {
    const row = {
      id: 'q1',
      set: 'tales',
      lang: 'zh-Hans',
      question: '桥是谁修的？',
      paragraph_ids: ['tales:1'],
      answers: ['石匠'],
    };
    expect(parse(row).questions).toEqual([
      {
        line: 1,
        id: 'q1',
        set: 'tales',
        lang: 'zh-Hans',
        question: '桥是谁修的？',
        answerable: true,
        answers: ['石匠'],
        items: [],
        place: { articleIds: ['tales:1'], files: [] },
      },
    ]);
  });

  it('reads a hand-written line with its files and items', () => {
    const row = {
      question: '谁来了？',
      items: ['甲', '乙'],
      file: 'a.txt',
      also: ['b.txt', 'c.txt'],
      kind: 'list',
    };
    const [question] = parse(row).questions;
    expect(question?.items).toEqual(['甲', '乙']);
    expect(question?.place.files).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(question?.set).toBe('list');
  });

  it('reads a question without an answer and groups it by its reason', () => {
    const [question] = parse({
      question: '谁登上了月亮？',
      answerable: false,
      reason: 'off-topic',
    }).questions;
    expect(question).toMatchObject({ answerable: false, set: 'off-topic', answers: [] });
  });

  it('takes one answer as a list of one', () => {
    expect(parse({ question: '何时？', answers: '三月' }).questions[0]?.answers).toEqual(['三月']);
  });

  it.each([
    ['{"question": ', 'no JSON'],
    ['[1]', 'no JSON object'],
    ['{"answers": ["a"]}', '"question" is missing'],
    ['{"question": "  ", "answers": ["a"]}', '"question" is missing'],
    ['{"question": "谁？"}', 'it says neither'],
    ['{"question": "谁？", "answers": [3]}', '"answers" is neither'],
    ['{"question": "谁？", "answerable": "no"}', '"answerable" is neither'],
  ])('skips %s and says by number why', (line, problem) => {
    const { questions, badLines } = parse({ question: '一？', answers: ['1'] }, '', line, {
      question: '二？',
      answers: ['2'],
    });
    expect(questions.map((question) => question.line)).toEqual([1, 4]);
    expect(badLines).toEqual([{ line: 3, problem: expect.stringContaining(problem) }]);
  });

  it('reads a file with a byte order mark and Windows line ends', () => {
    const { questions, badLines } = parseQuestions('\uFEFF{"question":"谁？","answers":["甲"]}\r\n');
    expect(questions).toHaveLength(1);
    expect(badLines).toEqual([]);
  });
});
