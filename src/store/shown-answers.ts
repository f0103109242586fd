import { BATCH, inBatches } from './batches.js';
import { shortId } from './ids.js';
import type { StoreDatabase } from './schema.js';

/** Locales of the bot's texts. */
export type StoredLocale = 'zh-CN' | 'zh-TW' | 'en-US';

/** Which articles were asked: the same fields as the library's AskFilter. */
export interface StoredFilter {
  readonly source?: string;
  readonly since?: string;
  readonly until?: string;
}

/** What stands behind the buttons of an answer, for as long as the message lives. Its asker is not kept. */
export interface ShownAnswer {
  /** Null in direct messages. */
  readonly guildId: string | null;
  /** Null once it was forgotten. */
  readonly question: string | null;
  readonly filter: StoredFilter;
  readonly locale: StoredLocale;
  readonly passages: readonly { readonly article: string; readonly paragraph: number }[];
  readonly private: boolean;
  /** What was carried over from the conversation, as shown. Forgotten with the question. */
  readonly about: string | null;
  readonly at: number;
}

/** Answers whose buttons still work. */
export interface ShownAnswers {
  /** The answer's id: short and unguessable, fit for a custom_id. */
  save(answer: ShownAnswer): Promise<string>;
  get(id: string): Promise<ShownAnswer | null>;
  /** Forgets the questions of answers older than `before` (of one server only, when given); their buttons go on working. */
  forgetTexts(before: number, guildId?: string): Promise<number>;
  /** Deletes answers older than `before`, with their votes; says how many. */
  purge(before: number): Promise<number>;
}

const LOCALES: readonly StoredLocale[] = ['zh-CN', 'zh-TW', 'en-US'];

/** Tells whether a value is one of the locales. */
export const isStoredLocale = (value: unknown): value is StoredLocale =>
  LOCALES.some((locale) => locale === value);

/** The shown answers of a store. */
export function openShownAnswers(db: StoreDatabase): ShownAnswers {
  return {
    async save({ guildId, question, filter, locale, passages, private: isPrivate, about, at }) {
      const id = shortId();
      await db
        .insertInto('wenju_shown')
        .values({
          id,
          guild: guildId,
          question,
          about,
          filter: JSON.stringify(filter),
          locale,
          passages: JSON.stringify(passages),
          private: isPrivate ? 1 : 0,
          at,
        })
        .execute();
      return id;
    },
    async get(id) {
      const row = await db.selectFrom('wenju_shown').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      return {
        guildId: row.guild,
        question: row.question,
        filter: JSON.parse(row.filter),
        locale: isStoredLocale(row.locale) ? row.locale : 'en-US',
        passages: JSON.parse(row.passages),
        private: row.private === 1,
        about: row.about,
        at: row.at,
      };
    },
    forgetTexts: (before, guildId) =>
      inBatches(async () => {
        const old = db
          .selectFrom('wenju_shown')
          .select('id')
          .where('question', 'is not', null)
          .where('at', '<', before)
          .$if(guildId !== undefined, (query) => query.where('guild', '=', guildId ?? null))
          .limit(BATCH);
        const { numUpdatedRows } = await db
          .updateTable('wenju_shown')
          .set({ question: null, about: null })
          .where('id', 'in', old)
          .executeTakeFirst();
        return Number(numUpdatedRows);
      }),
    purge: (before) =>
      inBatches(async () => {
        const old = await db
          .selectFrom('wenju_shown')
          .select('id')
          .where('at', '<', before)
          .limit(BATCH)
          .execute();
        if (old.length === 0) return 0;
        const ids = old.map(({ id }) => id);
        await db.deleteFrom('wenju_votes').where('shown', 'in', ids).execute();
        await db.deleteFrom('wenju_shown').where('id', 'in', ids).execute();
        return old.length;
      }),
  };
}
