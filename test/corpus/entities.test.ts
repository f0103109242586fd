import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodedStretch, decodeEntities } from '../../src/corpus/entities.js';

describe('decodedStretch', () => {
  it.each([
    ['R&amp;D', 'R&D', 3],
    ['3&nbsp;条', '3\u00a0条', 3],
    ['&#20013;&#x6587;', '中文', 2],
    ['&notit;', '¬it;', 2],
    ['&copy 2020', '© 2020', 2],
    ['A&B&unknown;', 'A&B&unknown;', 1],
    ['&amp;lt;', '&lt;', 2],
    ['&semi;;', ';;', 2],
    ['&#128512;', '😀', 1],
  ])('decodes %s with a run for each entity', (raw, text, runs) => {
    const stretch = decodedStretch(raw, 0, raw.length);
    expect(stretch.text).toBe(text);
    expect(stretch.runs).toHaveLength(runs);
  });

  it('gives what decoding the whole slice gives', () => {
    const part = fc.constantFrom(
      '&',
      'amp',
      ';',
      'not',
      'in',
      '&#',
      '65',
      'x41',
      ' ',
      '中',
      '&eacute;',
      '&hearts;',
      '<',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const raw = parts.join('');
        expect(decodedStretch(raw, 0, raw.length).text).toBe(decodeEntities(raw));
      }),
    );
  });
});
