/**
 * The embedded engine, the only door to MiniSearch. The postings of a corpus are kept packed (postings.ts), and a
 * question's terms are loaded into MiniSearch's own index when they are asked for: a posting in MiniSearch is an entry
 * of a Map and costs 50 bytes, packed it costs 3, and an index that is loaded from a file needs no parsing. What
 * MiniSearch finds and how it scores is the same as if it held everything.
 */
import MiniSearch from 'minisearch';
import type { LivePostings, TermPostings } from './live-postings.js';
import { MOST_OFTEN } from './postings.js';
import type { Candidate, Retriever } from './retriever.js';
import { affordable, filledUp, type KnownTerm, postingsBudget, uncommon, weigh } from './term-choice.js';
import { idf } from './term-statistics.js';

interface Document {
  readonly id: number;
  readonly terms: string;
}

/** A term of a question with the postings that it may touch. */
interface LoadedTerm extends TermPostings {
  readonly term: string;
  readonly weight: number;
  /** How many postings it touches. */
  readonly cost: number;
}

/** What MiniSearch has found of a passage. */
interface Found {
  readonly score: number;
  /** The terms that it has; MiniSearch multiplies a score by their number. */
  readonly terms: readonly string[];
}

/** MiniSearch's scoring of one term, which adds to what the terms before it have found. */
type ScoreTerm = (
  sourceTerm: string,
  derivedTerm: string,
  termWeight: number,
  termBoost: number,
  postings: ReadonlyMap<number, PackedPostings>,
  fieldBoosts: Readonly<Record<string, number>>,
  boostDocument: undefined,
  bm25: Bm25,
  found: Map<number, Found>,
) => Map<number, Found>;

interface Bm25 {
  readonly k: number;
  readonly b: number;
  readonly d: number;
}

/** MiniSearch's own. */
const BM25: Bm25 = { k: 1.2, b: 0.7, d: 0.5 };
const SCORE_TERM = 'termResults';
const FIELD = 'terms';
const FIELD_BOOSTS = { [FIELD]: 1 };
/** MiniSearch notes by this name where a match was found; nobody asks, and one name for all costs least. */
const MATCHED = '';

/** A term's postings as MiniSearch reads them: each passage once, in order. */
class PackedPostings {
  #next = 0;

  constructor(readonly postings: TermPostings) {}

  get size(): number {
    return this.postings.passages.length;
  }

  keys(): Uint32Array {
    this.#next = 0;
    return this.postings.passages;
  }

  get(passage: number): number | undefined {
    const { passages, counts } = this.postings;
    return passages[this.#next] === passage ? counts[this.#next++] : counts[passages.indexOf(passage)];
  }
}

/** The numbers of all passages, which stand for themselves, without an entry for each. */
class PassageIds extends Map<number, number> {
  constructor(readonly passages: number) {
    super();
  }

  override has(passage: number): boolean {
    return passage < this.passages;
  }

  override get(passage: number): number | undefined {
    return this.has(passage) ? passage : undefined;
  }
}

/** Lengths of passages as MiniSearch asks for them, one at a time. */
class PassageLengths extends Map<number, number[]> {
  readonly #length: number[];

  constructor(
    readonly lengths: Uint32Array,
    readonly field: number,
  ) {
    super();
    this.#length = new Array<number>(field + 1).fill(0);
  }

  override get(passage: number): number[] {
    this.#length[this.field] = this.lengths[passage] ?? 0;
    return this.#length;
  }
}

/** MiniSearch over documents whose terms come with each question. */
class OnDemandIndex extends MiniSearch<Document> {
  readonly #field: number;

  /** `lengths`: how many different terms each document has. */
  constructor(lengths: Uint32Array) {
    super({ fields: [FIELD] });
    this.#field = this._fieldIds[FIELD] ?? 0;
    this._documentCount = lengths.length;
    this._nextId = lengths.length;
    this._documentIds = new PassageIds(lengths.length);
    this._fieldLength = new PassageLengths(lengths, this.#field);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    this._avgFieldLength[this.#field] = total / Math.max(1, lengths.length);
  }

  /**
   * What MiniSearch finds for any of the terms, the best `limit`, best first. Its own `search` makes a table of
   * passages for each term and puts them together afterwards; here all terms add to one table.
   */
  find(terms: readonly LoadedTerm[], limit: number): readonly Candidate[] {
    const scoreTerm: ScoreTerm = this[SCORE_TERM];
    const found = new Map<number, Found>();
    for (const { term, weight, passages, counts } of terms) {
      const postings = new Map([[this.#field, new PackedPostings({ passages, counts })]]);
      scoreTerm.call(this, term, MATCHED, 1, weight, postings, FIELD_BOOSTS, undefined, BM25, found);
    }
    return best(found, limit);
  }
}

/** The passages with the highest scores, best first; of equals, the one that was found first. */
function best(found: ReadonlyMap<number, Found>, limit: number): readonly Candidate[] {
  const scores = new Float64Array(found.size);
  let size = 0;
  for (const { score, terms } of found.values()) scores[size++] = score * terms.length;
  const least = size > limit ? (scores.slice().sort()[size - limit] ?? 0) : Number.NEGATIVE_INFINITY;
  const candidates: Candidate[] = [];
  let place = 0;
  for (const passage of found.keys()) {
    const score = scores[place++] ?? 0;
    if (score >= least) candidates.push({ passage, score });
  }
  return candidates.sort((a, b) => b.score - a.score).slice(0, limit);
}

/** A retriever over the postings of an index. */
export function miniSearchRetriever(postings: LivePostings): Retriever {
  const index = new OnDemandIndex(postings.lengths);
  return {
    search: async (terms, limit, filter) => {
      const budget = postingsBudget(postings.passages.length, limit);
      const known = weigh(terms, postings);
      if (filter === undefined) {
        return index.find(affordable(loaded(uncommon(known, postings), postings), budget), limit);
      }
      const { passages } = filter;
      const found = index.find(affordable(loadedWithin(known, passages, postings), budget), limit);
      return filledUp(found, passages, limit);
    },
  };
}

/** A passage that another engine has found, with how often each of the question's terms stands in it. */
export interface FoundPassage {
  readonly passage: number;
  /** In the order of the terms; 0 where a term does not stand. */
  readonly counts: readonly number[];
}

/**
 * Scores what another engine has found as MiniSearch scores it, so that the ranker need not know who found it: the
 * best `limit`, best first.
 */
export function miniSearchScorer(
  postings: LivePostings,
): (terms: readonly KnownTerm[], found: readonly FoundPassage[], limit: number) => readonly Candidate[] {
  const index = new OnDemandIndex(postings.lengths);
  return (terms, found, limit) => {
    const ordered = [...found].sort((a, b) => a.passage - b.passage);
    const touched = terms.flatMap((term, i) => {
      const having = ordered.filter(({ counts }) => (counts[i] ?? 0) > 0);
      if (having.length === 0) return [];
      const part = {
        passages: Uint32Array.from(having, ({ passage }) => passage),
        counts: Uint8Array.from(having, ({ counts }) => Math.min(MOST_OFTEN, counts[i] ?? 0)),
      };
      return [partOf(term, part, postings)];
    });
    return index.find(touched, limit);
  };
}

function* loaded(terms: Iterable<KnownTerm>, postings: LivePostings): Iterable<LoadedTerm> {
  for (const { term, weight, frequency } of terms)
    yield { term, weight, cost: frequency, ...postings.of(term) };
}

/** The terms' postings among some passages only. */
function* loadedWithin(
  terms: readonly KnownTerm[],
  among: ReadonlySet<number>,
  postings: LivePostings,
): Iterable<LoadedTerm> {
  for (const term of terms) {
    const { passages, counts } = postings.of(term.term);
    const kept: number[] = [];
    passages.forEach((passage, i) => {
      if (among.has(passage)) kept.push(i);
    });
    if (kept.length === 0) continue;
    const part = {
      passages: Uint32Array.from(kept, (i) => passages[i] ?? 0),
      counts: Uint8Array.from(kept, (i) => counts[i] ?? 0),
    };
    yield partOf(term, part, postings);
  }
}

/**
 * A term with some of its postings. MiniSearch takes a term for as rare as it has postings, so the weight makes up for
 * those that it does not see: a score does not depend on which passages are asked.
 */
function partOf({ term, weight }: KnownTerm, part: TermPostings, postings: LivePostings): LoadedTerm {
  const all = postings.passages.length;
  const cost = part.passages.length;
  return { term, weight: (weight * idf(postings.holding(term), all)) / idf(cost, all), cost, ...part };
}
