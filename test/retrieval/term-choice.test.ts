import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postingsBudget } from '../../src/retrieval/term-choice.js';

describe('the postings that a question may touch', () => {
  it('are the same in all corpora up to a size', () => {
    expect(postingsBudget(100, 100)).toBe(postingsBudget(20_000, 100));
    expect(postingsBudget(100, 400)).toBe(postingsBudget(20_000, 100));
  });

  it('grow half as fast as the corpus, by the number of its digits', () => {
    expect(postingsBudget(2_000_000, 100) / postingsBudget(20_000, 100)).toBeCloseTo(10);
  });

  it('are more where more candidates are wanted, and never a greater share of a larger corpus', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 5_000_000 }),
        fc.nat({ max: 5_000_000 }),
        fc.nat({ max: 1000 }),
        (a, b, limit) => {
          const [small, large] = [20_000 + Math.min(a, b), 20_000 + Math.max(a, b)];
          expect(postingsBudget(large, limit)).toBeGreaterThanOrEqual(postingsBudget(small, limit));
          expect(postingsBudget(large, limit + 1)).toBeGreaterThanOrEqual(postingsBudget(large, limit));
          expect(postingsBudget(large, limit) / large).toBeLessThanOrEqual(
            postingsBudget(small, limit) / small + Number.EPSILON,
          );
        },
      ),
    );
  });
});
