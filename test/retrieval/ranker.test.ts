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

  it('passes over the top of a notice for the paragraph that says what is asked', async () => {
    const notice = await indexOf({
      'notice.txt': `松河市关于支持渔业复产若干措施的通知

松河市人民政府办公室关于支持渔业复产若干措施的通知，各县区人民政府，市直有关单位：为深入贯彻上级关于渔业复产工作的部署，支持渔业复产，制定以下若干措施。

加大信贷投放，由各银行对养殖户下调利率。

鱼苗运输纳入优先通行范围，落实绿色通道，确保不停车、不检查。`,
    });
    const question = analyse('松河市支持渔业复产若干措施中，鱼苗运输的绿色通道有什么保障？', notice);
    const candidates = notice.passages.map((_, passage) => ({ passage, score: 1 }));
    expect(rank(question, candidates, notice)[0]?.passage.folded).toContain('不停车');
  });

  it('ranks no candidates as none', () => {
    expect(rank(analyse('古桥', index), [], index)).toEqual([]);
  });
});
