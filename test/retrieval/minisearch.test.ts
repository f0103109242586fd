import { describe, expect, it } from 'vitest';
import {
  buildSegment,
  loadSegment,
  miniSearchRetriever,
  type Segment,
  storeSegment,
} from '../../src/retrieval/minisearch.js';
import { termKey, termsOf } from '../../src/retrieval/terms.js';

const keysOf = (text: string): Uint32Array => Uint32Array.from(termsOf(text), termKey);
const segmentOf = (first: number, ...texts: readonly string[]): Segment =>
  buildSegment(first, texts.map(keysOf));

async function find(segments: readonly Segment[], text: string, limit = 10): Promise<readonly number[]> {
  const terms = termsOf(text).map((term) => ({ term, weight: 1 }));
  return (await miniSearchRetriever(segments).search(terms, limit)).map(({ passage }) => passage);
}

const TEXTS = ['清河水库竣工', '石门古桥修缮', '清河两岸种树', '小学开学'] as const;

describe('miniSearchRetriever', () => {
  it('finds the passages that share terms, the one that shares most first', async () => {
    expect(await find([segmentOf(0, ...TEXTS)], '清河水库')).toEqual([0, 2]);
  });

  it('finds nothing for terms that stand nowhere', async () => {
    expect(await find([segmentOf(0, ...TEXTS)], '机场')).toEqual([]);
    expect(await find([segmentOf(0, ...TEXTS)], '')).toEqual([]);
    expect(await find([], '清河')).toEqual([]);
  });

  it('gives at most as many as asked for', async () => {
    expect(await find([segmentOf(0, ...TEXTS)], '清河', 1)).toHaveLength(1);
  });

  it('lets weightier terms count more', async () => {
    const retriever = miniSearchRetriever([segmentOf(0, '清河', '古桥')]);
    const search = (dam: number, bridge: number) =>
      retriever.search(
        [
          { term: '清河', weight: dam },
          { term: '古桥', weight: bridge },
        ],
        1,
      );
    expect((await search(5, 1))[0]?.passage).toBe(0);
    expect((await search(1, 5))[0]?.passage).toBe(1);
  });

  it('searches several segments as one index', async () => {
    const segments = [segmentOf(0, ...TEXTS.slice(0, 2)), segmentOf(2, ...TEXTS.slice(2))];
    expect([...(await find(segments, '清河水库'))].sort()).toEqual([0, 2]);
    expect((await find(segments, '清河水库'))[0]).toBe(0);
  });

  it('finds the same in a segment that was stored and loaded', async () => {
    const segment = segmentOf(7, ...TEXTS);
    const { firstPassage, json, frequency } = storeSegment(segment);
    expect(await find([loadSegment({ firstPassage, json, frequency })], '清河水库')).toEqual([7, 9]);
    expect(await find([segment], '清河水库')).toEqual([7, 9]);
  });

  it('leaves out what stands in a great share of many passages, and finds the rest by the other terms', async () => {
    const many = Array.from({ length: 5000 }, (_, number) => `会议 x${number}`);
    const segments = [segmentOf(0, ...many)];
    expect(await find(segments, '会议')).toEqual([]);
    expect(await find(segments, '会议 x1234')).toContain(1234);
  });
});
