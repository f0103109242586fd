import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enumerationFrom, findEnumeration, splitSentences } from '../../src/language/sentences.js';

const cut = (text: string) => splitSentences(text).map(([start, end]) => text.slice(start, end));

describe('splitSentences', () => {
  it('partitions every text', () => {
    const unit = fc.constantFrom(...'甲乙。！？；.;!?…”」）)( 《》\n1a"、,');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const sentences = splitSentences(text);
        expect(cut(text).join('')).toBe(text);
        expect(
          sentences.every(([start, end], i) => end > start && start === (sentences[i - 1]?.[1] ?? 0)),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['会议召开。林远航主持;苏明出席!', ['会议召开。', '林远航主持;', '苏明出席!']],
    ['他说：“好。”然后走了。', ['他说：“好。”', '然后走了。']],
    ['为什么？！因为……下雨。', ['为什么？！', '因为……下雨。']],
    ['第一行\n第二行', ['第一行\n', '第二行']],
    ['增长3.5%。成本4.2元.下一句', ['增长3.5%。', '成本4.2元.', '下一句']],
    ['The U.S. economy grew. Dr. Li spoke.', ['The U.S. economy grew. ', 'Dr. Li spoke.']],
    ['1. 加强检测。2. 加强管理。', ['1. 加强检测。', '2. 加强管理。']],
    ['《你在哪里？》是一首歌。', ['《你在哪里？》是一首歌。']],
    ['河名（又名清河；旧称白水）很长。', ['河名（又名清河；旧称白水）很长。']],
    ['网址 www.example.com 可查', ['网址 www.example.com 可查']],
    ['', []],
  ])('cuts %s', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });
});

describe('findEnumeration', () => {
  const items = (text: string) => findEnumeration(text).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['他强调,一要早发现。二要快处置。三要严管理。', ['一要早发现。', '二要快处置。', '三要严管理。']],
    ['安排如下，一是查人数，二是查位置。', ['一是查人数，', '二是查位置。']],
    ['(一)补贴。(二)减税。', ['(一)补贴。', '(二)减税。']],
    ['1.检测\n2.隔离\n完毕', ['1.检测\n', '2.隔离']],
    ['①甲②乙③丙', ['①甲', '②乙', '③丙']],
    ['第一，快；第二，准。', ['第一，快；', '第二，准。']],
    ['前文。十一要防。十二要控。', ['十一要防。', '十二要控。']],
    ['三要补齐短板。高质量检测。', ['三要补齐短板。高质量检测。']],
    ['一要查。一是人,二是物。二要管。', ['一要查。一是人,二是物。', '二要管。']],
  ])('%s', (text, expected) => {
    expect(items(text)).toEqual(expected);
  });

  it.each(['统一要求,不二价', '其中原因之一是天气', '共有3.5万人'])('finds none in %s', (text) => {
    expect(findEnumeration(text)).toEqual([]);
  });

  it('gives the marker as written', () => {
    expect(findEnumeration('一要早。二要快。').map((item) => item.marker)).toEqual(['一要', '二要']);
  });
});

describe('enumerationFrom', () => {
  const items = (text: string) => enumerationFrom(text).map(({ start, end }) => text.slice(start, end));

  it('has the items with which a text begins, the last to the end of its sentence', () => {
    expect(items('(1)网；(2)篓。另外：一是船；二是桨；三是帆')).toEqual(['(1)网；', '(2)篓']);
    expect(items(' ①毛巾；②水杯')).toEqual(['①毛巾；', '②水杯']);
  });

  it('has none where the text begins otherwise or in the middle', () => {
    expect(items('渔具：1.网；2.篓')).toEqual([]);
    expect(items('2.篓；3.桨')).toEqual([]);
  });

  it('covers the text from the first marker on without gaps', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('1.', '2.', '3.', '网', '；', '。', '（一）', '\n')), (parts) => {
        const text = parts.join('');
        const found = enumerationFrom(text);
        found.forEach(({ marker, start, end }, i) => {
          expect(text.slice(start).startsWith(marker)).toBe(true);
          expect(end).toBeGreaterThan(start);
          if (i > 0) expect(found[i - 1]?.end).toBe(start);
        });
      }),
    );
  });
});
