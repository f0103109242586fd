import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/retrieval/analysis.js';
import { rankCandidates } from '../../src/retrieval/retrieve.js';
import { indexOf } from './small-index.js';

const index = await indexOf({
  'soup.txt': `鱼头豆腐汤的做法

鱼头煎黄，倒入开水，大火烧十分钟。

起锅前加半勺醋，撒葱花。`,
  'road.txt': `山路除冰通告

22日夜间雪止，气温回升。`,
});

async function found(question: string): Promise<readonly string[]> {
  return (await rankCandidates(analyse(question, index), index)).map(({ passage }) => passage.folded);
}

describe('words of one character', () => {
  it('find passages of a small corpus, though engines hold pairs', async () => {
    expect(await found('醋放多少？')).toContain('起锅前加半勺醋,撒葱花。');
    expect((await found('雪什么时候停？'))[0]).toContain('雪止');
  });

  it('find only what a filter lets through', async () => {
    const filter = { passages: new Set<number>() };
    expect(await rankCandidates(analyse('醋放多少？', index), index, filter)).toEqual([]);
  });
});
