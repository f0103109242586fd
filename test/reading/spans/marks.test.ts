import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countMarks, countOf, LATIN_TEXT, NUMERAL, PLACE_END } from '../../../src/reading/spans/marks.js';

describe('marks', () => {
  it('are counted in any part of a text', () => {
    const text = fc.string({
      unit: fc.constantFrom('三', '7', '市', 'a', '-', '石', '。', '𠀀'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(30), (folded, one, other) => {
        const [from = 0, to = 0] = [one, other]
          .map((at) => Math.min(at, folded.length))
          .sort((a, b) => a - b);
        const part = folded.slice(from, to);
        const marks = countMarks(folded);
        expect(countOf(marks, NUMERAL, from, to)).toBe(part.match(/[三7]/gu)?.length ?? 0);
        expect(countOf(marks, PLACE_END, from, to)).toBe(part.match(/市/gu)?.length ?? 0);
        expect(countOf(marks, LATIN_TEXT, from, to)).toBe(part.match(/[7a-]/gu)?.length ?? 0);
      }),
    );
  });
});
