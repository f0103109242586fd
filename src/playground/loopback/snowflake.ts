/** The first millisecond of 2015, from which Discord's ids count. */
const DISCORD_EPOCH_MS = 1_420_070_400_000n;
/** Bits below the timestamp: worker, process and increment. */
const TIMESTAMP_SHIFT = 22n;
/** Ids made within one millisecond differ in their increment of 12 bits. */
const INCREMENTS = 1n << 12n;

/** Makes ids as Discord does: ascending, with their time of birth inside. `clock`: milliseconds since 1970. */
export function createSnowflakes(clock: () => number = Date.now): () => string {
  let last = 0n;
  return () => {
    const now = (BigInt(clock()) - DISCORD_EPOCH_MS) << TIMESTAMP_SHIFT;
    last = now > last ? now : nextAfter(last);
    return last.toString();
  };
}

function nextAfter(id: bigint): bigint {
  const increment = id & (INCREMENTS - 1n);
  if (increment < INCREMENTS - 1n) return id + 1n;
  return ((id >> TIMESTAMP_SHIFT) + 1n) << TIMESTAMP_SHIFT;
}

/** The shard that gets a server's events (private messages always go to shard 0). */
export function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> TIMESTAMP_SHIFT) % BigInt(shards));
}
