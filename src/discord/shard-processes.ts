/**
 * The shards of this machine, each in a process of its own, by discord.js's ShardingManager. One that ends is started
 * again, later and later while it keeps ending.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Shard, ShardingManager } from 'discord.js';
import type { Logger } from './logger.js';
import type { Shards } from './settings.js';

/** Milliseconds until a shard that ended is started again: twice as long each time, up to the second. */
const RESTART_MS = 1_000;
const LONGEST_RESTART_MS = 60_000;
/** A shard that lived so long, in ms, did not end for what ended it before. */
const STEADY_MS = 120_000;
/** From so many ends in a row on a shard is said to keep ending. */
const CRASH_LOOP = 4;
/** The next shards are started when these are connected, or when so many ms have passed. */
const START_PATIENCE_MS = 60_000;
/** How long shards may take to finish what is under way before they are killed, in ms. */
const STOP_PATIENCE_MS = 15_000;

/** What a shard's process and the one that started it say to each other; JSON. */
export type ShardMessage = Readonly<Record<string, unknown>>;

/** How a shard's process is. */
export interface ShardState {
  readonly id: number;
  readonly isRunning: boolean;
  /** How often it ended since it last lived for long. */
  readonly ends: number;
}

/** Running shards. */
export interface ShardProcesses {
  states(): readonly ShardState[];
  /** Says something to every shard that runs. */
  tell(message: ShardMessage): void;
  /** Ends all: asks them to, and kills those that do not. May be called twice. */
  stop(farewell: ShardMessage): Promise<void>;
}

/** One shard, whose process may end and be started again. */
class KeptShard {
  readonly #shard: Shard;
  readonly #logger: Logger;
  readonly #over: AbortSignal;
  #ends = 0;

  constructor(shard: Shard, logger: Logger, over: AbortSignal) {
    this.#shard = shard;
    this.#logger = logger;
    this.#over = over;
    // A message that cannot be sent is no news: the process has ended.
    shard.on('error', () => {});
  }

  get state(): ShardState {
    return { id: this.#shard.id, isRunning: this.#shard.process !== null, ends: this.#ends };
  }

  tell(message: ShardMessage): void {
    if (this.#shard.process !== null) this.#shard.send(message).catch(() => {});
  }

  kill(): void {
    this.#shard.process?.kill('SIGKILL');
  }

  /** Starts the process; resolves when it is connected, has ended, or takes too long. It is kept from then on. */
  async start(): Promise<void> {
    const started = performance.now();
    const { id } = this.#shard;
    const dead = new Promise<void>((resolve) => {
      this.#shard.once('death', () => {
        if (performance.now() - started > STEADY_MS) this.#ends = 0;
        void this.#again();
        resolve();
      });
    });
    let onReady = (): void => {};
    const ready = new Promise<void>((resolve) => {
      onReady = resolve;
      this.#shard.once('ready', onReady);
    });
    // -1: it is watched here.
    await this.#shard.spawn(-1);
    this.#logger.debug({ shard: id, process: this.#pid() }, 'A shard was started');
    await Promise.race([ready, dead, pause(START_PATIENCE_MS, undefined, { ref: false })]);
    this.#shard.off('ready', onReady);
  }

  #pid(): number | undefined {
    const child = this.#shard.process;
    return child !== null && 'pid' in child ? child.pid : undefined;
  }

  async #again(): Promise<void> {
    if (this.#over.aborted) return;
    this.#ends += 1;
    const inMs = Math.min(RESTART_MS * 2 ** (this.#ends - 1), LONGEST_RESTART_MS);
    const fields = { shard: this.#shard.id, ends: this.#ends, inMs };
    if (this.#ends >= CRASH_LOOP)
      this.#logger.error(fields, 'A shard keeps ending; it is started again later');
    else this.#logger.warn(fields, 'A shard ended and is started again');
    try {
      await pause(inMs, undefined, { signal: this.#over });
      await this.start();
    } catch {
      // Over.
    }
  }
}

/**
 * Starts the shards, as many at once as `atOnce`. `onMessage` hears what they say. Resolves when every one was started
 * once; those that did not connect are started again.
 */
export function startShardProcesses(options: {
  /** What each process runs, and how. */
  readonly file: string;
  readonly args: readonly string[];
  readonly execArgv: readonly string[];
  readonly token: string;
  readonly shards: Shards;
  readonly atOnce: number;
  readonly logger: Logger;
  readonly onMessage: (shard: number, message: ShardMessage) => void;
}): ShardProcesses & { readonly started: Promise<void> } {
  const { file, args, execArgv, token, shards, logger, onMessage } = options;
  const manager = new ShardingManager(file, {
    totalShards: shards.count,
    shardList: [...shards.ids],
    shardArgs: [...args],
    execArgv: [...execArgv],
    token,
    respawn: false,
  });
  const over = new AbortController();
  const kept = shards.ids.map((id) => {
    const shard = manager.createShard(id);
    shard.on('message', (message: unknown) => {
      if (typeof message === 'object' && message !== null) onMessage(id, message as ShardMessage);
    });
    return new KeptShard(shard, logger, over.signal);
  });
  const startAll = async (): Promise<void> => {
    for (let next = 0; next < kept.length && !over.signal.aborted; next += options.atOnce) {
      await Promise.all(kept.slice(next, next + options.atOnce).map((shard) => shard.start()));
    }
  };
  const stop = async (farewell: ShardMessage): Promise<void> => {
    over.abort();
    const deadline = performance.now() + STOP_PATIENCE_MS;
    const running = (): boolean => kept.some(({ state }) => state.isRunning);
    for (const shard of kept) shard.tell(farewell);
    while (running() && performance.now() < deadline) await pause(50);
    for (const shard of kept) shard.kill();
    while (running()) await pause(20);
  };
  let stopped: Promise<void> | null = null;
  return {
    states: () => kept.map(({ state }) => state),
    tell: (message) => {
      for (const shard of kept) shard.tell(message);
    },
    stop: (farewell) => {
      stopped ??= stop(farewell);
      return stopped;
    },
    started: startAll(),
  };
}
