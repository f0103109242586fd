import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/retrieval/analysis.js';
import { retrieve } from '../../src/retrieval/retrieve.js';
import { indexOf } from './small-index.js';

const FILES = {
  'guests.txt': '来宾接待\n\n来宾在湖畔招待所下榻，由接待组安置。早餐七点开始。\n',
  'rules.txt': '场地守则\n\n场地内严禁吸烟。器材用毕须归还原处。\n',
};

describe('near words', () => {
  it('are those that the corpus has, the nearest first', async () => {
    const { nearWords } = await indexOf(FILES);
    expect(nearWords('客人').map(({ word }) => word)).toEqual(['来宾']);
    expect(nearWords('安顿').map(({ word }) => word)).toEqual(['安置']);
    expect(nearWords('湖畔')).toEqual([]);
  });

  it('count less than the word itself and its synonyms', async () => {
    const { concepts } = analyse('客人安顿在哪里？', await indexOf(FILES));
    const guests = concepts.find(({ surface }) => surface === '客人');
    expect(guests?.variants).toEqual([
      { text: '客人', weight: 1 },
      { text: '来宾', weight: expect.closeTo(0.42, 1), isNear: true },
    ]);
  });

  it('make a word that the corpus lacks as telling as what stands there for it', async () => {
    const { concepts } = analyse('客人来自火星吗？', await indexOf(FILES));
    const idf = (word: string) => concepts.find(({ surface }) => surface === word)?.idf ?? 0;
    expect(idf('客人')).toBeGreaterThan(0);
    expect(idf('客人')).toBeLessThan(idf('火星'));
  });

  it('find the passage that says it in other words', async () => {
    const index = await indexOf(FILES);
    const { hits } = await retrieve(analyse('客人由谁安顿？', index), index);
    expect(hits[0]?.passage.article.file).toBe('guests.txt');
  });

  it('stand for no name', async () => {
    const { concepts } = analyse('何知远安顿在哪里？', await indexOf(FILES));
    for (const { kind, variants } of concepts)
      if (kind !== 'word') expect(variants.filter(({ isNear }) => isNear === true)).toEqual([]);
  });
});
