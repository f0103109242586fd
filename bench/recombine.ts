/** Larger pools of the same language: paragraphs put together from the sentences of a pool. */
import { writeFileSync } from 'node:fs';
import { splitSentences } from '../src/language/sentences.js';
import type { PoolParagraph } from './peers/engine.js';

const SEED = 20_240_601;

/** Lines that are written to a file at once. */
const LINES = 10_000;

/**
 * Paragraphs without end, each as many sentences long as one of the pool, of sentences from anywhere. The same every
 * time.
 */
function* recombined(pool: readonly PoolParagraph[]): Generator<PoolParagraph> {
  const split = pool.map(({ text }) => splitSentences(text).map(([start, end]) => text.slice(start, end)));
  const sentences = split.flat();
  const random = randomNumbers(SEED);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
  for (let i = 0; ; i++) {
    yield {
      id: `recombined:${i}`,
      title: pick(pool)?.title ?? '',
      text: Array.from({ length: pick(split)?.length ?? 1 }, () => pick(sentences) ?? '').join(''),
    };
  }
}

/** Writes so many recombined paragraphs to each of the files (.jsonl), all different; never holds many of them at once. */
export function writeRecombined(
  pool: readonly PoolParagraph[],
  count: number,
  ...files: readonly string[]
): void {
  const paragraphs = recombined(pool);
  for (const file of files) {
    for (let written = 0; written < count; written += LINES) {
      const lines = Array.from({ length: Math.min(LINES, count - written) }, () =>
        JSON.stringify(paragraphs.next().value),
      );
      writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'a' });
    }
  }
}

/** Mulberry32 (Tommy Ettinger, public domain): evenly spread numbers in [0, 1). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
