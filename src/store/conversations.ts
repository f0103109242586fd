/** A question and what came of it: the same fields as reading's Turn. */
export interface StoredTurn {
  /** As asked stand-alone. */
  readonly question: string;
  readonly answer: string | null;
  /** Ids of the cited articles. */
  readonly articles: readonly string[];
}

/**
 * The last turns of each person in each place (channel, thread or direct messages). A conversation is filed under a
 * keyed hash of both, so that no row tells who spoke where.
 */
export interface Conversations {
  /** The last TURNS_KEPT turns from `notBefore` on, oldest first. */
  turns(place: string, userId: string, notBefore: number): Promise<readonly StoredTurn[]>;
  append(place: string, userId: string, turn: StoredTurn, at: number): Promise<void>;
  /** Deletes turns older than `before`; says how many. */
  purge(before: number): Promise<number>;
}
