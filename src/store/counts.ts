import { sql } from 'kysely';
import type { Pseudonym } from './pseudonyms.js';
import type { StoreDatabase } from './schema.js';

/** How often something was done lately. */
export interface Count {
  /** This time included. */
  readonly count: number;
  /** Until it begins at zero again. */
  readonly msLeft: number;
}

/**
 * Counts what is done, over all processes that share the store. What is counted is filed under a keyed hash, and
 * forgotten soon after its time.
 */
export interface Counts {
  /** Counts once more; the first time begins a span of `ms`, after which counting begins anew. */
  add(what: readonly string[], ms: number): Promise<Count>;
  /** Deletes what is past; says how many. */
  purge(): Promise<number>;
}

/** The counts of a store. One statement each, so that no two processes count the same number. */
export function openCounts(db: StoreDatabase, pseudonym: Pseudonym): Counts {
  return {
    async add(what, ms) {
      const now = Date.now();
      const { rows } = await sql<{ count: number; until: number }>`
        insert into wenju_counts (what, count, until)
        values (${pseudonym('count', ...what)}, 1, ${now + ms})
        on conflict (what) do update set
          count = case when wenju_counts.until <= ${now} then 1 else wenju_counts.count + 1 end,
          until = case when wenju_counts.until <= ${now} then excluded.until else wenju_counts.until end
        returning count, until`.execute(db);
      const [row] = rows;
      return row === undefined
        ? { count: 1, msLeft: ms }
        : { count: row.count, msLeft: Math.max(0, row.until - now) };
    },
    async purge() {
      const { numDeletedRows } = await db
        .deleteFrom('wenju_counts')
        .where('until', '<=', Date.now())
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
