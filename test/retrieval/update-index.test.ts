import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { readWholeLexicons } from '../../src/library.js';
import { analyse } from '../../src/retrieval/analysis.js';
import { articlesIn, assemble, buildParts, updateParts } from '../../src/retrieval/build-index.js';
import type { WholeLexicons } from '../../src/retrieval/lexicons-of-corpus.js';
import { rankCandidates } from '../../src/retrieval/retrieve.js';
import { articlesOf, NEWS } from './small-index.js';

const MORE = {
  'fair.txt': '石门庙会开幕\n\n4月8日，石门庙会开幕。镇长何知远主持了开幕式，共有三百二十人出席。',
  'road.txt': '云岭公路通车\n\n云岭公路全长四十二公里，第三次扩建由县交通局负责。',
  'flood.txt': '清河防汛会议召开\n\n第五次防汛会议在清河乡召开，林远山主持，周青、白知秋、沈若兰出席。',
} as const;
const QUESTIONS = [
  '谁主持了竣工仪式？',
  '第五次防汛会议谁出席？',
  '古桥有多少个桥孔？',
  'Who inspected the reservoir?',
];

let lexicons: WholeLexicons;
let all: readonly Article[];

beforeAll(async () => {
  lexicons = await readWholeLexicons();
  all = articlesOf({ ...NEWS, ...MORE });
});

/** Some of all articles, in the order of the corpus. */
const someArticles = fc
  .subarray(Array.from({ length: Object.keys({ ...NEWS, ...MORE }).length }, (_, i) => i))
  .map((places) => places.flatMap((place) => all[place] ?? []));

describe('updateParts', () => {
  it('leads to the same index as building anew, whatever came and went', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someArticles, { minLength: 1, maxLength: 8 }), async (steps) => {
        let parts = buildParts([], lexicons);
        for (const articles of steps) parts = updateParts(parts, articles);
        const anew = buildParts(steps.at(-1) ?? [], lexicons);
        expect(articlesIn(parts)).toEqual(articlesIn(anew));
        expect(parts.facts).toEqual(anew.facts);
        const [updated, built] = [assemble(parts), assemble(anew)];
        for (const text of QUESTIONS) {
          const question = analyse(text, updated);
          expect(question).toEqual(analyse(text, built));
          expect(await rankCandidates(question, updated)).toEqual(await rankCandidates(question, built));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('keeps the segments of articles that stay', () => {
    const parts = buildParts(all, lexicons);
    const without = updateParts(parts, all.slice(1));
    expect(without.segments).toEqual(parts.segments);
    expect(without.segments[0]).toBe(parts.segments[0]);
    expect(updateParts(without, all).segments).toHaveLength(2);
  });

  it('builds a segment anew when most of it is gone', () => {
    const parts = buildParts(all, lexicons);
    const [left] = all;
    const few = updateParts(parts, left === undefined ? [] : [left]);
    expect(few.segments).toHaveLength(1);
    expect(few.segments[0]?.articles).toEqual([left]);
  });

  it('makes one of many small segments', () => {
    let parts = buildParts([], lexicons);
    const lines = Array.from({ length: 30 }, (_, i) =>
      JSON.stringify({ id: String(i), text: `第${i}条消息。` }),
    );
    const articles = articlesOf({ 'lines.jsonl': lines.join('\n') });
    for (let count = 1; count <= articles.length; count++) {
      parts = updateParts(parts, articles.slice(0, count));
      expect(parts.segments.length).toBeLessThanOrEqual(9);
    }
    expect(articlesIn(parts)).toEqual(articles);
  });
});

describe('new segments', () => {
  it('are made larger where they would be too many, and answers stay the same', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => {
      const text = Array.from({ length: 14 }, (_line, n) => `第${i}号水库第${n}次检查。`).join('\n');
      return JSON.stringify({ id: String(i), text });
    });
    const articles = articlesOf({ 'dams.jsonl': lines.join('\n') });
    const many = buildParts(articles, lexicons);
    const few = buildParts(articles, lexicons, () => {}, 2);
    expect(many.segments).toHaveLength(3);
    expect(few.segments).toHaveLength(2);
    const [one, other] = [assemble(many), assemble(few)];
    const terms = [{ term: '1234', weight: 1 }];
    expect(await other.retriever.search(terms, 20)).toEqual(await one.retriever.search(terms, 20));
  });
});
