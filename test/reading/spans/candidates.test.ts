import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../../src/reading/spans/candidates.js';
import { knowledgeOf } from '../asking.js';

function textsOf(folded: string, names: Parameters<typeof knowledgeOf>[0] = {}): string[] {
  const { candidates } = findCandidates(folded, [[0, folded.length]], knowledgeOf(names));
  return candidates.map(({ start, end }) => folded.slice(start, end));
}

describe('candidates for a short answer', () => {
  it.each([
    ['渡口于1931年3月重修。', '1931年'],
    ['全县共有38,000人,比上年多。', '38,000人'],
    ['主演是安娜·贝尔格曼和她的弟弟。', '安娜·贝尔格曼'],
    ['他写了《山中杂记》一书。', '《山中杂记》'],
    ['馆长生于松江(今属上海)一带。', '松江(今属上海)'],
  ])('in %s have %s', (text, answer) => {
    expect(textsOf(text)).toContain(answer);
  });

  it('keep a known name whole where the words would cut it', () => {
    expect(textsOf('指挥长安伟到场。', { persons: ['安伟'] })).toContain('安伟');
  });

  it('end with words of content, and begin with them or with what says where, when or by whom', () => {
    for (const text of textsOf('由老师的学生在山下的河边修建了新的石桥。'))
      expect(text).toMatch(/^[^的了].*[^的在了由]$|^[^由的在了]$/u);
  });

  it('stay inside the range and within sixty characters', () => {
    const text = fc.stringMatching(/^[甲乙丙丁的在和0-9，。、（）《》“”a-z ]{1,120}$/);
    fc.assert(
      fc.property(text, fc.nat(40), (folded, from) => {
        const range = [Math.min(from, folded.length), folded.length] as const;
        for (const { start, end } of findCandidates(folded, [range], knowledgeOf()).candidates) {
          expect(start).toBeGreaterThanOrEqual(range[0]);
          expect(end).toBeLessThanOrEqual(range[1]);
          expect(end - start).toBeGreaterThan(0);
          expect(end - start).toBeLessThanOrEqual(60);
        }
      }),
    );
  });
});
