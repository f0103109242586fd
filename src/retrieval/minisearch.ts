/**
 * The embedded engine, the only door to MiniSearch. A term is put into one of a fixed number of buckets and stored
 * under a short ASCII name: half of all bigrams occur once, and a posting list of its own for each costs more memory
 * than everything else (36 kB a paragraph, 15 with buckets, at the same recall). What a shared bucket finds by mistake
 * the ranker sorts out, who looks at the text.
 */
import MiniSearch, { type Options } from 'minisearch';
import type { Candidate, Retriever, WeightedTerm } from './retriever.js';
import { termKey } from './terms.js';

/** Number of buckets; a power of two. Fewer cost recall (R@100 98.4 at 2^16), more cost memory. */
const BUCKETS = 1 << 17;
/** Buckets in more than this share of a segment's passages are left out: they carry no weight and most of the work. */
const COMMON_SHARE = 0.08;
/** … unless the segment is so small that they cost nothing. */
const COMMON_AT_LEAST = 300;
/** Postings that one question may touch in one segment; its rarest terms come first. */
const POSTINGS_BUDGET = 6000;
/** The rarest terms are searched whatever they cost. */
const ALWAYS_SEARCHED = 3;
/** Passages of one segment. A segment is built, stored, loaded and searched on its own, so no string grows without end. */
export const SEGMENT_PASSAGES = 20_000;

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

interface Document {
  readonly id: number;
  readonly terms: readonly string[];
}

const OPTIONS: Options<Document> = {
  fields: ['terms'],
  // The terms come ready made: MiniSearch only has to take the list as it is.
  stringifyField: (value) => value,
  tokenize: (value) => value as unknown as string[],
  processTerm: (term) => term,
};

/** One built part of the index. */
export interface Segment {
  readonly firstPassage: number;
  readonly index: MiniSearch<Document>;
  /** In how many passages of the segment each bucket stands. */
  readonly frequency: Uint32Array;
}

/** What a snapshot keeps of a segment. */
export interface StoredSegment {
  readonly firstPassage: number;
  readonly json: string;
  readonly frequency: Uint32Array;
}

/** Builds a segment from the term keys (with repetitions) of consecutive passages. */
export function buildSegment(firstPassage: number, passages: readonly Uint32Array[]): Segment {
  const frequency = new Uint32Array(BUCKETS);
  const last = new Uint32Array(BUCKETS);
  passages.forEach((keys, number) => {
    for (const key of keys) {
      const bucket = key % BUCKETS;
      if (last[bucket] === number + 1) continue;
      last[bucket] = number + 1;
      frequency[bucket] = (frequency[bucket] ?? 0) + 1;
    }
  });
  const common = Math.max(COMMON_AT_LEAST, passages.length * COMMON_SHARE);
  const index = new MiniSearch(OPTIONS);
  passages.forEach((keys, number) => {
    const terms: string[] = [];
    for (const key of keys) {
      const bucket = key % BUCKETS;
      if ((frequency[bucket] ?? 0) <= common) terms.push(nameOf(bucket));
    }
    index.add({ id: firstPassage + number, terms });
  });
  for (let bucket = 0; bucket < BUCKETS; bucket++)
    if ((frequency[bucket] ?? 0) > common) frequency[bucket] = 0;
  return { firstPassage, index, frequency };
}

/** A segment as it is stored. */
export function storeSegment({ firstPassage, index, frequency }: Segment): StoredSegment {
  return { firstPassage, json: JSON.stringify(index), frequency };
}

/** A stored segment, ready to be searched. Throws what MiniSearch throws on JSON that is no index. */
export function loadSegment({ firstPassage, json, frequency }: StoredSegment): Segment {
  return { firstPassage, index: MiniSearch.loadJSON(json, OPTIONS), frequency };
}

/** A retriever over segments. */
export function miniSearchRetriever(segments: readonly Segment[]): Retriever {
  return {
    search: async (terms, limit) => {
      const found = segments.flatMap((segment) => searchSegment(segment, terms, limit));
      if (segments.length > 1) found.sort((a, b) => b.score - a.score);
      return found.slice(0, limit);
    },
  };
}

function searchSegment(segment: Segment, terms: readonly WeightedTerm[], limit: number): Candidate[] {
  const weights = new Map<string, number>();
  for (const { bucket, weight } of affordable(segment, terms)) {
    const name = nameOf(bucket);
    weights.set(name, Math.max(weights.get(name) ?? 0, weight));
  }
  const results = segment.index.search([...weights.keys()].join(' '), {
    tokenize: (text) => text.split(' '),
    boostTerm: (term) => weights.get(term) ?? 1,
  });
  return results.slice(0, limit).map(({ id, score }) => ({ passage: id as number, score }));
}

/** The buckets worth searching: the most telling for their postings first, within the budget. */
function affordable(
  { frequency }: Segment,
  terms: readonly WeightedTerm[],
): { bucket: number; weight: number }[] {
  const known = terms
    .map(({ term, weight }) => ({ bucket: termKey(term) % BUCKETS, weight }))
    .filter(({ bucket }) => (frequency[bucket] ?? 0) > 0)
    .sort((a, b) => (frequency[a.bucket] ?? 0) / a.weight - (frequency[b.bucket] ?? 0) / b.weight);
  let postings = 0;
  return known.filter(({ bucket }, place) => {
    postings += frequency[bucket] ?? 0;
    return place < ALWAYS_SEARCHED || postings <= POSTINGS_BUDGET;
  });
}

function nameOf(bucket: number): string {
  let name = '';
  let rest = bucket;
  do {
    name += ALPHABET.charAt(rest % ALPHABET.length);
    rest = Math.floor(rest / ALPHABET.length);
  } while (rest > 0);
  return name;
}
