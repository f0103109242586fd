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
  /** At most `limit` candidates, best first. Unknown terms are ignored. */
  search(terms: readonly WeightedTerm[], limit: number): Promise<readonly Candidate[]>;
}
