import { describe, expect, it } from 'vitest';
import { keyByHash, keyById, readKey, sourceKey } from '../../src/library/article-keys.js';

describe('keys of articles', () => {
  it.each(['', 'a1', 'i=a1', 'h=1', '很长的编号'.repeat(40)])('of %j can be read', (id) => {
    expect(readKey(keyById(id))).toEqual({ id });
    expect(readKey(keyByHash(id))).toMatchObject({ hash: expect.stringMatching(/^[\da-f]{32}$/u) });
  });

  it('are told from other texts', () => {
    expect(readKey('防汛会议')).toBeNull();
  });
});

describe('sourceKey', () => {
  it('tells sources apart, and knows that there is none', () => {
    expect(sourceKey('青河日报')).not.toBe(sourceKey('白石晚报'));
    expect(sourceKey(null)).toBe('none');
  });
});
