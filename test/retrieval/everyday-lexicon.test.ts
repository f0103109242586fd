import { describe, expect, it } from 'vitest';
import { everydayGlosses, everydayPhrase } from '../../src/retrieval/everyday-lexicon.js';

describe('everyday English', () => {
  it.each([
    ['go on sale', '开售'],
    ['deadline', '截止'],
    ['closed', '闭馆'],
    ['third place', '季军'],
  ])('%s is %s', (english, chinese) => {
    expect(everydayGlosses(english, false).map(({ word }) => word)).toContain(chinese);
  });

  it.each([
    ['signed up', '报名'],
    ['moved house', '搬家'],
    ['broke ground', '开工'],
    ['finish lines', '终点'],
  ])('%s is %s, in any form', (english, chinese) => {
    expect(everydayPhrase(english.split(' '), false).map(({ word }) => word)).toContain(chinese);
  });

  it('has what reports say for few texts only', () => {
    expect(everydayGlosses('mud', true).map(({ word }) => word)).toContain('淤泥');
    expect(everydayGlosses('mud', false)).toEqual([]);
  });

  it('has no phrases of one word', () => {
    expect(everydayPhrase(['kettle'], true)).toEqual([]);
  });

  it('knows nothing of other words', () => {
    expect(everydayGlosses('thermodynamics', true)).toEqual([]);
  });
});
