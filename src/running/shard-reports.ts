/** How the shards of a machine are, asked of each when somebody looks. */
import type { BotHealth } from '../discord/health.js';
import type { ShardProcesses } from '../discord/shard-processes.js';
import { PATIENCE_MS } from '../health/condition.js';
import type { Figures } from '../health/figures.js';
import type { FromShard, ToShard } from './shard-messages.js';

type Report = Extract<FromShard, { readonly wenju: 'report' }>;

/** Whoever asks waits a little longer than this, in ms. */
const REPORT_MS = PATIENCE_MS - 200;

/** The reports of all shards. */
export interface ShardReports {
  /** To be told of each report as it comes. */
  hear(shard: number, report: Report): void;
  /** A shard whose process does not run is `Down`, one that does not answer `Silent`. */
  health(): Promise<BotHealth>;
  figures(): Promise<readonly Figures[]>;
}

/** Asks shards for reports. */
export function createReports(processes: () => Pick<ShardProcesses, 'states' | 'tell'> | null): ShardReports {
  let question = 0;
  const waiting = new Map<number, (shard: number, report: Report) => void>();

  const ask = async (): Promise<ReadonlyMap<number, Report>> => {
    const shards = processes();
    const reports = new Map<number, Report>();
    const running = shards?.states().filter(({ isRunning }) => isRunning).length ?? 0;
    if (shards === null || running === 0) return reports;
    question += 1;
    const mine = question;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, REPORT_MS);
      waiting.set(mine, (shard, report) => {
        reports.set(shard, report);
        if (reports.size < running) return;
        clearTimeout(timer);
        resolve();
      });
      shards.tell({ wenju: 'report', question: mine } satisfies ToShard);
    });
    waiting.delete(mine);
    return reports;
  };

  return {
    hear: (shard, report) => waiting.get(report.question)?.(shard, report),
    async health() {
      const reports = await ask();
      const states = processes()?.states() ?? [];
      const known = states.map(({ id, isRunning }) => {
        const health = reports.get(id)?.health ?? null;
        const missing = { id, status: isRunning ? 'Silent' : 'Down', heartbeatAge: null };
        return health ?? { healthy: false, shards: [missing], guilds: 0, underWay: 0 };
      });
      const sum = (of: 'guilds' | 'underWay'): number =>
        known.reduce((total, health) => total + health[of], 0);
      return {
        healthy: known.length > 0 && known.every(({ healthy }) => healthy),
        shards: known.flatMap(({ shards }) => shards),
        guilds: sum('guilds'),
        underWay: sum('underWay'),
      };
    },
    figures: async () => [...(await ask()).values()].map(({ figures }) => figures),
  };
}
