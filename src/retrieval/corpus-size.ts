/** How large a corpus is, as far as it matters to what its best hits mean: in a large one any words stand somewhere by accident. */

/** Up to the first number of passages a corpus is small, from the second on large. */
const SIZES = { small: 100, large: 5000 };
const HALF = 0.5;

/** 0 for a small corpus, 1 for a large one, between them by the logarithm of its passages. */
export function largeness(passages: number): number {
  const size = Math.log(Math.max(1, passages) / SIZES.small) / Math.log(SIZES.large / SIZES.small);
  return Math.min(1, Math.max(0, size));
}

/** A limit that is one for small corpora and another for large ones. */
export function bySize(passages: number, limits: { readonly small: number; readonly large: number }): number {
  return limits.small + largeness(passages) * (limits.large - limits.small);
}

/** Whether a corpus is nearer to a small one than to a large one. */
export function isSmall(passages: number): boolean {
  return largeness(passages) < HALF;
}
