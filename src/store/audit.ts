import { BATCH, inBatches } from './batches.js';
import { rowId } from './ids.js';
import type { StoreDatabase } from './schema.js';

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
  /** The last acts in one server, newest first; at most BATCH. */
  last(guildId: string, limit: number): Promise<readonly AuditEntry[]>;
  /** Deletes entries older than `before`; says how many. */
  purge(before: number): Promise<number>;
}

/** The log of a store. */
export function openAudit(db: StoreDatabase): Audit {
  return {
    async append({ guildId, userId, act, detail, at }) {
      await db
        .insertInto('wenju_audit')
        .values({ id: rowId(), guild: guildId, user: userId, act, detail, at })
        .execute();
    },
    async last(guildId, limit) {
      const rows = await db
        .selectFrom('wenju_audit')
        .selectAll()
        .where('guild', '=', guildId)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(Math.min(limit, BATCH))
        .execute();
      return rows.map(({ guild, user, act, detail, at }) => ({
        guildId: guild,
        userId: user,
        act,
        detail,
        at,
      }));
    },
    purge: (before) =>
      inBatches(async () => {
        const old = db.selectFrom('wenju_audit').select('id').where('at', '<', before).limit(BATCH);
        const { numDeletedRows } = await db
          .deleteFrom('wenju_audit')
          .where('id', 'in', old)
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}
