import type { Pseudonym } from './pseudonyms.js';
import type { StoreDatabase } from './schema.js';

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

const NO_VOTES: Votes = { up: 0, down: 0 };

/** The votes of a store. */
export function openFeedback(db: StoreDatabase, pseudonym: Pseudonym): Feedback {
  return {
    async vote({ shownId, guildId, userId, up, at }) {
      const vote = { up: up ? 1 : 0, at };
      await db
        .insertInto('wenju_votes')
        .values({ shown: shownId, voter: pseudonym('vote', shownId, userId), guild: guildId, ...vote })
        .onConflict((conflict) => conflict.columns(['shown', 'voter']).doUpdateSet(vote))
        .execute();
    },
    async counts(shownId) {
      return (await votesOn(db, [shownId])).get(shownId) ?? NO_VOTES;
    },
  };
}

/** The votes on some answers; answers without any are left out. */
export async function votesOn(
  db: StoreDatabase,
  shownIds: readonly string[],
): Promise<ReadonlyMap<string, Votes>> {
  if (shownIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('wenju_votes')
    .select(({ fn }) => ['shown', fn.sum<number>('up').as('up'), fn.countAll<number>().as('all')])
    .where('shown', 'in', shownIds)
    .groupBy('shown')
    .execute();
  return new Map(rows.map(({ shown, up, all }) => [shown, { up, down: all - up }]));
}
