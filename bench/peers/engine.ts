/** What the bench asks of an engine off the shelf. */

export interface PoolParagraph {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** An engine with its simplest settings that work at all on Chinese, as a user would set it up. */
export interface Peer {
  readonly name: string;
  /** Why the engine cannot run here, in a sentence; null or absent when it can. */
  missing?(): string | null;
  build(paragraphs: readonly PoolParagraph[]): Promise<PeerIndex>;
}

export interface PeerIndex {
  /** Ids of the best paragraphs, best first. */
  search(question: string, limit: number): Promise<readonly string[]>;
  /** Ends what `build` started. */
  close?(): Promise<void>;
}
