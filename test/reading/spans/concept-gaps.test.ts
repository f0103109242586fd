import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conceptGapsOf, conceptSlot } from '../../../src/reading/spans/concept-gaps.js';

const LENGTH = 60;

/** The slot by its definition: the nearest occurrence, and of two as near the first. */
function slotByLooking(
  occurrences: readonly { readonly start: number; readonly end: number }[],
  start: number,
  end: number,
): number {
  let [slot, nearest] = [0, Number.POSITIVE_INFINITY];
  for (const o of occurrences) {
    const gap = o.end <= start ? start - o.end : o.start >= end ? o.start - end : -1;
    if (gap >= nearest) continue;
    nearest = gap;
    const bin = [0, 2, 5, 10].filter((knot) => gap > knot).length;
    slot = gap < 0 ? 1 : 2 + bin + (o.end <= start ? 0 : 5);
  }
  return slot;
}

describe('where the nearest occurrence of a concept stands', () => {
  it('is the same by word as when all are looked at', () => {
    const stretch = fc.tuple(fc.nat(LENGTH), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(
        fc.array(stretch, { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }),
        (stretches, lengths) => {
          const occurrences = stretches
            .map(([start, length]) => ({ start, end: start + length, term: 0, weight: 1 }))
            .sort((a, b) => a.start - b.start);
          const words = lengths.map((length, i) => {
            const start = lengths.slice(0, i).reduce((a, b) => a + b, 0);
            return { text: '字'.repeat(length), start, end: start + length };
          });
          const gaps = conceptGapsOf(occurrences, 0, words);
          words.forEach(({ start }, first) => {
            words.slice(first).forEach(({ end }, more) => {
              const candidate = { start, end, first, last: first + more, clause: 0 };
              expect(conceptSlot(gaps, candidate)).toBe(slotByLooking(occurrences, start, end));
            });
          });
        },
      ),
    );
  });

  it('has a slot of its own where there is no such concept', () => {
    expect(conceptSlot(conceptGapsOf([], -1, []), { start: 0, end: 1, first: 0, last: 0, clause: 0 })).toBe(
      12,
    );
  });
});
