import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/retrieval/analysis.js';
import type { CorpusIndex } from '../../src/retrieval/corpus-index.js';
import { FEATURES, featuresOf } from '../../src/retrieval/features.js';
import { prepareQuestion } from '../../src/retrieval/scan.js';
import { indexOf, NEWS } from './small-index.js';

let index: CorpusIndex;

beforeAll(async () => {
  index = await indexOf(NEWS);
});

describe('featuresOf', () => {
  function features(
    question: string,
    folded: string,
    title = '',
    heading = '',
  ): Readonly<Record<string, number>> {
    const prepared = prepareQuestion(analyse(question, index), index.statistics);
    const vector = featuresOf(prepared, {
      folded,
      title,
      heading,
      position: 1,
      engineShare: 1,
      engineRank: 0,
    });
    return Object.fromEntries(FEATURES.map((name, place) => [name, vector[place] ?? Number.NaN]));
  }

  it('are finite numbers for any text', () => {
    for (const text of ['', '。', '水', '水库。', 'a 14 b', '水库'.repeat(2000)]) {
      for (const question of ['清河水库的库容是多少？', 'How large is the reservoir?', '']) {
        expect(Object.values(features(question, text)).every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('see all of a question in a text that repeats it, and nothing in one about something else', () => {
    const question = '清河水库竣工';
    expect(features(question, '清河水库竣工了。')).toMatchObject({ terms: 1, termsSentence: 1, concepts: 1 });
    expect(features(question, '石门古桥修好了。')).toMatchObject({ terms: 0, concepts: 0, bm25: 0 });
  });

  it('see words that stand in one sentence and words that stand in two', () => {
    const together = features('清河古桥', '清河上有古桥。');
    const apart = features('清河古桥', '清河很长。山上有松树。路边有古桥。');
    expect(together.conceptsSentence).toBeGreaterThan(apart.conceptsSentence ?? 1);
    expect(together.concepts).toBe(apart.concepts);
  });

  it('see what the best sentence adds to the title', () => {
    const repeated = features('清河水库古桥', '清河水库。山上有松树。', '清河水库');
    expect(repeated.termsSentenceBeyond).toBe(0);
    const more = features('清河水库古桥', '山上有松树。旁边有古桥。', '清河水库');
    expect(more.termsSentenceBeyond).toBeGreaterThan(0);
    expect(features('清河水库古桥', '旁边有古桥。').termsSentenceBeyond).toBeCloseTo(
      more.termsSentenceBeyond ?? 0,
    );
  });

  it('see the title apart from the text', () => {
    expect(features('清河水库', '竣工了。', '清河水库')).toMatchObject({
      terms: 0,
      termsTitle: 1,
      termsAnywhere: 1,
    });
  });

  it('count a heading above the text as its title', () => {
    expect(features('清河水库', '竣工了。', '', '清河水库')).toMatchObject({ terms: 0, termsTitle: 1 });
  });

  it('find no number inside a longer one', () => {
    expect(features('14', '2014年。').concepts).toBe(0);
    expect(features('14', '第14次。').concepts).toBe(1);
  });

  it('do not depend on what was looked at before', () => {
    const prepared = prepareQuestion(analyse('清河水库', index), index.statistics);
    const look = (folded: string) => [
      ...featuresOf(prepared, { folded, title: '', heading: '', position: 1, engineShare: 1, engineRank: 0 }),
    ];
    const fresh = look('水库。');
    look('清河水库竣工了。');
    expect(look('水库。')).toEqual(fresh);
  });
});
