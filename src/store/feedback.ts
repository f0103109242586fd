/** How many found an answer good, and how many did not. */
export interface Votes {
  readonly up: number;
  readonly down: number;
}

/** Votes on answers: one a person and answer. Who voted is kept as a keyed hash that is good for this one answer. */
export interface Feedback {
  /** A person's latest vote stands. */
  vote(vote: {
    readonly shownId: string;
    /** Null in direct messages. */
    readonly guildId: string | null;
    /** As Discord gives it; it is hashed before it is stored. */
    readonly userId: string;
    readonly up: boolean;
    readonly at: number;
  }): Promise<void>;
  counts(shownId: string): Promise<Votes>;
}
