import { describe, expect, it } from 'vitest';
import { askedPhrase, itemsAt, phraseSpans } from '../../../src/reading/facts/set-phrases.js';

function itemsOf(text: string, question: string): { items: readonly string[]; open: boolean } | null {
  const phrase = askedPhrase(question, (known) => text.includes(known));
  const [place] = phrase === null ? [] : phraseSpans(text, phrase.text);
  const found = phrase === null || place === undefined ? null : itemsAt(text, place, phrase.size);
  return found === null ? null : { items: found.spans.map((span) => text.slice(...span)), open: found.open };
}

describe('the items of a numbered phrase', () => {
  it.each([
    [
      'before it',
      '要做到水清、岸绿、景美、人和“四个目标”。',
      '“四个目标”是哪四个',
      ['水清', '岸绿', '景美', '人和'],
    ],
    ['behind it', '“三查”指查源头、查排口、查责任。', '“三查”指什么', ['查源头', '查排口', '查责任']],
    [
      'inside quotation marks, not all of them',
      '要对照“灯塔、栈桥、浮标”等9个部位逐项检查。',
      '9个部位包括哪些',
      ['灯塔', '栈桥', '浮标'],
    ],
  ])('%s', (_, text, question, items) => {
    expect(itemsOf(text, question)?.items).toEqual(items);
  });

  it('are open where the text closes with 等', () => {
    expect(itemsOf('要对照“灯塔、栈桥、浮标”等9个部位逐项检查。', '9个部位包括哪些')?.open).toBe(true);
  });

  it('are none where fewer are given than announced', () => {
    expect(itemsOf('要对照“灯塔、栈桥”9个部位逐项检查。', '9个部位包括哪些')).toBeNull();
  });
});
