import { BATCH, inBatches } from './batches.js';
import { rowId } from './ids.js';
import type { Pseudonym } from './pseudonyms.js';
import type { StoreDatabase } from './schema.js';

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

/** Nothing further back is understood from. */
const TURNS_KEPT = 6;

/** The conversations of a store. */
export function openConversations(db: StoreDatabase, pseudonym: Pseudonym): Conversations {
  return {
    async turns(place, userId, notBefore) {
      const rows = await db
        .selectFrom('wenju_turns')
        .select(['question', 'answer', 'articles'])
        .where('conversation', '=', pseudonym('conversation', place, userId))
        .where('at', '>=', notBefore)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(TURNS_KEPT)
        .execute();
      return rows
        .reverse()
        .map(({ question, answer, articles }) => ({ question, answer, articles: JSON.parse(articles) }));
    },
    async append(place, userId, { question, answer, articles }, at) {
      await db
        .insertInto('wenju_turns')
        .values({
          id: rowId(),
          conversation: pseudonym('conversation', place, userId),
          question,
          answer,
          articles: JSON.stringify(articles),
          at,
        })
        .execute();
    },
    purge: (before) =>
      inBatches(async () => {
        const old = db.selectFrom('wenju_turns').select('id').where('at', '<', before).limit(BATCH);
        const { numDeletedRows } = await db
          .deleteFrom('wenju_turns')
          .where('id', 'in', old)
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}
