import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { type ArticlePlace, LivePostings } from '../../src/retrieval/live-postings.js';
import { miniSearchRetriever } from '../../src/retrieval/minisearch.js';
import type { Retriever } from '../../src/retrieval/retriever.js';
import { buildSegment, type Segment, withPassages } from '../../src/retrieval/segment.js';
import { termsOf } from '../../src/retrieval/terms.js';
import { articlesOf } from './small-index.js';

/** An engine over some segments; `close` takes away what it has made. */
export interface BuiltRetriever {
  readonly retriever: Retriever;
  close(): Promise<void>;
}

export type BuildRetriever = (
  segments: readonly Segment[],
  places: readonly ArticlePlace[],
) => Promise<BuiltRetriever>;

export interface Line {
  readonly id?: string;
  readonly title?: string;
  readonly source?: string;
  readonly date?: string;
  readonly text: string;
}

/** Segments of so many articles each, and the places of all of them. */
export function segmentsOf(lines: readonly Line[], perSegment = lines.length) {
  const articles = articlesIn(lines);
  const segments: Segment[] = [];
  const places: ArticlePlace[] = [];
  for (let first = 0; first < articles.length; first += perSegment) {
    const batch = articles.slice(first, first + perSegment).map(withPassages);
    for (const article of batch.keys()) places.push({ segment: segments.length, article });
    segments.push(buildSegment(batch));
  }
  return { segments, places };
}

function articlesIn(lines: readonly Line[]): readonly Article[] {
  const rows = lines.map((line, i) => JSON.stringify({ id: String(i), ...line }));
  return articlesOf({ 'lines.jsonl': rows.join('\n') });
}

const asTerms = (text: string) => termsOf(text).map((term) => ({ term, weight: 1 }));
const TEXTS = ['清河水库竣工', '石门古桥修缮', '清河两岸种树', '小学开学'].map((text) => ({ text }));
const PARTS = ['清河', '水库', '古桥', '小学', '大坝', '种树', 'abc', '2021', '桥', '〇', 'นครปฐม'];

/** What every engine must do, whatever it is. */
export function retrieverContract(name: string, build: BuildRetriever): void {
  const built: BuiltRetriever[] = [];
  afterEach(async () => {
    for (const one of built.splice(0)) await one.close();
  });
  const over = async (
    { segments, places }: { segments: readonly Segment[]; places: readonly ArticlePlace[] },
    build_ = build,
  ): Promise<Retriever> => {
    const one = await build_(segments, places);
    built.push(one);
    return one.retriever;
  };
  const found = async (retriever: Retriever, text: string, limit = 10, passages?: ReadonlySet<number>) =>
    (await retriever.search(asTerms(text), limit, ...(passages === undefined ? [] : [{ passages }]))).map(
      ({ passage }) => passage,
    );

  describe(`${name}: what is found`, () => {
    it('is what shares terms, the passage that shares most first', async () => {
      expect(await found(await over(segmentsOf(TEXTS)), '清河水库')).toEqual([0, 2]);
    });

    it('is nothing for terms that stand nowhere, for no terms, and in an empty corpus', async () => {
      const retriever = await over(segmentsOf(TEXTS));
      expect(await found(retriever, '机场')).toEqual([]);
      expect(await found(retriever, '')).toEqual([]);
      expect(await found(await over({ segments: [], places: [] }), '清河')).toEqual([]);
    });

    it('ignores unknown terms beside known ones', async () => {
      expect(await found(await over(segmentsOf(TEXTS)), '古桥机场')).toEqual([1]);
    });

    it('is at most as much as asked for, the best of it', async () => {
      expect(await found(await over(segmentsOf(TEXTS, 1)), '清河水库', 1)).toEqual([0]);
    });

    it('is found by the title, too', async () => {
      const lines = [{ title: '云岭县新建两所小学', text: '九月一日开学。' }, { text: '古桥修缮。' }];
      expect(await found(await over(segmentsOf(lines)), '云岭')).toEqual([0]);
    });

    it('may be asked for by any characters', async () => {
      const odd = ['"quoted" (or) not:it* a/b\\c {x} ~2 + - && ||', 'naïve café', '１２３ 𠮷野家', 'นครปฐม'];
      const long = `${'x'.repeat(400)} ${'y'.repeat(300)}`;
      const retriever = await over(segmentsOf([...odd, long].map((text) => ({ text }))));
      for (const [place, text] of [...odd, long].entries()) {
        const [first] = termsOf(text.normalize('NFKC').toLowerCase());
        expect(await found(retriever, first ?? '')).toContain(place);
      }
      expect(await found(retriever, 'y'.repeat(300))).toEqual([4]);
      expect(await found(retriever, 'x'.repeat(300))).toEqual([]);
    });

    it('is more worth for a term that stands repeatedly, and for a weightier one', async () => {
      const lines = [{ text: '清河 古桥 古桥 古桥' }, { text: '清河 清河 清河 古桥' }, { text: '小学' }];
      const retriever = await over(segmentsOf(lines));
      const ask = async (river: number, bridge: number) =>
        (
          await retriever.search(
            [
              { term: '清河', weight: river },
              { term: '古桥', weight: bridge },
            ],
            1,
          )
        )[0]?.passage;
      expect(await ask(1, 5)).toBe(0);
      expect(await ask(5, 1)).toBe(1);
    });

    it('is nothing of an article that is gone, and counts as if it had never been', async () => {
      const { segments, places } = segmentsOf(TEXTS, 2);
      const without = { segments, places: places.filter((_, i) => i !== 0) };
      const retriever = await over(without);
      expect(await found(retriever, '清河水库')).toEqual([1]);
      const fresh = await over(segmentsOf(TEXTS.slice(1)));
      const scores = async (one: Retriever) => await one.search(asTerms('清河水库种树'), 10);
      expect(await scores(retriever)).toEqual(await scores(fresh));
    });

    it('is left out where a term stands in a great share of many passages', async () => {
      const lines = Array.from({ length: 5000 }, (_, number) => ({ text: `会议 x${number}` }));
      const retriever = await over(segmentsOf(lines));
      expect(await found(retriever, '会议')).toEqual([]);
      expect(await found(retriever, '会议 x1234')).toEqual([1234]);
      expect((await found(retriever, '会议', 1, new Set([6, 7, 8])))[0]).toBe(6);
    });

    it('is the same for everybody who asks at once', async () => {
      const retriever = await over(segmentsOf(TEXTS));
      const all = await Promise.all(Array.from({ length: 20 }, () => found(retriever, '清河水库')));
      expect(new Set(all.map(String))).toEqual(new Set(['0,2']));
    });
  });

  describe(`${name}: scores`, () => {
    it('are those of the embedded engine, for any question, however the corpus is cut', async () => {
      const lines = fc.sample(
        fc
          .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 12 })
          .map((parts) => ({ text: parts.join(' ') })),
        { numRuns: 60, seed: 7 },
      );
      const { segments, places } = segmentsOf(lines, 13);
      const retriever = await over({ segments, places });
      const embedded = miniSearchRetriever(new LivePostings(segments, places));
      const question = fc.array(fc.constantFrom(...PARTS, '机场'), { minLength: 1, maxLength: 5 });
      await fc.assert(
        fc.asyncProperty(question, async (words) => {
          const terms = asTerms([...new Set(words)].join(' '));
          const scores = new Map(
            (await retriever.search(terms, 100)).map(({ passage, score }) => [passage, score]),
          );
          const expected = await embedded.search(terms, 100);
          expect([...scores.keys()].toSorted()).toEqual(expected.map(({ passage }) => passage).toSorted());
          for (const { passage, score } of expected) expect(scores.get(passage)).toBeCloseTo(score, 9);
        }),
        { numRuns: 40 },
      );
    });
  });

  describe(`${name}: with a filter`, () => {
    it('only its passages are found, with the scores that they have without it', async () => {
      const retriever = await over(segmentsOf(TEXTS));
      const all = await retriever.search(asTerms('清河水库'), 10);
      const [only, ...others] = await retriever.search(asTerms('清河水库'), 10, { passages: new Set([2]) });
      expect(only?.passage).toBe(2);
      expect(only?.score).toBeCloseTo(all[1]?.score ?? 0, 9);
      expect(others).toEqual([]);
    });

    it('a character that stands alone counts as much as without it', async () => {
      const retriever = await over(
        segmentsOf(['桥 清河', '古桥修缮', '石桥 小学'].map((text) => ({ text }))),
      );
      const [alone] = await retriever.search(asTerms('桥'), 10);
      const [among] = await retriever.search(asTerms('桥'), 10, { passages: new Set([0, 1]) });
      expect(alone?.passage).toBe(0);
      expect(among?.score).toBeCloseTo(alone?.score ?? 0, 9);
    });

    it('those that share nothing with the question follow, as far as the limit goes', async () => {
      const retriever = await over(segmentsOf(TEXTS));
      expect(await found(retriever, '清河', 10, new Set([1, 2, 3]))).toEqual([2, 1, 3]);
      expect(await found(retriever, '清河', 2, new Set([1, 2, 3]))).toEqual([2, 1]);
    });

    it('what it says of the metadata lets the same passages through', async () => {
      const common = Array.from({ length: 400 }, (_, i) => ({ text: `清河水库 第${i}期`, source: '甲报' }));
      const lines = [
        ...common,
        { text: '水库旧闻', source: '乙报', date: '2020-05-06' },
        { text: '水库新闻', source: '乙报', date: '2021' },
      ];
      const retriever = await over(segmentsOf(lines, 150));
      const ask = async (passages: readonly number[], metadata: object) =>
        (await retriever.search(asTerms('清河水库'), 5, { passages: new Set(passages), metadata }))
          .filter(({ score }) => score > 0)
          .map(({ passage }) => passage);
      const byB = { named: { by: 'source', name: '乙报' } };
      expect((await ask([400, 401], byB)).toSorted()).toEqual([400, 401]);
      expect(await ask([401], { ...byB, since: '2021-03' })).toEqual([401]);
      expect(await ask([400], { until: '2020-05' })).toEqual([400]);
      expect(await ask([400], { since: '2020-05-06', until: '2020' })).toEqual([400]);
      expect(await ask([7], { named: { by: 'article', name: '7' } })).toEqual([7]);
      expect(await ask([], { named: { by: 'title', name: '无此题' } })).toEqual([]);
    });
  });
}
