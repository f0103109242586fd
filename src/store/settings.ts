import type { StoredLocale } from './shown-answers.js';

/** What a server's moderators have set. */
export interface GuildSettings {
  /** Channels where the bot answers mentions; null: everywhere. */
  readonly mentionChannels: readonly string[] | null;
  readonly privateByDefault: boolean;
  /** The language of the bot's texts; null: each user's own. */
  readonly language: StoredLocale | null;
  readonly moderatorRoleId: string | null;
  /** How many days questions are kept; 0: not at all. */
  readonly retentionDays: number;
}

/** What holds in a server where nothing was set. */
export const DEFAULT_GUILD_SETTINGS: GuildSettings = {
  mentionChannels: null,
  privateByDefault: false,
  language: null,
  moderatorRoleId: null,
  retentionDays: 30,
};

/** Settings by server. */
export interface AllGuildSettings {
  /** Null when nothing was ever set. */
  get(guildId: string): Promise<GuildSettings | null>;
  /** Changes the fields that the patch has; gives what holds now. */
  set(guildId: string, patch: Partial<GuildSettings>): Promise<GuildSettings>;
  /** Every server where something was set, for retention. */
  all(): Promise<readonly { readonly guildId: string; readonly settings: GuildSettings }[]>;
}
