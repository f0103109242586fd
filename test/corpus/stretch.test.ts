import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodedStretch, decodeEntities } from '../../src/corpus/entities.js';
import { concat, cut, type Stretch, verbatim, without } from '../../src/corpus/stretch.js';

/** What the runs say that the text is. */
function rebuilt(raw: string, stretch: Stretch): string {
  return stretch.runs.map((run) => decodeEntities(raw.slice(run.raw, run.raw + run.rawLength))).join('');
}

const html = fc
  .array(
    fc.constantFrom(
      '中',
      '文',
      'a',
      '&',
      ';',
      '&amp;',
      '&lt;',
      '&#20013;',
      '&nbsp;',
      '&notit;',
      '&copy',
      '&#x1F600;',
      '#',
      'lt;',
      ' ',
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('stretch', () => {
  it('joins neighbours of the raw text into one run', () => {
    const raw = '一二三四五六';
    const joined = concat([verbatim(raw, 0, 2), verbatim(raw, 2, 4), verbatim(raw, 5, 6)]);
    expect(joined).toEqual({
      text: '一二三四六',
      runs: [
        { at: 0, length: 4, raw: 0, rawLength: 4 },
        { at: 4, length: 1, raw: 5, rawLength: 1 },
      ],
    });
  });

  it('leaves out spans, within one run and across runs', () => {
    const raw = '一二三四五六七八';
    const stretch = concat([verbatim(raw, 0, 4), verbatim(raw, 5, 8)]);
    expect(
      without(stretch, [
        [1, 2],
        [3, 5],
      ]).text,
    ).toBe('一三七八');
    expect(without(stretch, [[0, 7]]).text).toBe('');
  });

  it('keeps its runs true to the raw text through any cuts and deletions', () => {
    fc.assert(
      fc.property(html, fc.nat(40), fc.nat(40), fc.nat(40), (raw, a, b, c) => {
        const whole = decodedStretch(raw, 0, raw.length);
        const borders = new Set(
          whole.runs.flatMap((run) => (run.length === run.rawLength ? [] : [run.at + 1])),
        );
        const [start, middle, end] = [a, b, c]
          .map((n) => Math.min(n, whole.text.length))
          .sort((x, y) => x - y) as [number, number, number];
        fc.pre(
          whole.runs.every(
            (run) =>
              run.length === 1 ||
              run.length === run.rawLength ||
              ![start, middle, end].some((n) => n > run.at && n < run.at + run.length),
          ) && borders.size >= 0,
        );
        for (const stretch of [
          cut(whole, start, end),
          without(whole, [[start, middle]]),
          concat([cut(whole, middle, end), cut(whole, 0, start)]),
        ]) {
          expect(rebuilt(raw, stretch)).toBe(stretch.text);
          expect(stretch.runs.reduce((at, run) => (run.at === at ? at + run.length : Number.NaN), 0)).toBe(
            stretch.text.length,
          );
        }
      }),
    );
  });
});
