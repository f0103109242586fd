import { describe, expect, it } from 'vitest';
import { asksUnit, carriesUnit } from '../../src/reading/asked-number.js';
import { chineseQuestion } from './asking.js';

describe('the unit that a question asks for', () => {
  it.each([
    ['会议开了多少小时？', '会议持续约3小时', true],
    ['会议开了多少小时？', '第三次会议召开', false],
    ['会议开了多少小时？', '会议有12人参加', false],
    ['泵站停机多久？', '停机两天半', true],
    ['泵站停机多久？', '停机检修', false],
    ['湿地面积是多少平方公里？', '面积8,646平方公里', true],
    ['这是今年第几次巡查？', '这是今年首次巡查', true],
    ['这是今年第几次巡查？', '今年巡查了四次', false],
  ])('of %s is in %s: %s', (text, stretch, carried) => {
    const question = chineseQuestion(text, 'number', []);
    expect(asksUnit(question)).toBe(true);
    expect(carriesUnit(question, stretch)).toBe(carried);
  });

  it('is not given by the number that the question has itself', () => {
    const question = chineseQuestion('3小时的会议之后停机多少小时？', 'number', []);
    expect(carriesUnit(question, '3小时的会议')).toBe(false);
  });
});
