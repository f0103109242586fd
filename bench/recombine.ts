/** Larger pools of the same language: paragraphs put together from the sentences of a pool. */
import { splitSentences } from '../src/language/sentences.js';
import type { PoolParagraph } from './peers/engine.js';

const SEED = 20_240_601;

/** So many paragraphs, each as many sentences long as one of the pool, of sentences from anywhere. The same every time. */
export function recombine(pool: readonly PoolParagraph[], count: number): readonly PoolParagraph[] {
  const split = pool.map(({ text }) => splitSentences(text).map(([start, end]) => text.slice(start, end)));
  const sentences = split.flat();
  const random = randomNumbers(SEED);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, (_, i) => ({
    id: `recombined:${i}`,
    title: pick(pool)?.title ?? '',
    text: Array.from({ length: pick(split)?.length ?? 1 }, () => pick(sentences) ?? '').join(''),
  }));
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
