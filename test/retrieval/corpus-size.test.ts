import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bySize, largeness } from '../../src/retrieval/corpus-size.js';

describe('largeness', () => {
  it.each([0, 1, 40, 100])('is 0 for a small corpus of %i passages', (passages) => {
    expect(largeness(passages)).toBe(0);
  });

  it.each([5000, 2_000_000])('is 1 for a large corpus of %i passages', (passages) => {
    expect(largeness(passages)).toBe(1);
  });

  it('never falls as a corpus grows', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), (passages, more) => {
        expect(largeness(passages + more)).toBeGreaterThanOrEqual(largeness(passages));
      }),
    );
  });
});

describe('a limit by size', () => {
  it('is that of small corpora, that of large ones, or between them', () => {
    const limits = { small: 0.1, large: 0.3 };
    expect(bySize(30, limits)).toBe(0.1);
    expect(bySize(9000, limits)).toBeCloseTo(0.3);
    expect(bySize(700, limits)).toBeGreaterThan(0.1);
    expect(bySize(700, limits)).toBeLessThan(0.3);
  });
});
