import { describe, expect, it } from 'vitest';
import { mineTransliterations, namesLike } from '../../src/retrieval/sounds.js';

const table = mineTransliterations([
  '荷兰水利专家约翰·史密斯考察了清河水库。',
  '作家加西亚·马尔克斯的小说有了新译本。',
]);
const names = (latin: string): string =>
  namesLike(latin, table)
    .map(({ text }) => text)
    .join(' ');

describe('namesLike', () => {
  it.each([
    ['smith', '史密斯'],
    ['marquez', '马尔克斯'],
  ])('finds for %s the name %s', (latin, han) => {
    expect(names(latin)).toContain(han);
  });

  it('finds no name that sounds different', () => {
    expect(names('robertson')).toBe('');
    expect(names('smith')).not.toContain('马尔克斯');
  });

  it('finds nothing for a sound of one consonant', () => {
    expect(names('ao')).toBe('');
  });

  it('gives every variant a weight below that of a word of the lexicon', () => {
    const variants = namesLike('smith', table);
    expect(variants.length).toBeGreaterThan(0);
    for (const { weight } of variants) {
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThan(1);
    }
  });
});
