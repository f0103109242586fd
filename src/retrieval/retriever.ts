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

export interface Retriever {
  /**
   * At most `limit` candidates, best first. Unknown terms are ignored. With `among` only these passages (ascending)
   * are candidates, as many of them as the limit allows, whatever they share with the terms; their scores are those
   * that they have without it.
   */
  search(
    terms: readonly WeightedTerm[],
    limit: number,
    among?: ReadonlySet<number>,
  ): Promise<readonly Candidate[]>;
}
