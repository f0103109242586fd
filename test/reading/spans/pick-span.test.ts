import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickSpan } from '../../../src/reading/spans/extract.js';

const span = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 10 })).map(([start, length]) => ({
  start,
  end: start + length,
}));
const ordered = fc
  .array(span, { minLength: 1, maxLength: 20 })
  .map((spans) => [...spans].sort((a, b) => a.start - b.start));

describe('pickSpan', () => {
  it('sums up the chances of all candidates that lie within the one it picks', () => {
    fc.assert(
      fc.property(
        ordered,
        ordered,
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 40, maxLength: 40 }),
        (single, joined, scores) => {
          const candidates = [...single, ...joined].map((one) => ({ ...one, clause: 0, first: 0, last: 0 }));
          const found = { words: [], clauses: [], candidates };
          const picked = pickSpan(
            found,
            candidates.map((_, i) => scores[i] ?? 0),
          );
          const inside = candidates.reduce(
            (sum, { start, end }, i) =>
              sum +
              (picked !== null && start >= picked.candidate.start && end <= picked.candidate.end
                ? (picked.chances[i] ?? 0)
                : 0),
            0,
          );
          expect(picked?.chance).toBeCloseTo(inside, 12);
        },
      ),
    );
  });
});
