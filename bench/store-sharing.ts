/**
 * What it costs when several processes write to one store: the time of a write and the longest stall of the writer's
 * event loop, in SQLite and in PostgreSQL. Why several shards need the latter.
 * Usage: npm run bench:store [-- [--processes N] [--seconds N] [--rate WRITES-A-SECOND-EACH]]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openStore, type StoreSettings } from '../src/store/store.js';
import { postgresMissing, startPostgres } from '../test/store/postgres.js';

const TURN = { question: '谁主持了会议？', answer: '林远山', articles: ['a-1', 'a-2'] };
const NS_PER_MS = 1e6;

/** What one writer measured. */
interface Written {
  /** Of each write, in ms. */
  readonly times: readonly number[];
  readonly failed: number;
  /** The event loop's longest delay, in ms. */
  readonly stall: number;
}

interface Task {
  readonly place: StoreSettings;
  readonly seconds: number;
  readonly rate: number;
}

/** Writes as a bot does after each answer. */
async function write({ place, seconds, rate }: Task): Promise<Written> {
  const store = await openStore(place);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const times: number[] = [];
  let failed = 0;
  const started = performance.now();
  const writes: Promise<void>[] = [];
  for (let n = 0; n < rate * seconds; n += 1) {
    await pause(Math.max(0, started + (n * 1_000) / rate - performance.now()));
    const asked = performance.now();
    writes.push(
      store.conversations.append('place', `person ${process.pid} ${n}`, TURN, Date.now()).then(
        () => void times.push(performance.now() - asked),
        () => {
          failed += 1;
        },
      ),
    );
  }
  await Promise.all(writes);
  delay.disable();
  await store.close();
  return { times, failed, stall: delay.max / NS_PER_MS };
}

async function measure(name: string, task: Task, processes: number): Promise<void> {
  await (await openStore(task.place)).close();
  const writers = Array.from({ length: processes }, () =>
    fork(fileURLToPath(import.meta.url), [], { execArgv: ['--import', import.meta.resolve('tsx')] }),
  );
  const results = await Promise.all(
    writers.map(async (writer): Promise<Written> => {
      writer.send(task);
      const [written] = await once(writer, 'message');
      writer.disconnect();
      return written;
    }),
  );
  const times = results.flatMap((result) => result.times).sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(1);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  const stall = Math.max(...results.map((result) => result.stall)).toFixed(0);
  console.log(
    `${name.padEnd(10)} ${processes} processes  ${times.length} writes  ${failed} failed  p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  longest stall ${stall} ms`,
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      processes: { type: 'string', default: '4' },
      seconds: { type: 'string', default: '10' },
      rate: { type: 'string', default: '50' },
    },
  });
  const numbers = { seconds: Number(values.seconds), rate: Number(values.rate) };
  const dataDir = await mkdtemp(join(tmpdir(), 'wenju-sharing-'));
  const postgres = postgresMissing === null ? await startPostgres() : null;
  try {
    for (const processes of [1, Number(values.processes)]) {
      await measure('SQLite', { place: { dataDir }, ...numbers }, processes);
      if (postgres === null) continue;
      const databaseUrl = await postgres.newDatabase();
      await measure('PostgreSQL', { place: { dataDir, databaseUrl }, ...numbers }, processes);
    }
  } finally {
    await postgres?.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
}

if (process.send === undefined) await main();
else
  process.once('message', (task: Task) => {
    void write(task).then((written) => process.send?.(written));
  });
