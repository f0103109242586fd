import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DocumentReader } from '../../src/library/document-reader.js';
import { packedPdf, pdfOf, typeset } from '../corpus/pdf-builder.js';

const TEXT = '5月2日，清河水库竣工仪式在云岭县举行，林远山主持了竣工仪式，周青出席并讲话。';
const MEGABYTE = 1_048_576;
/** Shorter than in production, so that the test is. */
const PATIENCE_MS = 10_000;
/** The same, and something for the thread to start and end. */
const LONGEST_MS = 30_000;
/** Of what a document is read into. */
const MOST_KEPT = 24 * MEGABYTE;
/** Nothing else in this process may have to wait so long. */
const LONGEST_STALL_MS = 1_000;

let reader: DocumentReader;

beforeEach(() => {
  reader = new DocumentReader(PATIENCE_MS);
});

afterEach(() => reader.close());

/** Resolves to the longest time for which this process did nothing else. */
async function stallDuring(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 10);
  await work().finally(() => clearInterval(timer));
  return longest;
}

describe('a document that unpacks to a hundred times its size', () => {
  const bomb = packedPdf(`BT /F1 12 Tf ${'(bomb) Tj '.repeat((64 * MEGABYTE) / 10)} ET`);

  it(
    'is given up or read within its limits, stalls nobody, and the next one is read',
    async () => {
      expect(bomb.length).toBeLessThan(MEGABYTE);
      const started = performance.now();
      const stall = await stallDuring(async () => {
        // How far it gets within its time depends on the machine.
        const outcome = await reader.read({ file: 'bomb.pdf', bytes: bomb }).catch((error: unknown) => error);
        if (outcome instanceof Error)
          expect(outcome).toMatchObject({
            name: 'UnreadableFileError',
            code: expect.stringMatching(/^too-(?:large|slow)$/u),
          });
        else expect(JSON.stringify(outcome).length).toBeLessThan(MOST_KEPT);
      });
      expect(performance.now() - started).toBeLessThan(LONGEST_MS);
      expect(stall).toBeLessThan(LONGEST_STALL_MS);
      const { articles } = await reader.read({ file: 'dam.pdf', bytes: pdfOf([typeset([TEXT])]) });
      expect(
        articles
          .flatMap(({ paragraphs }) => paragraphs)
          .map(({ text }) => text)
          .join(''),
      ).toContain('林远山');
    },
    2 * LONGEST_MS,
  );
});
