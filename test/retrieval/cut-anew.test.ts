import { describe, expect, it } from 'vitest';
import { cutAnew } from '../../src/retrieval/cut-anew.js';

const text = '小裴借了茶壶，没还，晚饭前把船票退掉。';
const count = (part: string) => (text.includes(part) ? 1 : 0);

describe('words that no dictionary and no text has', () => {
  it.each([
    [
      ['小', '裴还', '了'],
      ['小裴', '还', '了'],
    ],
    [
      ['壶退', '了'],
      ['壶', '退', '了'],
    ],
    [['掉船票'], ['掉', '船票']],
  ])('%j are cut anew to %j', (words, parts) => {
    expect(cutAnew(words, 20, count)).toEqual(parts);
  });

  it('stay whole when the dictionary has them, and names of persons do', () => {
    expect(cutAnew(['水库', '林远山'], 20, count)).toEqual(['水库', '林远山']);
  });

  it('tell in a large corpus that the question is about something else', () => {
    expect(cutAnew(['壶退'], 20_000, count)).toEqual(['壶退']);
  });

  it('keep every character', () => {
    expect(cutAnew(['小', '裴还', '壶退', '掉船票'], 20, count).join('')).toBe('小裴还壶退掉船票');
  });
});
