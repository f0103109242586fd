import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/script.js';
import { foldedParagraph, foldedTitle, passagesOf } from '../../src/retrieval/passages.js';
import { articlesOf } from './small-index.js';

function passages(text: string) {
  return articlesOf({ 'a.jsonl': JSON.stringify({ id: 'a', title: '题', text }) }).flatMap(passagesOf);
}

const SENTENCE = '云岭县今年新修了十二公里的乡村公路，沿线的村庄都通了班车。';

describe('passagesOf', () => {
  it('gives a passage a paragraph', () => {
    expect(passages('水库建成了。\n古桥修好了。').map(({ folded }) => folded)).toEqual([
      '水库建成了。',
      '古桥修好了。',
    ]);
  });

  it('folds the text and keeps every offset', () => {
    const [passage] = passages('云嶺縣的ＧＤＰ增長');
    expect(passage?.folded).toBe('云岭县的gdp增长');
    expect(passage?.range).toEqual([0, passage?.paragraph.text.length]);
  });

  it('cuts a long paragraph at ends of sentences, without gap or overlap', () => {
    const parts = passages(SENTENCE.repeat(60));
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.every(({ folded }) => folded.endsWith('。'))).toBe(true);
    expect(parts.map(({ folded }) => folded).join('')).toBe(fold(SENTENCE.repeat(60)));
  });

  it('cuts a long enumeration at its items', () => {
    const items = ['一要', '二要', '三要', '四要', '五要', '六要'].map(
      (marker) => `${marker}抓好春耕。${'各乡镇备足种子和化肥；农技人员到田间去。'.repeat(10)}`,
    );
    const parts = passages(`会议提出：${items.join('')}`);
    expect(parts.length).toBeGreaterThan(2);
    for (const { folded } of parts.slice(1)) expect(folded).toMatch(/^[一二三四五六]要/u);
  });

  it('covers every paragraph exactly, whatever its text', () => {
    const piece = fc.constantFrom(SENTENCE, '一是修路；', '二要造桥，', '水', '。', 'A.B ', '１２', '縣');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 120 }), (pieces) => {
        const byParagraph = new Map<number, string>();
        for (const { paragraph, range, folded } of passages(pieces.join(''))) {
          expect(folded).toBe(fold(paragraph.text).slice(...range));
          byParagraph.set(paragraph.number, (byParagraph.get(paragraph.number) ?? '') + folded);
          if (byParagraph.get(paragraph.number)?.length === paragraph.text.length) {
            expect(byParagraph.get(paragraph.number)).toBe(fold(paragraph.text));
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('foldedTitle', () => {
  const titleOf = (file: string) =>
    articlesOf({ [file]: '暑期开放时间调整\n\n周一闭馆，周二至周日照常开放。' }).map(foldedTitle);

  it('has what a file with a Chinese name is called by', () => {
    expect(titleOf('通知/霞浦坡圖書館_通知.txt')[0]).toContain('霞浦坡图书馆_通知');
  });

  it('leaves out names that say nothing', () => {
    expect(titleOf('003_ab12.txt')[0]).not.toContain('003');
  });
});

describe('foldedParagraph', () => {
  it('is the whole paragraph on the folded layer, of a passage that is all of it and of a part', () => {
    const all = [...passages('云嶺縣的ＧＤＰ增長'), ...passages(SENTENCE.repeat(60))];
    expect(all.length).toBeGreaterThan(3);
    for (const passage of all) expect(foldedParagraph(passage)).toBe(fold(passage.paragraph.text));
  });
});
