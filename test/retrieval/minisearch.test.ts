import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { LivePostings } from '../../src/retrieval/live-postings.js';
import { miniSearchRetriever } from '../../src/retrieval/minisearch.js';
import { buildSegment, withPassages } from '../../src/retrieval/segment.js';
import { termsOf } from '../../src/retrieval/terms.js';
import { articlesOf } from './small-index.js';

/** Postings of one-paragraph articles, so many a segment. */
function postingsOf(texts: readonly string[], perSegment = texts.length): LivePostings {
  const lines = texts.map((text, i) => JSON.stringify({ id: String(i), text }));
  const articles = articlesOf({ 'texts.jsonl': lines.join('\n') });
  const segments = [];
  const places = [];
  for (let first = 0; first < articles.length; first += perSegment) {
    const batch = articles.slice(first, first + perSegment).map(withPassages);
    for (const article of batch.keys()) places.push({ segment: segments.length, article });
    segments.push(buildSegment(batch));
  }
  return new LivePostings(segments, places);
}

const asTerms = (text: string) => termsOf(text).map((term) => ({ term, weight: 1 }));

async function find(postings: LivePostings, text: string, limit = 10): Promise<readonly number[]> {
  const found = await miniSearchRetriever(postings).search(asTerms(text), limit);
  return found.map(({ passage }) => passage);
}

const TEXTS = ['清河水库竣工', '石门古桥修缮', '清河两岸种树', '小学开学'] as const;

describe('miniSearchRetriever', () => {
  it('finds the passages that share terms, the one that shares most first', async () => {
    expect(await find(postingsOf(TEXTS), '清河水库')).toEqual([0, 2]);
  });

  it('finds nothing for terms that stand nowhere', async () => {
    expect(await find(postingsOf(TEXTS), '机场')).toEqual([]);
    expect(await find(postingsOf(TEXTS), '')).toEqual([]);
    expect(await miniSearchRetriever(new LivePostings([], [])).search(asTerms('清河'), 10)).toEqual([]);
  });

  it('gives at most as many as asked for', async () => {
    expect(await find(postingsOf(TEXTS), '清河', 1)).toHaveLength(1);
  });

  it('keeps nothing of a question', async () => {
    const retriever = miniSearchRetriever(postingsOf(TEXTS));
    const first = await retriever.search(asTerms('清河水库'), 10);
    await retriever.search(asTerms('小学开学'), 10);
    expect(await retriever.search(asTerms('清河水库'), 10)).toEqual(first);
  });

  it('lets weightier terms count more', async () => {
    const retriever = miniSearchRetriever(postingsOf(['清河', '古桥']));
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

  it('leaves out what stands in a great share of many passages, and finds the rest by the other terms', async () => {
    const many = postingsOf(Array.from({ length: 5000 }, (_, number) => `会议 x${number}`));
    expect(await find(many, '会议')).toEqual([]);
    expect(await find(many, '会议 x1234')).toEqual([1234]);
  });
});

const words = fc.constantFrom('清河', '水库', '古桥', '小学', '大坝', '种树');
const texts = fc.array(
  fc.array(words, { minLength: 1, maxLength: 6 }).map((list) => list.join(' ')),
  { minLength: 1, maxLength: 12 },
);
const question = fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));

describe('what it finds', () => {
  it('is what a MiniSearch that holds everything finds, with the same scores', async () => {
    await fc.assert(
      fc.asyncProperty(texts, question, async (passages, asked) => {
        const stock = new MiniSearch({ fields: ['text'], tokenize: (text) => text.split(' ') });
        stock.addAll(passages.map((text, id) => ({ id, text })));
        const expected = new Map(
          stock.search([...new Set(termsOf(asked))].join(' ')).map(({ id, score }) => [id, score]),
        );
        const retriever = miniSearchRetriever(postingsOf(passages));
        const found = await retriever.search(asTerms([...new Set(asked.split(' '))].join(' ')), 100);
        expect(new Set(found.map(({ passage }) => passage))).toEqual(new Set(expected.keys()));
        for (const { passage, score } of found) expect(score).toBeCloseTo(expected.get(passage) ?? -1, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on how the corpus is cut into segments', async () => {
    await fc.assert(
      fc.asyncProperty(texts, question, fc.integer({ min: 1, max: 4 }), async (passages, asked, size) => {
        const whole = await miniSearchRetriever(postingsOf(passages)).search(asTerms(asked), 100);
        expect(await miniSearchRetriever(postingsOf(passages, size)).search(asTerms(asked), 100)).toEqual(
          whole,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('among some passages', () => {
  it('finds only these, with the scores that they have without it', async () => {
    const retriever = miniSearchRetriever(postingsOf(TEXTS));
    const all = await retriever.search(asTerms('清河水库'), 10);
    const [only, ...others] = await retriever.search(asTerms('清河水库'), 10, {
      passages: new Set([2]),
    });
    expect(only?.passage).toBe(2);
    expect(only?.score).toBeCloseTo(all[1]?.score ?? 0, 9);
    expect(others).toEqual([]);
  });

  it('takes those that share nothing with the question, too, as far as the limit goes', async () => {
    const postings = postingsOf(TEXTS);
    const among = async (limit: number) =>
      (
        await miniSearchRetriever(postings).search(asTerms('清河'), limit, { passages: new Set([1, 2, 3]) })
      ).map(({ passage }) => passage);
    expect(await among(10)).toEqual([2, 1, 3]);
    expect(await among(2)).toEqual([2, 1]);
  });

  it('searches common terms, where they are all there is', async () => {
    const postings = postingsOf(Array.from({ length: 5000 }, (_, i) => (i === 7 ? '会议会议' : '会议')));
    const found = await miniSearchRetriever(postings).search(asTerms('会议'), 1, {
      passages: new Set([6, 7, 8]),
    });
    expect(found[0]?.score).toBeGreaterThan(0);
  });
});
