/** What every engine must do: give candidates for weighted terms. The ranker orders them, whatever the engine. */

/** A term of a question; a higher weight counts more. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** A passage by its number in the index, with the engine's own score (comparable within one search only). */
export interface Candidate {
  readonly passage: number;
  readonly score: number;
}

/** What an article is named by: its id, its title or its source. */
export type NamedBy = 'article' | 'title' | 'source';

/** A filter in terms of the articles' metadata. */
export interface MetadataFilter {
  readonly named?: { readonly by: NamedBy; readonly name: string };
  /**
   * `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both ends inclusive. A date that is known only to its year or month passes when
   * any of its days does.
   */
  readonly since?: string;
  readonly until?: string;
}

/** Which passages may be found. */
export interface PassageFilter {
  /** Numbers in the index, ascending. */
  readonly passages: ReadonlySet<number>;
  /** What lets just these through, for an engine that filters by itself. */
  readonly metadata?: MetadataFilter;
}

export interface Retriever {
  /**
   * At most `limit` candidates, best first. Unknown terms are ignored. With a filter only its passages are candidates,
   * as many of them as the limit allows, whatever they share with the terms; their scores are those that they have
   * without it. Throws SearchEngineError (src/search-engine) when an engine outside this process gives no whole answer.
   */
  search(
    terms: readonly WeightedTerm[],
    limit: number,
    filter?: PassageFilter,
  ): Promise<readonly Candidate[]>;
}
