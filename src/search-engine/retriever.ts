/**
 * The engine for more than one machine: OpenSearch finds candidates in the indices of the segments, a filter runs in
 * it, and they are scored as the embedded engine would score them. So the engines differ in which passages stand at
 * the very end of the candidates, and in nothing else.
 */
import type { LivePostings } from '../retrieval/live-postings.js';
import { type FoundPassage, miniSearchScorer } from '../retrieval/minisearch.js';
import { passageTerms } from '../retrieval/passage-terms.js';
import type { MetadataFilter, PassageFilter, Retriever } from '../retrieval/retriever.js';
import type { Segment } from '../retrieval/segment.js';
import {
  affordable,
  filledUp,
  type KnownTerm,
  postingsBudget,
  uncommon,
  weigh,
} from '../retrieval/term-choice.js';
import { termKey } from '../retrieval/terms.js';
import { engineTerm, firstDay, isFilteredBy, lastDay } from './documents.js';
import { OutdatedIndexError } from './errors.js';
import type { EngineNames } from './names.js';
import type { EngineClient, Patience } from './requests.js';

/**
 * How many times the wanted candidates are asked for: BM25 orders them a little differently, and some may be of
 * articles that are gone.
 */
const ASKED_FOR = 3;
/**
 * A node that hangs is dropped by a cluster with quick fault detection after some 3 s; what was asked then is asked again.
 * Attempts of 1.2, 2.4, 3.6 s leave time for a fourth.
 */
const PATIENCE: Patience = { wholeMs: 10_000, attemptMs: 1200, unreachableMs: 2500 };
/** What the server takes in one query is 1024. */
const MOST_TERMS = 500;

const GONE = 'index_not_found_exception';

interface SearchHit {
  readonly _index: string;
  readonly fields: { readonly passage: readonly [number] };
}

interface SearchResponse {
  readonly status: number;
  readonly error?: { readonly type: string; readonly reason: string };
  readonly timed_out: boolean;
  readonly _shards: { readonly total: number; readonly successful: number; readonly failed: number };
  readonly hits: { readonly hits: readonly SearchHit[] };
}

/** A retriever over the indices of these segments; all of them are in the cluster. */
export function openSearchRetriever(
  client: EngineClient,
  names: EngineNames,
  segments: readonly Segment[],
  postings: LivePostings,
): Retriever {
  const score = miniSearchScorer(postings);
  const numbers = new Map(segments.map(({ id }, i) => [names.segment(id), postings.numbersOf(i)]));
  return {
    search: async (terms, limit, filter) => {
      const budget = postingsBudget(postings.passages.length, limit);
      const chosen = chosenTerms(weigh(terms, postings), postings, budget, filter);
      if (chosen.length === 0) return filter === undefined ? [] : filledUp([], filter.passages, limit);
      const hits = await ask(
        client,
        [...numbers.keys()],
        queryOf(chosen, filter?.metadata),
        limit * ASKED_FOR,
      );
      const found = hits.flatMap(({ _index, fields }) => {
        const number = numbers.get(_index)?.[fields.passage[0]] ?? -1;
        return number >= 0 && filter?.passages.has(number) !== false ? [number] : [];
      });
      const candidates = score(chosen, countTerms(chosen, found, postings), limit);
      return filter === undefined ? candidates : filledUp(candidates, filter.passages, limit);
    },
  };
}

/** The terms that the embedded engine would search; of a filter's passages it is guessed how many have a term. */
function chosenTerms(
  terms: readonly KnownTerm[],
  postings: LivePostings,
  budget: number,
  filter: PassageFilter | undefined,
): readonly KnownTerm[] {
  const searched = filter === undefined ? uncommon(terms, postings) : terms;
  const share = filter === undefined ? 1 : filter.passages.size / Math.max(1, postings.passages.length);
  const priced = searched.map((term) => ({ ...term, cost: term.frequency * share }));
  return affordable(priced, budget).slice(0, MOST_TERMS);
}

/** Any of the terms, the rarer and weightier the better; a filter narrows without a score. */
function queryOf(terms: readonly KnownTerm[], metadata: MetadataFilter = {}): object {
  const should = terms.map(({ term, weight }) => ({
    term: { terms: { value: engineTerm(term), boost: weight } },
  }));
  return { bool: { should, minimum_should_match: 1, filter: filterOf(metadata) } };
}

function filterOf({ named, since, until }: MetadataFilter): readonly object[] {
  return [
    ...(named === undefined || !isFilteredBy(named.name) ? [] : [{ term: { [named.by]: named.name } }]),
    ...(since === undefined ? [] : [{ range: { last_day: { gte: firstDay(since) } } }]),
    ...(until === undefined ? [] : [{ range: { first_day: { lte: lastDay(until) } } }]),
  ];
}

/** Throws SearchEngineError, also when a part of the indices gave no answer. */
async function ask(
  client: EngineClient,
  indices: readonly string[],
  query: object,
  size: number,
): Promise<readonly SearchHit[]> {
  // By _msearch, because so many names would not fit into an address.
  const header = { index: indices, search_type: 'dfs_query_then_fetch', allow_partial_search_results: false };
  const search = {
    query,
    size,
    _source: false,
    stored_fields: '_none_',
    docvalue_fields: ['passage'],
    track_total_hits: false,
  };
  const lines = `${JSON.stringify(header)}\n${JSON.stringify(search)}\n`;
  const { body } = await client.request({ method: 'POST', path: '/_msearch', lines, flawOf }, PATIENCE);
  const response = responseIn(body);
  if (response?.error !== undefined) throw new OutdatedIndexError('The index has been replaced meanwhile.');
  return response?.hits.hits ?? [];
}

/** Why a response is not the whole answer; an index that is gone does not come back, so that is none. */
function flawOf(body: unknown): string | null {
  const response = responseIn(body);
  if (response === undefined) return 'The search engine gave no answer.';
  const { error, timed_out: isLate, _shards: shards } = response;
  if (error?.type === GONE) return null;
  if (error !== undefined) return `The search engine failed: ${error.type}: ${error.reason}`;
  const isWhole = !isLate && shards.failed === 0 && shards.successful === shards.total;
  return isWhole ? null : 'The search engine could search a part of the articles only.';
}

/** The only response of a request for several searches. */
function responseIn(body: unknown): SearchResponse | undefined {
  const { responses = [] } = body as { readonly responses?: readonly SearchResponse[] };
  return responses[0];
}

/** How often each of the terms stands in each of the passages. */
function countTerms(
  terms: readonly KnownTerm[],
  found: readonly number[],
  postings: LivePostings,
): readonly FoundPassage[] {
  const places = new Map(terms.map(({ term }, place) => [termKey(term), place]));
  return found.flatMap((number) => {
    const passage = postings.passages[number];
    if (passage === undefined) return [];
    const counts = new Array<number>(terms.length).fill(0);
    for (const term of passageTerms(passage.article, [passage]).flat()) {
      const place = places.get(termKey(term));
      if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1;
    }
    return [{ passage: number, counts }];
  });
}
