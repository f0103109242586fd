import { describe, expect, it } from 'vitest';
import { alikeItems, askedPhrase, itemsAt, phraseSpans } from '../../../src/reading/facts/set-phrases.js';

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
    [
      'in quotation marks one after the other',
      '码头推行“三步法”——“看旗”“听哨”“靠绳”,效果很好。',
      '“三步法”包括哪三步',
      ['看旗', '听哨', '靠绳'],
    ],
  ])('%s', (_, text, question, items) => {
    expect(itemsOf(text, question)?.items).toEqual(items);
  });

  it('are no quoted words further on', () => {
    expect(itemsOf('码头推行“三步法”,渔民说“好”“省力”“安全”。', '“三步法”包括哪三步')).toBeNull();
  });

  it('are open where the text closes with 等', () => {
    expect(itemsOf('要对照“灯塔、栈桥、浮标”等9个部位逐项检查。', '9个部位包括哪些')?.open).toBe(true);
  });

  it('are none where fewer are given than announced', () => {
    expect(itemsOf('要对照“灯塔、栈桥”9个部位逐项检查。', '9个部位包括哪些')).toBeNull();
  });
});

describe('items that begin with the word that is counted', () => {
  const row = (text: string, question: string) => {
    const phrase = askedPhrase(question, () => true);
    const items = phrase === null ? null : alikeItems(text, [0, text.length], phrase);
    return items === null ? null : items.spans.map((span) => text.slice(...span));
  };

  it.each([
    ['商户承诺不涨价、不断供、不拒收现金。', '“三不”指什么', ['不涨价', '不断供', '不拒收现金']],
    ['码头严禁烟火,严禁超载,严禁夜泊。', '三个“严禁”是哪些', null],
    ['码头做到严禁烟火,严禁超载,严禁夜泊。', '“三严禁”是哪些', ['严禁烟火', '严禁超载', '严禁夜泊']],
    ['商户承诺不涨价、不断供。', '“三不”指什么', null],
    ['商户承诺不涨价、不断供、不拒客、不关门。', '“三不”指什么', null],
  ])('in %s, asked %s', (text, question, items) => {
    expect(row(text, question)).toEqual(items);
  });
});
