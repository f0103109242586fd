import type { Announce } from './changes.js';
import type { StoreDatabase } from './schema.js';
import { isStoredLocale, type StoredLocale } from './shown-answers.js';

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

type Field = keyof GuildSettings;

const isText = (value: unknown): value is string => typeof value === 'string';

/** What a field's stored value must be; any other counts as not set. */
const CHECKS: { readonly [F in Field]: (value: unknown) => value is GuildSettings[F] } = {
  mentionChannels: (value) => value === null || (Array.isArray(value) && value.every(isText)),
  privateByDefault: (value) => typeof value === 'boolean',
  language: (value) => value === null || isStoredLocale(value),
  moderatorRoleId: (value) => value === null || isText(value),
  retentionDays: (value): value is number => typeof value === 'number' && value >= 0,
};

const FIELDS: readonly Field[] = [
  'mentionChannels',
  'privateByDefault',
  'language',
  'moderatorRoleId',
  'retentionDays',
];

interface FieldRow {
  readonly field: string;
  readonly value: string;
}

/** The settings of a store: a row a field, so that two moderators who change two fields at once both succeed. */
export function openSettings(db: StoreDatabase, announce: Announce): AllGuildSettings {
  const get = async (guildId: string): Promise<GuildSettings | null> => {
    const rows = await db
      .selectFrom('wenju_settings')
      .select(['field', 'value'])
      .where('guild', '=', guildId)
      .execute();
    return rows.length === 0 ? null : settingsOf(rows);
  };
  return {
    get,
    async set(guildId, patch) {
      const rows = FIELDS.flatMap((field) => {
        const value = patch[field];
        return value === undefined ? [] : [{ guild: guildId, field, value: JSON.stringify(value) }];
      });
      if (rows.length > 0) {
        await db
          .insertInto('wenju_settings')
          .values(rows)
          .onConflict((conflict) =>
            conflict.columns(['guild', 'field']).doUpdateSet(({ ref }) => ({ value: ref('excluded.value') })),
          )
          .execute();
        await announce(db, { of: 'settings', guildId });
      }
      return (await get(guildId)) ?? DEFAULT_GUILD_SETTINGS;
    },
    async all() {
      const rows = await db.selectFrom('wenju_settings').selectAll().execute();
      const guilds = new Map<string, FieldRow[]>();
      for (const row of rows) guilds.set(row.guild, [...(guilds.get(row.guild) ?? []), row]);
      return [...guilds].map(([guildId, fields]) => ({ guildId, settings: settingsOf(fields) }));
    },
  };
}

function settingsOf(rows: readonly FieldRow[]): GuildSettings {
  const values = new Map(rows.map(({ field, value }): [string, unknown] => [field, JSON.parse(value)]));
  const read = <F extends Field>(field: F): GuildSettings[F] => {
    const value = values.get(field);
    return CHECKS[field](value) ? value : DEFAULT_GUILD_SETTINGS[field];
  };
  return {
    mentionChannels: read('mentionChannels'),
    privateByDefault: read('privateByDefault'),
    language: read('language'),
    moderatorRoleId: read('moderatorRoleId'),
    retentionDays: read('retentionDays'),
  };
}
