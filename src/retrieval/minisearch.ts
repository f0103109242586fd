/**
 * The embedded engine, the only door to MiniSearch. The postings of a corpus are kept packed (postings.ts), and a
 * question's terms are loaded into MiniSearch's own index when they are asked for: a posting in MiniSearch is an entry
 * of a Map and costs 50 bytes, packed it costs 3, and an index that is loaded from a file needs no parsing. What
 * MiniSearch finds and how it scores is the same as if it held everything.
 */
import MiniSearch, { type Options } from 'minisearch';
import type { LivePostings, TermPostings } from './live-postings.js';
import type { Candidate, Retriever, WeightedTerm } from './retriever.js';
import { idf } from './term-statistics.js';
import { termKey } from './terms.js';

/** Terms in more than this share of the passages are left out: they carry no weight and most of the work. */
const COMMON_SHARE = 0.08;
/** … unless the corpus is so small that they cost nothing. */
const COMMON_AT_LEAST = 300;
/** Postings that one question may touch for every so many passages; its rarest terms come first. */
const POSTINGS_BUDGET = 6000;
const BUDGET_PASSAGES = 20_000;
/** The rarest terms are searched whatever they cost. */
const ALWAYS_SEARCHED = 3;

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

interface Document {
  readonly id: number;
  readonly terms: readonly string[];
}

const OPTIONS: Options<Document> = {
  fields: ['terms'],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
};

/** A term of a question with the postings that it may touch. */
interface LoadedTerm extends TermPostings {
  readonly name: string;
  readonly weight: number;
}

/** MiniSearch over documents whose terms come and go. */
class OnDemandIndex extends MiniSearch<Document> {
  readonly #field: number;

  /** `lengths`: how many different terms each document has. */
  constructor(lengths: Uint32Array) {
    super(OPTIONS);
    this.#field = this._fieldIds.terms ?? 0;
    this._documentCount = lengths.length;
    this._nextId = lengths.length;
    lengths.forEach((length, number) => {
      this._documentIds.set(number, number);
      this._fieldLength.set(number, [length]);
    });
    const total = lengths.reduce((sum, length) => sum + length, 0);
    this._avgFieldLength[this.#field] = total / Math.max(1, lengths.length);
  }

  /** What a search for the terms finds, best first; nothing of them stays. */
  find(terms: readonly LoadedTerm[]): { readonly id: number; readonly score: number }[] {
    const weights = new Map<string, number>();
    for (const { name, weight, passages, counts } of terms) {
      const postings = new Map<number, number>();
      passages.forEach((passage, i) => {
        postings.set(passage, counts[i] ?? 1);
      });
      this._index.set(name, new Map([[this.#field, postings]]));
      weights.set(name, weight);
    }
    try {
      const results = this.search([...weights.keys()].join(' '), {
        boostTerm: (term) => weights.get(term) ?? 1,
      });
      return results.map(({ id, score }) => ({ id: Number(id), score }));
    } finally {
      this._index.clear();
    }
  }
}

/** A retriever over the postings of an index. */
export function miniSearchRetriever(postings: LivePostings): Retriever {
  const index = new OnDemandIndex(postings.lengths);
  const budget = POSTINGS_BUDGET * Math.max(1, postings.passages.length / BUDGET_PASSAGES);
  return {
    search: async (terms, limit, among) => {
      const weighed = weigh(terms, postings);
      const loaded =
        among === undefined
          ? affordable(uncommon(weighed, postings), budget)
          : affordable(within(weighed, among, postings), budget);
      const found = index
        .find(loaded)
        .slice(0, limit)
        .map(({ id, score }) => ({ passage: id, score }));
      return among === undefined ? found : filledUp(found, among, limit);
    },
  };
}

interface WeighedTerm {
  readonly term: string;
  readonly weight: number;
  readonly frequency: number;
}

/** The terms that stand somewhere, the most telling for their postings first; of equals, in the order of their names. */
function weigh(terms: readonly WeightedTerm[], postings: LivePostings): readonly WeighedTerm[] {
  return terms
    .map(({ term, weight }) => ({ term, weight, frequency: postings.frequency(term) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency / a.weight - b.frequency / b.weight || (a.term < b.term ? -1 : 1));
}

function* uncommon(terms: readonly WeighedTerm[], postings: LivePostings): Iterable<LoadedTerm> {
  const common = Math.max(COMMON_AT_LEAST, postings.passages.length * COMMON_SHARE);
  for (const { term, weight, frequency } of terms) {
    if (frequency <= common) yield { name: nameOf(term), weight, ...postings.of(term) };
  }
}

/**
 * The terms' postings among some passages only. MiniSearch takes a term for as rare as it has postings, so the weight
 * makes up for those that it does not see: a score does not depend on which passages are asked.
 */
function* within(
  terms: readonly WeighedTerm[],
  among: ReadonlySet<number>,
  postings: LivePostings,
): Iterable<LoadedTerm> {
  const all = postings.passages.length;
  for (const { term, weight, frequency } of terms) {
    const { passages, counts } = postings.of(term);
    const kept: number[] = [];
    passages.forEach((passage, i) => {
      if (among.has(passage)) kept.push(i);
    });
    if (kept.length === 0) continue;
    yield {
      name: nameOf(term),
      weight: (weight * idf(frequency, all)) / idf(kept.length, all),
      passages: Uint32Array.from(kept, (i) => passages[i] ?? 0),
      counts: Uint8Array.from(kept, (i) => counts[i] ?? 0),
    };
  }
}

/** The first terms that the budget has postings for. */
function affordable(terms: Iterable<LoadedTerm>, budget: number): readonly LoadedTerm[] {
  const taken = new Map<string, LoadedTerm>();
  let postings = 0;
  for (const term of terms) {
    postings += term.passages.length;
    if (taken.size >= ALWAYS_SEARCHED && postings > budget) break;
    taken.set(term.name, term);
  }
  return [...taken.values()];
}

/** Of a few passages all are candidates, whether they share a term with the question or not. */
function filledUp(
  found: readonly Candidate[],
  among: ReadonlySet<number>,
  limit: number,
): readonly Candidate[] {
  const candidates = [...found];
  const known = new Set(found.map(({ passage }) => passage));
  for (const passage of among) {
    if (candidates.length >= limit) break;
    if (!known.has(passage)) candidates.push({ passage, score: 0 });
  }
  return candidates;
}

/** A short name of ASCII letters: MiniSearch looks at a term's characters one by one. */
function nameOf(term: string): string {
  let name = '';
  let rest = termKey(term);
  do {
    name += ALPHABET.charAt(rest % ALPHABET.length);
    rest = Math.floor(rest / ALPHABET.length);
  } while (rest > 0);
  return name;
}
