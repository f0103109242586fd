import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readArticles } from '../../src/corpus/read.js';
import { answerFrom, readWholeLexicons } from '../../src/library.js';
import { analyse } from '../../src/retrieval/analysis.js';
import { assemble, buildParts } from '../../src/retrieval/build-index.js';
import type { CorpusIndex } from '../../src/retrieval/corpus-index.js';
import { FUZZ_RUNS, FUZZ_TIMEOUT_MS, questionTexts, sampleTexts, spoilt } from './mutations.js';

const QUESTIONS = spoilt(questionTexts());
/** A whole answer costs more than its analysis; a share of the runs shows as much. */
const ANSWERED_SHARE = 4;

describe('spoilt questions', () => {
  let index: CorpusIndex;
  beforeAll(async () => {
    const articles = sampleTexts().flatMap(
      (text, number) =>
        readArticles({ file: `${number}.txt`, bytes: new TextEncoder().encode(text) }).articles,
    );
    index = assemble(buildParts(articles, await readWholeLexicons()));
  });

  it(
    'are understood somehow',
    () => {
      fc.assert(
        fc.property(QUESTIONS, (text) => {
          const question = analyse(text, index);
          expect(question.folded).toHaveLength(question.text.length);
          for (const { idf } of question.concepts) expect(Number.isFinite(idf)).toBe(true);
        }),
        { numRuns: FUZZ_RUNS },
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'are answered or refused, with a confidence and quotes from their paragraphs',
    async () => {
      await fc.assert(
        fc.asyncProperty(QUESTIONS, async (text) => {
          const answer = await answerFrom(index, text, {});
          expect(answer.confidence).toBeGreaterThanOrEqual(0);
          expect(answer.confidence).toBeLessThanOrEqual(1);
          expect(answer.citations.length > 0).toBe(answer.status !== 'no-answer');
          if (answer.status === 'no-answer') expect(answer.note).not.toBeNull();
        }),
        { numRuns: Math.ceil(FUZZ_RUNS / ANSWERED_SHARE) },
      );
    },
    FUZZ_TIMEOUT_MS,
  );
});
