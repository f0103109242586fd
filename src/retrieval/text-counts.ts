/** In which passages a text stands, and in how many, at every place, not by segmentation: looked for where its rarest term stands. */
import type { Article } from '../corpus/article.js';
import type { LivePostings } from './live-postings.js';
import type { Passage } from './passage.js';
import { foldedTitle } from './passages.js';
import { termsOf } from './terms.js';

export interface TextCounts {
  /** Exactly. */
  count(folded: string): number;
  /** The same where the text's rarest pair of characters stands in few passages, else by a sample of them; for letters and digits the frequency of the term. */
  estimate(folded: string): number;
  /** The passages that hold it, exactly, in order. */
  passagesWith(folded: string): readonly Passage[];
}

/** Texts whose count is remembered; the same ones are asked for again and again. */
const REMEMBERED = 20_000;
/** Passages that an estimate looks at. */
const SAMPLE = 500;
const HAN_PAIR = /^[\p{Script=Han}〇々]{2}$/u;
const SINGLE_HAN = /^\p{Script=Han}$/u;

export function createTextCounts(postings: LivePostings): TextCounts {
  return {
    count: remembering((text) => countText(text, postings)),
    estimate: remembering((text) => estimateText(text, postings)),
    passagesWith: (text) => passagesWith(text, postings),
  };
}

function remembering(count: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED) known.clear();
    const counted = count(text);
    known.set(text, counted);
    return counted;
  };
}

function countText(text: string, postings: LivePostings): number {
  if (SINGLE_HAN.test(text)) return postings.frequency(text);
  const candidates = candidatesFor(text, postings);
  if (candidates === null)
    return postings.passages.reduce((sum, { folded }) => sum + (folded.includes(text) ? 1 : 0), 0);
  return among(candidates, text, postings.passages, 1).found || inTitles(candidates, text, postings.passages);
}

/** How many articles of the candidates have in their title what no passage says: a notice names its sender there alone. */
function inTitles(candidates: Uint32Array, text: string, passages: readonly Passage[]): number {
  const articles = new Set<Article>();
  for (const number of candidates) {
    const article = passages[number]?.article;
    if (article !== undefined) articles.add(article);
  }
  return [...articles].filter((article) => foldedTitle(article).includes(text)).length;
}

function passagesWith(text: string, postings: LivePostings): readonly Passage[] {
  const { passages } = postings;
  const candidates = candidatesFor(text, postings);
  const looked = candidates === null ? passages : inOrder(candidates, passages);
  return looked.filter(({ folded }) => folded.includes(text));
}

function inOrder(numbers: Uint32Array, passages: readonly Passage[]): readonly Passage[] {
  return Array.from(numbers.slice().sort()).flatMap((number) => passages[number] ?? []);
}

function estimateText(text: string, postings: LivePostings): number {
  if (SINGLE_HAN.test(text)) return postings.frequency(text);
  const candidates = candidatesFor(text, postings);
  if (candidates === null) {
    return Math.min(...termsOf(text).map((term) => postings.frequency(term)), postings.passages.length);
  }
  const step = Math.max(1, Math.ceil(candidates.length / SAMPLE));
  const { found, looked } = among(candidates, text, postings.passages, step);
  // What a sample does not have may still stand somewhere.
  return found === 0 || step === 1
    ? countText(text, postings)
    : Math.round((found / looked) * candidates.length);
}

/**
 * The passages that have the text's rarest pair of Han characters; null when it has no such pair. Letters, digits and
 * single characters may be part of a longer term of a passage, so that they tell nothing.
 */
function candidatesFor(text: string, postings: LivePostings): Uint32Array | null {
  const [rarest] = termsOf(text)
    .filter((term) => HAN_PAIR.test(term))
    .map((term) => ({ term, frequency: postings.frequency(term) }))
    .sort((a, b) => a.frequency - b.frequency);
  return rarest === undefined ? null : postings.of(rarest.term).passages;
}

/** How many of every `step`-th candidate hold the text. */
function among(candidates: Uint32Array, text: string, passages: readonly Passage[], step: number) {
  let found = 0;
  let looked = 0;
  for (let i = 0; i < candidates.length; i += step) {
    looked++;
    if (passages[candidates[i] ?? -1]?.folded.includes(text) === true) found++;
  }
  return { found, looked };
}
