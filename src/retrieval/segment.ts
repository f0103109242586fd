/**
 * A part of the index that never changes: some articles with their passages and postings. It is built, stored and
 * loaded on its own, and stays as it is when other articles come and go.
 */
import { randomUUID } from 'node:crypto';
import type { Article } from '../corpus/article.js';
import { gatherEvidence, packEvidence } from './evidence.js';
import type { Passage } from './passage.js';
import { passageTerms } from './passage-terms.js';
import { foldedTitle, passagesOf } from './passages.js';
import { type Postings, packPostings } from './postings.js';
import { termKey } from './terms.js';

export interface Segment {
  /** No two segments ever have the same. */
  readonly id: string;
  readonly articles: readonly Article[];
  /** Article after article. */
  readonly passages: readonly Passage[];
  /** First passage of each article, and one more: how many passages there are. */
  readonly firsts: Uint32Array;
  readonly postings: Postings;
  readonly characters: CharacterCounts;
  /** What the articles tell of names, ordinals and sounds, packed: it is only looked at when the index changes. */
  readonly evidence: Uint8Array;
}

/** In how many passages each Han character stands. It has no postings, but a question's word may be one. */
export interface CharacterCounts {
  /** Term keys, ascending. */
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
}

/** An article with its passages, ready for a segment. */
export interface ArticlePassages {
  readonly article: Article;
  readonly passages: readonly Passage[];
}

/** A full segment has about so many passages; one article may pass it. */
export const SEGMENT_PASSAGES = 20_000;

/** Articles in batches of about so many passages. */
export function* batchesOf(
  articles: Iterable<ArticlePassages>,
  full = SEGMENT_PASSAGES,
): Iterable<readonly ArticlePassages[]> {
  let batch: ArticlePassages[] = [];
  let size = 0;
  for (const one of articles) {
    if (size > 0 && size + one.passages.length > full) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(one);
    size += one.passages.length;
  }
  if (batch.length > 0) yield batch;
}

/** Cuts an article into its passages. */
export function withPassages(article: Article): ArticlePassages {
  return { article, passages: passagesOf(article) };
}

export function buildSegment(batch: readonly ArticlePassages[]): Segment {
  const passages = batch.flatMap((one) => one.passages);
  const firsts = new Uint32Array(batch.length + 1);
  batch.forEach((one, i) => {
    firsts[i + 1] = (firsts[i] ?? 0) + one.passages.length;
  });
  return {
    id: randomUUID(),
    articles: batch.map(({ article }) => article),
    passages,
    firsts,
    postings: packPostings(batch.flatMap(keysOf)),
    characters: countCharacters(passages),
    evidence: packEvidence(gatherEvidence(batch)),
  };
}

/** An article of a segment with its passages. */
export function articleOf({ articles, passages, firsts }: Segment, place: number): ArticlePassages {
  const article = articles[place];
  if (article === undefined) throw new RangeError(`The segment has no article ${place}.`);
  return { article, passages: passages.slice(firsts[place], firsts[place + 1]) };
}

/**
 * In how many of the passages each Han character stands; one that an article has in its title alone counts as one more.
 * The passages of an article follow one another.
 */
export function countCharacters(passages: readonly Passage[]): CharacterCounts {
  const counts = new Map<string, number>();
  const add = (character: string) => counts.set(character, (counts.get(character) ?? 0) + 1);
  let inArticle = new Set<string>();
  passages.forEach(({ article, folded }, i) => {
    for (const character of new Set(folded)) {
      add(character);
      inArticle.add(character);
    }
    if (passages[i + 1]?.article === article) return;
    for (const character of new Set(foldedTitle(article))) if (!inArticle.has(character)) add(character);
    inArticle = new Set();
  });
  const pairs = [...counts]
    .filter(([character]) => /\p{Script=Han}/u.test(character))
    .map(([character, count]) => [termKey(character), count] as const)
    .sort(([a], [b]) => a - b);
  return {
    keys: Uint32Array.from(pairs, ([key]) => key),
    counts: Uint32Array.from(pairs, ([, count]) => count),
  };
}

/** Keys of every passage's terms with repetitions. */
function keysOf({ article, passages }: ArticlePassages): Uint32Array[] {
  return passageTerms(article, passages).map((terms) => Uint32Array.from(terms, termKey));
}
