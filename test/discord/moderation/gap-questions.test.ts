import { describe, expect, it } from 'vitest';
import { groupGaps } from '../../../src/discord/moderation/gap-groups.js';
import { gapQuestions } from '../../../src/discord/moderation/gap-questions.js';
import { parseQuestions } from '../../../src/evaluation/questions.js';

const gap = (question: string) => ({ question, at: Date.UTC(2026, 0, 5), up: 0, down: 1 });

describe('gapQuestions', () => {
  it('is a list that `wenju eval` reads, line by line', async () => {
    const questions = [
      '谁修了北门？',
      'Who built the "north gate"?\nAnd when?',
      '{"answerable": true}',
      '\u2028',
    ];
    const list = parseQuestions(gapQuestions(await groupGaps([...questions, ...questions].map(gap))));
    expect(list.badLines.filter(({ problem }) => !problem.includes('empty'))).toEqual([]);
    expect(list.questions.map(({ question }) => question).sort()).toEqual(questions.slice(0, 3).sort());
    expect(list.questions.every(({ answerable, set }) => !answerable && set === 'gaps')).toBe(true);
  });

  it('keeps the other wordings and the counts for whoever edits the list', async () => {
    const groups = await groupGaps(['北门是谁修的？', '北门是谁修的？', '北门到底是谁修的？'].map(gap));
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

  it('is empty without gaps', () => {
    expect(gapQuestions([])).toBe('');
  });
});
