/** One exchange of a conversation, as far as later questions lean on it. */
export interface Turn {
  /** The question that was answered, as it stands by itself (`Answer.asked`). */
  readonly question: string;
  /** The short answer that was given, in the text's words; null when there was none. */
  readonly answer: string | null;
  /** Ids of the articles that were cited, best first. */
  readonly articles: readonly string[];
}

/** A question as it is to be answered. */
export interface FollowedUp {
  /** Stands by itself; the asked question itself when that does. */
  readonly question: string;
  /** What was carried over, in the words of the text or of an earlier question; null when nothing was. */
  readonly about: string | null;
}
