import { describe, expect, it } from 'vitest';
import { findBlank } from '../../../src/reading/spans/blank.js';
import { chineseQuestion, englishQuestion } from '../asking.js';

describe('the blank of a question', () => {
  it.each([
    ['白沙渡口建于哪一年？', { before: '白沙渡口建', after: '', calendar: 'year' }],
    ['方启文毕业于哪所大学？', { before: '方启文毕业', heads: ['大学'] }],
    ['合唱团有多少人？', { before: '合唱团', units: ['人'] }],
    ['是谁设计了新桥？', { before: '', after: '设计了新桥' }],
    ['运动会几月几日开幕？', { before: '运动会', calendar: 'month' }],
  ])('of %s', (text, blank) => {
    expect(findBlank(chineseQuestion(text, 'which', []))).toMatchObject(blank);
  });

  it('names the concepts on both sides', () => {
    const question = chineseQuestion('新桥由谁设计？', 'person', ['新桥', '设计']);
    expect(findBlank(question)).toMatchObject({ conceptBefore: 0, conceptAfter: 1 });
  });

  it('has the Chinese words for what an English question counts', () => {
    const question = englishQuestion('How many students does the school have?', 'number', {
      students: ['学生', '弟子'],
      school: ['学校'],
    });
    expect(findBlank(question)).toMatchObject({ units: ['学生', '弟子'], conceptAfter: 1 });
  });

  it('has the Chinese words for what an English question asks to choose', () => {
    const question = englishQuestion('Which university did he attend?', 'which', {
      university: ['大学'],
      attend: ['就读'],
    });
    expect(findBlank(question)).toMatchObject({ heads: ['大学'], conceptAfter: 1 });
  });
});
