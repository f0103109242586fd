/** A question that the articles did not answer. Who asked is not kept. */
export interface Gap {
  readonly guildId: string;
  readonly question: string;
  readonly language: 'en' | 'zh-Hans' | 'zh-Hant';
  /** Why there was no answer, as the answer's note said. */
  readonly reason: string | null;
  readonly at: number;
  /** The answer that was shown, whose votes count. */
  readonly shownId?: string;
}

/** A gap with the votes on what was shown instead. */
export interface GapRow {
  readonly id: string;
  readonly question: string;
  readonly language: Gap['language'];
  readonly reason: string | null;
  readonly at: number;
  readonly up: number;
  readonly down: number;
}

/** What the members of each server asked and did not find; never from direct messages. */
export interface Gaps {
  record(gap: Gap): Promise<void>;
  /** Of one server, from `since` on, newest first; the newest GAPS_AT_ONCE of them. */
  list(guildId: string, since: number): Promise<readonly GapRow[]>;
  /** Deletes gaps older than `before`; says how many. */
  purge(before: number): Promise<number>;
  /** The same for one server. */
  purgeGuild(guildId: string, before: number): Promise<number>;
}
