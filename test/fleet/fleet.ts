/** A simulated fleet: machines of real processes, a local Discord with thousands of servers, a real PostgreSQL. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Loopback, startLoopback } from '../../src/playground/loopback/server.js';
import { shardOf } from '../../src/playground/loopback/snowflake.js';
import type { Guild, User } from '../../src/playground/loopback/world.js';
import { openStore, type Store } from '../../src/store/store.js';
import { CORPUS } from '../command-line.js';
import { type PostgresServer, startPostgres } from '../store/postgres.js';

const WENJU = fileURLToPath(new URL('../../bin/wenju.js', import.meta.url));
/** Starting a machine's processes takes long where everything else is slow too. */
const START_MS = 240_000;
/** What one machine of Discord's may hold is uneven by a few servers of 10,000. */
const GUILDS_PER_SHARD = 4_000;

/** One machine of the fleet: the processes of one `wenju start`. */
export interface Machine {
  readonly process: ChildProcess;
  /** Lines of its log and of what it prints, so far. */
  readonly lines: readonly string[];
  /** `/readyz` or `/metrics` of the machine. */
  get(path: string): Promise<Response>;
  /** Numbers of the processes of its shards, by shard. */
  shardPids(): ReadonlyMap<number, number>;
  /** Number of the process that searches. */
  searchPid(): number;
  /** Resolves with the code with which the machine's own process ended. */
  readonly ended: Promise<number | null>;
}

/** The whole fleet with its surroundings. */
export interface Fleet {
  readonly loopback: Loopback;
  readonly postgres: PostgresServer;
  readonly store: Store;
  readonly shardCount: number;
  readonly guilds: readonly Guild[];
  /** In no server as a member, but can be made one. */
  readonly people: readonly User[];
  /** The first servers of a shard, in order. */
  guildsOf(shard: number): readonly Guild[];
  /** Starts a machine with some of the shards; resolves when all of them are connected. */
  startMachine(shards: readonly number[], env?: Readonly<Record<string, string>>): Promise<Machine>;
  close(): Promise<void>;
}

/** Whether a process lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s*Z/mu.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Waits until something holds; fails after `ms`. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  ms: number,
  what: string,
): Promise<void> {
  const deadline = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`${what} did not come within ${ms} ms`);
    await pause(50);
  }
}

const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((text) => text !== '')
    .map(Number);

const commandOf = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, 'utf8');

/** The engine is that of the environment; without one it is the program's own. */
function engineOf(env: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const named = Object.entries(env).filter(
    ([name]) => name === 'SEARCH_ENGINE' || name.startsWith('OPENSEARCH_'),
  );
  return Object.fromEntries(named.map(([name, value]) => [name, value ?? '']));
}

/** Builds the surroundings: servers, people, database. No machine runs yet. */
export async function buildFleet(options: {
  readonly guilds: number;
  readonly people: number;
  readonly shards: number;
}): Promise<Fleet> {
  const loopback = await startLoopback({
    shards: options.shards,
    guildsPerShard: GUILDS_PER_SHARD,
    identify: { concurrency: options.shards, windowMs: 4_000 },
    journalEntries: 2_000,
    messagesPerChannel: 50,
  });
  const owner = loopback.world.addUser({ name: 'Owner' });
  const guilds = Array.from({ length: options.guilds }, (_, n) =>
    loopback.world.addGuild({ name: `Server ${n}`, owner }),
  );
  const people = Array.from({ length: options.people }, (_, n) =>
    loopback.world.addUser({ name: `P${n}`, locale: 'zh-CN' }),
  );
  const postgres = await startPostgres();
  const databaseUrl = await postgres.newDatabase();
  const store = await openStore({ dataDir: '/nonexistent', databaseUrl });
  const machines: Machine[] = [];
  const folders: string[] = [];

  const startMachine = async (
    shards: readonly number[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Machine> => {
    const dataDir = await mkdtemp(join(tmpdir(), 'wenju-machine-'));
    folders.push(dataDir);
    const { PATH = '', HOME = '' } = process.env;
    const machine = launch({
      ...{ PATH, HOME, CORPUS_DIR: CORPUS, DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
      ...{ DISCORD_TOKEN: loopback.token, DISCORD_API: loopback.api },
      ...{ SHARD_COUNT: String(options.shards), SHARDS: shards.join(), HEALTH_PORT: '0', LOG_LEVEL: 'debug' },
      ...engineOf(process.env),
      ...env,
    });
    machines.push(machine);
    const isReady = async (): Promise<boolean> => {
      if (machine.process.exitCode !== null) throw new Error(`It ended:\n${machine.lines.join('\n')}`);
      return (await machine.get('/readyz').catch(() => null))?.status === 200;
    };
    await until(isReady, START_MS, `A machine with the shards ${shards.join()}`);
    return machine;
  };

  return {
    ...{ loopback, postgres, store, guilds, people, startMachine },
    shardCount: options.shards,
    guildsOf: (shard) => guilds.filter(({ id }) => shardOf(id, options.shards) === shard),
    async close() {
      for (const machine of machines) {
        if (machine.process.exitCode === null && machine.process.signalCode === null) {
          machine.process.kill('SIGKILL');
          await machine.ended;
        }
      }
      await store.close();
      await loopback.close();
      await postgres.remove();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}

function launch(env: Readonly<Record<string, string>>): Machine {
  const child = spawn(process.execPath, [WENJU, 'start', '--bot'], {
    cwd: tmpdir(),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      const parts = `${rest}${chunk}`.split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts);
    });
  }
  const port = (): string | undefined =>
    /"port":(\d+)/u.exec(lines.find((line) => /Health and/u.test(line)) ?? '')?.[1];
  return {
    process: child,
    lines,
    get: (path) => fetch(`http://127.0.0.1:${port() ?? '1'}${path}`),
    shardPids: () =>
      new Map(
        lines
          .filter((line) => line.includes('A shard was started'))
          .map((line): [number, number] => {
            const { shard, pid: _, ...entry }: Record<string, number> = JSON.parse(line);
            return [shard ?? -1, entry.process ?? -1];
          }),
      ),
    searchPid() {
      const pid = childrenOf(child.pid ?? 0).find((one) => commandOf(one).includes('search-process'));
      if (pid === undefined) throw new Error('No process searches.');
      return pid;
    },
    ended: once(child, 'exit').then(([code]) => code as number | null),
  };
}
