/** The same story twice: near-duplicates among the best hits, noted beside the better one. */
import type { Hit, Passage } from './passage.js';
import type { Ranked } from './ranker.js';
import { eachTermKey, termKeysOf } from './terms.js';

/** How many of the best hits are compared with each other. */
const COMPARED = 10;
/** Share of common terms (Jaccard) from which two passages of different articles are the same text. */
const SAME_FROM = 0.8;

/**
 * Every ranked passage as a hit; a hit names its near-duplicates, which stay in the list at their own place. Sketches
 * of the texts tell nearly all pairs apart; the terms of those that they don't are compared.
 */
export function withDuplicates(ranked: readonly Ranked[]): readonly Hit[] {
  const compared = ranked.slice(0, COMPARED).map(({ passage }) => new Compared(passage));
  return ranked.map(({ passage, score }, place) => ({
    passage,
    score,
    alsoIn: place < COMPARED ? duplicatesOf(place, compared) : [],
  }));
}

/** A passage to compare: its sketch at once, its terms when they are asked for. */
class Compared {
  readonly article: string;
  readonly sketch: TermSketch;
  readonly #folded: string;
  #keys: ReadonlySet<number> | null = null;

  constructor(readonly passage: Passage) {
    this.article = passage.article.id;
    this.#folded = passage.folded;
    this.sketch = sketchOf(this.#folded);
  }

  get keys(): ReadonlySet<number> {
    this.#keys ??= termKeysOf(this.#folded);
    return this.#keys;
  }
}

function duplicatesOf(place: number, compared: readonly Compared[]): readonly Passage[] {
  const own = compared[place];
  if (own === undefined) return [];
  return compared
    .filter(
      (other) =>
        other.article !== own.article &&
        mayBeAlike(own.sketch, other.sketch) &&
        jaccard(own.keys, other.keys) >= SAME_FROM,
    )
    .map(({ passage }) => passage);
}

/** A bit for each term of a text, several terms to a bit. */
interface TermSketch {
  readonly bits: Int32Array;
  /** No text has more different terms than characters. */
  readonly mostTerms: number;
}

/** Words of 32 bits in a sketch: over 4,000 bits for a few hundred terms. */
const SKETCH_WORDS = 128;
const SKETCH_BIT = SKETCH_WORDS * 32 - 1;

function sketchOf(folded: string): TermSketch {
  const bits = new Int32Array(SKETCH_WORDS);
  const isWhole = eachTermKey(folded, (key) => {
    const word = (key & SKETCH_BIT) >>> 5;
    bits[word] = (bits[word] ?? 0) | (1 << (key & 31));
  });
  // What is not sketched may be like anything.
  return { bits, mostTerms: isWhole ? folded.length : Number.POSITIVE_INFINITY };
}

/**
 * Whether two texts may share enough of their terms. Of all terms of both, at most 1 − SAME_FROM may be in one alone,
 * and all together are at most 1 / SAME_FROM of those of either; every bit that one sketch alone has is of such a term.
 */
function mayBeAlike(a: TermSketch, b: TermSketch): boolean {
  let affordable = ((1 - SAME_FROM) / SAME_FROM) * Math.min(a.mostTerms, b.mostTerms);
  for (let i = 0; i < SKETCH_WORDS && affordable >= -1; i++)
    affordable -= countBits((a.bits[i] ?? 0) ^ (b.bits[i] ?? 0));
  return affordable >= -1;
}

/** How many bits of a word are set (Warren, Hacker's Delight, 5-2). */
function countBits(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const smaller = Math.min(a.size, b.size);
  const larger = Math.max(a.size, b.size);
  if (larger === 0 || smaller / larger < SAME_FROM) return 0;
  // So many may be in one alone; most pairs have more after a few looks.
  let affordable = a.size - (SAME_FROM / (1 + SAME_FROM)) * (a.size + b.size);
  let common = 0;
  for (const key of a) {
    if (b.has(key)) common++;
    else if (--affordable < -1) return 0;
  }
  return common / (a.size + b.size - common);
}
