import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainNumber } from '../../../src/reading/passages/plain-number.js';
import { chineseQuestion } from '../asking.js';

const asked = chineseQuestion('押金多少？', 'number', ['押金']);
const plain = (text: string) => text.slice(...plainNumber(asked, text, [0, text.length]));

describe('a number of several clauses', () => {
  test.each([
    ['到服务台办理,押金100元', '押金100元'],
    ['名额30人;材料自备', '名额30人'],
    ['押金100元', '押金100元'],
    ['押金100元,年费20元', '押金100元,年费20元'],
    ['到服务台办理,押金免收', '到服务台办理,押金免收'],
  ])('%s → %s', (text, expected) => expect(plain(text)).toBe(expected));

  test('stays whole where the question is not how many', () => {
    const text = '到服务台办理,押金100元';
    expect(plainNumber({ ...asked, kind: 'place' }, text, [0, text.length])).toEqual([0, text.length]);
  });

  test('is a stretch of what was found', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('押金', '100元', ',', '；', '三人', ' ', '办理')), (parts) => {
        const text = parts.join('');
        const [start, end] = plainNumber(asked, text, [0, text.length]);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(end).toBeGreaterThanOrEqual(start);
      }),
    );
  });
});
