import { type Client, Events, Status } from 'discord.js';

/** The gateway asks for a heartbeat every 41 s or so; when two acknowledgements are missing, nobody is there. */
const HEARTBEAT_STALE_AFTER = 100_000;

/** One gateway connection. */
interface ShardHealth {
  readonly id: number;
  /** discord.js's name of the status: Ready, Connecting, Resuming, Disconnected, … */
  readonly status: string;
  /** Milliseconds since the last acknowledged heartbeat was sent; null before the first. */
  readonly heartbeatAge: number | null;
}

/** Whether the bot can be reached through Discord, and why it thinks so. */
export interface BotHealth {
  readonly healthy: boolean;
  readonly shards: readonly ShardHealth[];
  readonly guilds: number;
  /** Replies under way. */
  readonly underWay: number;
}

/**
 * Watches a client's connections. Judged by the shards' own status and the age of their heartbeats: `client.isReady()`
 * stays true and the ping keeps its last value when the gateway is gone. A new or resumed session counts as a heartbeat,
 * for the first one may take a whole interval.
 */
export function watchHealth(client: Client, underWay: () => number): () => BotHealth {
  const sessionSince = new Map<number, number>();
  const noteSession = (shard: number): void => void sessionSince.set(shard, Date.now());
  client.on(Events.ShardReady, noteSession);
  client.on(Events.ShardResume, noteSession);
  return () => {
    const now = Date.now();
    const shards = client.ws.shards.map(({ id, status, lastPingTimestamp }) => ({
      id,
      status: Status[status] ?? String(status),
      heartbeatAge: lastPingTimestamp > 0 ? now - lastPingTimestamp : null,
    }));
    const alive = ({ id, status, heartbeatAge }: ShardHealth): boolean =>
      status === Status[Status.Ready] &&
      Math.min(heartbeatAge ?? Number.POSITIVE_INFINITY, now - (sessionSince.get(id) ?? 0)) <=
        HEARTBEAT_STALE_AFTER;
    return {
      healthy: shards.length > 0 && shards.every(alive),
      shards,
      guilds: client.guilds.cache.size,
      underWay: underWay(),
    };
  };
}
