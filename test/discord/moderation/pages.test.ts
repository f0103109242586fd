import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageButtons, pagesOf, pageWithin } from '../../../src/discord/moderation/pages.js';

describe('pagesOf', () => {
  it.each([
    ['nothing', [], ['']],
    ['what fits on one', ['aa', 'bb'], ['aa-bb']],
    ['what fits exactly', ['aaaa', 'bbbbb', 'c'], ['aaaa-bbbbb', 'c']],
    ['a block that is too long', ['a', 'b'.repeat(12), 'c'], ['a', `${'b'.repeat(9)}…`, 'c']],
  ])('puts %s on pages', (_, blocks, pages) => {
    expect(pagesOf(blocks, 10, '-')).toEqual(pages);
  });

  it('never goes beyond the room', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 })), fc.integer({ min: 5, max: 60 }), (blocks, room) => {
        for (const page of pagesOf(blocks, room, '\n')) expect(page.length).toBeLessThanOrEqual(room);
      }),
    );
  });
});

describe('pageWithin', () => {
  it.each([
    [-1, 3, 0],
    [1, 3, 1],
    [9, 3, 2],
  ])('of page %s of %s is %s', (page, pages, expected) => {
    expect(pageWithin(page, pages)).toBe(expected);
  });
});

describe('pageButtons', () => {
  it('leads to the neighbours, with ids that differ, and nowhere beyond the ends', () => {
    expect(pageButtons('list', [], 0, 1)).toEqual([]);
    for (const page of [0, 1, 2]) {
      const [back, on] = pageButtons('list', ['x'], page, 3);
      expect(back?.id).not.toBe(on?.id);
      expect([back?.disabled, on?.disabled]).toEqual([page === 0, page === 2]);
    }
    expect(pageButtons('list', ['x'], 1, 3).map(({ id }) => id)).toEqual(['list:x:0', 'list:x:2']);
  });
});
