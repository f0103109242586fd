/** What a moderator did. */
export interface AuditEntry {
  readonly guildId: string;
  readonly userId: string;
  /** A short word: reindex, upload, remove, settings, … */
  readonly act: string;
  readonly detail: string;
  readonly at: number;
}

/** Moderators' acts, with who and when. */
export interface Audit {
  append(entry: AuditEntry): Promise<void>;
  /** The last acts in one server, newest first. */
  last(guildId: string, limit: number): Promise<readonly AuditEntry[]>;
  /** Deletes entries older than `before`; says how many. */
  purge(before: number): Promise<number>;
}
