import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { decode } from '../../src/corpus/decode.js';
import { rawTextOf } from '../../src/corpus/offsets.js';
import { type RawFile, readArticles } from '../../src/corpus/read.js';
import { UnreadableFileError } from '../../src/corpus/unreadable.js';
import { articleTexts, FUZZ_RUNS, FUZZ_TIMEOUT_MS, spoilt } from './mutations.js';

const TEXTS = articleTexts();
const ENCODERS = ['utf8', 'utf16le', 'latin1'] as const;
const NAMES = ['a.txt', 'a.html', 'a.md', 'a.jsonl'] as const;

/** None of a file that is refused. */
function articlesOf(raw: RawFile): readonly Article[] {
  try {
    return readArticles(raw).articles;
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    expect(error.message).toContain(raw.file);
    return [];
  }
}

describe('spoilt files', () => {
  it(
    'are decoded, or refused by name',
    () => {
      fc.assert(
        fc.property(
          spoilt(TEXTS),
          fc.constantFrom(...ENCODERS),
          fc.uint8Array({ maxLength: 30 }),
          (text, encoding, tail) => {
            const bytes = Buffer.concat([Buffer.from(text, encoding), tail]);
            try {
              expect(typeof decode('spoilt.txt', bytes).text).toBe('string');
            } catch (error) {
              expect((error as Error).message).toContain('spoilt.txt');
            }
          },
        ),
        { numRuns: FUZZ_RUNS },
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'are cleaned without inventing a character: each paragraph lies in its file',
    () => {
      fc.assert(
        fc.property(spoilt(TEXTS), fc.constantFrom(...NAMES), (text, file) => {
          const raw = { file, bytes: new TextEncoder().encode(text) };
          for (const article of articlesOf(raw)) {
            const rawText = rawTextOf(raw, article);
            for (const { text: paragraph, runs } of article.paragraphs) {
              expect(runs.reduce((sum, run) => sum + run.length, 0)).toBe(paragraph.length);
              for (const run of runs) {
                // A longer run is an entity of HTML.
                if (run.rawLength !== run.length) continue;
                const slice = rawText.slice(run.raw, run.raw + run.rawLength);
                expect(paragraph.slice(run.at, run.at + run.length)).toBe(slice);
              }
            }
          }
        }),
        { numRuns: FUZZ_RUNS },
      );
    },
    FUZZ_TIMEOUT_MS,
  );
});
