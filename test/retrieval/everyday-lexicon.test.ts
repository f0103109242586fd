import { describe, expect, it } from 'vitest';
import { everydayGlosses } from '../../src/retrieval/everyday-lexicon.js';

describe('everyday English', () => {
  it.each([
    ['go on sale', '开售'],
    ['deadline', '截止'],
    ['closed', '闭馆'],
    ['third place', '季军'],
  ])('%s is %s', (english, chinese) => {
    expect(everydayGlosses(english).map(({ word }) => word)).toContain(chinese);
  });

  it('knows nothing of other words', () => {
    expect(everydayGlosses('thermodynamics')).toEqual([]);
  });
});
