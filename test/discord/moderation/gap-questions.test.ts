import { describe, expect, it } from 'vitest';
import { groupGaps } from '../../../src/discord/moderation/gap-groups.js';
import { gapQuestions } from '../../../src/discord/moderation/gap-questions.js';
import { parseQuestions } from '../../../src/evaluation/questions.js';

const gap = (question: string, reason: string | null = 'nothing says it') => ({
  question,
  at: Date.UTC(2026, 0, 5),
  up: 0,
  down: 1,
  reason,
});

describe('gapQuestions', () => {
  it('is a list that `wenju eval` reads, line by line', async () => {
    const questions = [
      '谁修了北门？',
      'Who built the "north gate"?\nAnd when?',
      '{"answerable": true}',
      '\u2028',
    ];
    const list = parseQuestions(
      gapQuestions(await groupGaps([...questions, ...questions].map((question) => gap(question)))),
    );
    expect(list.badLines.filter(({ problem }) => !problem.includes('empty'))).toEqual([]);
    expect(list.questions.map(({ question }) => question).sort()).toEqual(questions.slice(0, 3).sort());
    expect(list.questions.every(({ answerable, set }) => !answerable && set === 'gaps')).toBe(true);
  });

  it('keeps the other wordings and the counts for whoever edits the list', async () => {
    const groups = await groupGaps(
      ['北门是谁修的？', '北门是谁修的？', '北门到底是谁修的？'].map((question) => gap(question)),
    );
    expect(JSON.parse(gapQuestions(groups))).toEqual({
      id: 'gap-1',
      set: 'gaps',
      lang: 'zh',
      question: '北门是谁修的？',
      answerable: false,
      asked: 3,
      up: 0,
      down: 3,
      last: '2026-01-05',
      also_asked: ['北门到底是谁修的？'],
    });
  });

  it('does not claim to know whether the articles answer what was answered and voted down', async () => {
    const text = gapQuestions(await groupGaps([gap('北门是谁修的？'), gap('北门是谁修的？', null)]));
    expect(JSON.parse(text)).toMatchObject({ answerable: null });
    expect(parseQuestions(text)).toMatchObject({ questions: [], badLines: [{ line: 1 }] });
  });

  it('is empty without gaps', () => {
    expect(gapQuestions([])).toBe('');
  });
});
