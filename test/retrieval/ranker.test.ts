import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/retrieval/analysis.js';
import type { CorpusIndex } from '../../src/retrieval/corpus-index.js';
import { rank } from '../../src/retrieval/ranker.js';
import { indexOf, NEWS } from './small-index.js';

let index: CorpusIndex;

beforeAll(async () => {
  index = await indexOf(NEWS);
});

describe('rank', () => {
  it('orders candidates and passes over numbers that are no passage', () => {
    const question = analyse('石门古桥有几个桥孔？', index);
    const candidates = index.passages.map((_, passage) => ({ passage, score: 1 }));
    const ranked = rank(question, [...candidates, { passage: 999, score: 1 }], index);
    expect(ranked).toHaveLength(index.passages.length);
    expect(ranked[0]?.passage.folded).toContain('五个桥孔');
  });

  it('ranks no candidates as none', () => {
    expect(rank(analyse('古桥', index), [], index)).toEqual([]);
  });
});
