import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LISTED_AT_MOST } from '../../src/library/listed.js';
import { placed } from '../../src/library/paging.js';

it('every entry stands on one page, and no page is longer than what can be shown', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.integer({ min: 1, max: 40 }), (count, perPage) => {
      const { pages } = placed(count, { page: 1, perPage });
      const places = Array.from({ length: pages }, (_, n) => placed(count, { page: n + 1, perPage }));
      const shown = places.flatMap(({ start, end }) =>
        Array.from({ length: Math.min(end, count) - start }, (_, n) => start + n),
      );
      expect(shown).toEqual(Array.from({ length: count }, (_, n) => n));
      for (const { start, end } of places) expect(end - start).toBeLessThanOrEqual(LISTED_AT_MOST);
    }),
  );
});

it('beyond the last page is the last, and before the first the first', () => {
  expect(placed(12, { page: 99, perPage: 5 })).toEqual({ page: 3, pages: 3, start: 10, end: 15 });
  expect(placed(12, { page: -1, perPage: 5 })).toMatchObject({ page: 1, start: 0 });
  expect(placed(0, { page: 2, perPage: 5 })).toMatchObject({ page: 1, pages: 1 });
});
