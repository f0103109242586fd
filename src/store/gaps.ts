import { setImmediate as breathe } from 'node:timers/promises';
import { BATCH, inBatches } from './batches.js';
import { votesOn } from './feedback.js';
import { rowId } from './ids.js';
import type { StoreDatabase } from './schema.js';

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
  /** A second gap of the same shown answer changes nothing. */
  record(gap: Gap): Promise<void>;
  /** Of one server, from `since` on, newest first; the newest GAPS_AT_ONCE of them. */
  list(guildId: string, since: number): Promise<readonly GapRow[]>;
  /** Deletes gaps older than `before`; says how many. */
  purge(before: number): Promise<number>;
  /** The same for one server. */
  purgeGuild(guildId: string, before: number): Promise<number>;
}

/** A server's list is cut off there: nobody reads more, and it must fit in memory. */
const GAPS_AT_ONCE = 10_000;

/** One answer is one gap, however often it is recorded: first as a refusal, then because it was voted down. */
function idOf(shownId: string | undefined): string {
  return shownId === undefined ? rowId() : Buffer.from(shownId).toString('hex');
}

/** The gaps of a store. */
export function openGaps(db: StoreDatabase): Gaps {
  const purge = (before: number, guildId: string | null): Promise<number> =>
    inBatches(async () => {
      const old = db
        .selectFrom('wenju_gaps')
        .select('id')
        .where('at', '<', before)
        .$if(guildId !== null, (query) => query.where('guild', '=', guildId ?? ''))
        .limit(BATCH);
      const { numDeletedRows } = await db.deleteFrom('wenju_gaps').where('id', 'in', old).executeTakeFirst();
      return Number(numDeletedRows);
    });
  return {
    async record({ guildId, question, language, reason, at, shownId }) {
      await db
        .insertInto('wenju_gaps')
        .values({ id: idOf(shownId), guild: guildId, question, language, reason, shown: shownId ?? null, at })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
    async list(guildId, since) {
      const gaps: GapRow[] = [];
      while (gaps.length < GAPS_AT_ONCE) {
        const page = await pageOfGaps(db, guildId, since, gaps.at(-1));
        gaps.push(...page);
        if (page.length < BATCH) break;
        await breathe();
      }
      return gaps;
    },
    purge: (before) => purge(before, null),
    purgeGuild: (guildId, before) => purge(before, guildId),
  };
}

/** The next gaps after `last`, newest first. */
async function pageOfGaps(
  db: StoreDatabase,
  guildId: string,
  since: number,
  last: GapRow | undefined,
): Promise<readonly GapRow[]> {
  let query = db
    .selectFrom('wenju_gaps')
    .selectAll()
    .where('guild', '=', guildId)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(BATCH);
  if (last !== undefined) {
    query = query
      .where('at', '<=', last.at)
      .where(({ or, eb }) => or([eb('at', '<', last.at), eb('id', '<', last.id)]));
  }
  const rows = await query.execute();
  const votes = await votesOn(
    db,
    rows.flatMap(({ shown }) => shown ?? []),
  );
  return rows.map(({ id, question, language, reason, shown, at }) => ({
    id,
    question,
    language: language === 'zh-Hans' || language === 'zh-Hant' ? language : 'en',
    reason,
    at,
    ...(votes.get(shown ?? '') ?? { up: 0, down: 0 }),
  }));
}
