/** A file that was shown to a moderator and is not kept yet. */
export interface Draft {
  readonly guildId: string;
  readonly userId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** Files that wait for Keep or Discard. */
export interface Drafts {
  /** The draft's id: short and unguessable, fit for a custom_id. */
  create(draft: Draft): Promise<string>;
  get(id: string): Promise<Draft | null>;
  /** Reads and deletes in one step: of two that take the same draft, one gets it. */
  take(id: string): Promise<Draft | null>;
  discard(id: string): Promise<void>;
  /** Deletes drafts older than `before`; says how many. */
  purge(before: number): Promise<number>;
}
