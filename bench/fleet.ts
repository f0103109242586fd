/**
 * How many questions a second a fleet answers: real processes against a local Discord with thousands of servers and a
 * real PostgreSQL. Finds the highest rate whose p99 is below 3 s, runs half of it for longer, and counts what was lost.
 * The engine is that of the environment (SEARCH_ENGINE, OPENSEARCH_*); with --cluster three nodes of OpenSearch are
 * started for it on this machine.
 * Usage: npm run bench:fleet [-- [--guilds N] [--shards N] [--seconds N] [--corpus PATH] [--most RATE] [--cluster]
 * [--json]]
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { missingForCluster, startCluster } from '../opensearch/cluster.js';
import { buildFleet, type Fleet, type Machine } from '../test/fleet/fleet.js';

/** After so many ms Discord's users see that the bot did not respond. */
const SLOWEST_P99_MS = 3_000;
/** Nobody waits longer for one answer, in ms: it is lost. */
const PATIENCE_MS = 30_000;
/** The first rate that is tried, a second. */
const FIRST_RATE = 2;
/** How often the range between a rate that goes and one that does not is halved. */
const HALVINGS = 3;
/** How much longer half of the highest rate is run. */
const HALF_RUNS = 3;
const PAUSE_MS = 3_000;
const MEGABYTE = 1_048_576;
/** Of the cluster that --cluster starts. */
const NODES = 3;

const { values } = parseArgs({
  options: {
    guilds: { type: 'string', default: '10000' },
    shards: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '20' },
    most: { type: 'string', default: '256' },
    corpus: { type: 'string' },
    cluster: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

/** What came of a rate. */
interface Load {
  readonly rate: number;
  readonly asked: number;
  /** Without an answer: none in time, or one that says that something failed. */
  readonly lost: number;
  readonly p50: number;
  readonly p99: number;
}

const QUESTIONS = readFileSync(
  fileURLToPath(new URL('../test/acceptance/questions.jsonl', import.meta.url)),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line): string => JSON.parse(line).question);

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** One question of somebody who never asked before, in some server; its time in ms, or null when it was lost. */
async function askOnce({ loopback, guilds }: Fleet, n: number): Promise<number | null> {
  const guild = guilds[(n * 7919) % guilds.length];
  const question = QUESTIONS[n % QUESTIONS.length];
  if (guild === undefined || question === undefined) throw new Error('There is nobody to ask, or nothing.');
  const user = loopback.world.addMember(guild, { name: `B${n}`, locale: 'zh-CN' });
  const started = performance.now();
  try {
    const message = await loopback
      .command({ user, guild, name: 'ask', options: { question } })
      .answered(PATIENCE_MS);
    // Answers are embeds; what failed says so in one without buttons.
    return message.components !== undefined && message.components.length > 0
      ? performance.now() - started
      : null;
  } catch {
    return null;
  }
}

let asked = 0;

/** So many questions a second, whether or not those before are answered. */
async function load(fleet: Fleet, rate: number, seconds: number): Promise<Load> {
  const started = performance.now();
  const runs: Promise<number | null>[] = [];
  for (let n = 0; n < rate * seconds; n += 1) {
    await pause(Math.max(0, started + (n * 1_000) / rate - performance.now()));
    asked += 1;
    runs.push(askOnce(fleet, asked));
  }
  const times = await Promise.all(runs);
  const answered = times.filter((ms) => ms !== null).sort((a, b) => a - b);
  await pause(PAUSE_MS);
  return {
    rate,
    asked: times.length,
    lost: times.length - answered.length,
    p50: Math.round(percentile(answered, 0.5)),
    p99: Math.round(percentile(answered, 0.99)),
  };
}

const goes = ({ lost, p99 }: Load): boolean => lost === 0 && p99 < SLOWEST_P99_MS;

function print(label: string, { rate, asked: sent, lost, p50, p99 }: Load): void {
  console.log(
    `${label.padEnd(10)} ${rate.toFixed(1).padStart(6)}/s  ${String(sent).padStart(6)} asked  ${String(lost).padStart(4)} lost  p50 ${p50} ms  p99 ${p99} ms`,
  );
}

/** The highest rate that goes, and what it came to; null when not even the first does. */
async function highest(fleet: Fleet, seconds: number, most: number): Promise<Load | null> {
  const tried = async (rate: number): Promise<Load> => {
    const outcome = await load(fleet, rate, seconds);
    print(goes(outcome) ? 'goes' : 'too much', outcome);
    return outcome;
  };
  let best: Load | null = null;
  let beyond = FIRST_RATE;
  for (; beyond <= most; beyond *= 2) {
    const outcome = await tried(beyond);
    if (!goes(outcome)) break;
    best = outcome;
  }
  for (let n = 0; n < HALVINGS && best !== null && beyond <= most; n += 1) {
    const outcome: Load = await tried((best.rate + beyond) / 2);
    if (goes(outcome)) best = outcome;
    else beyond = outcome.rate;
  }
  return best;
}

/** Resident memory of each process in MB, by its name. */
async function memoryOf(machine: Machine): Promise<Readonly<Record<string, number>>> {
  const page = await (await machine.get('/metrics')).text();
  const lines = [...page.matchAll(/^process_resident_memory_bytes\{process="([^"]+)"\} (\d+)/gmu)];
  const search = readFileSync(`/proc/${machine.searchPid()}/status`, 'utf8');
  return {
    ...Object.fromEntries(
      lines.map(([, name, bytes]) => [name, Math.round(Number(bytes) / MEGABYTE)]).sort(),
    ),
    search: Math.round(Number(/VmRSS:\s+(\d+)/u.exec(search)?.[1]) / 1024),
  };
}

async function measure(engine: Readonly<Record<string, string>>): Promise<void> {
  const shards = Number(values.shards);
  const fleet = await buildFleet({ guilds: Number(values.guilds), people: 0, shards });
  try {
    const corpus = values.corpus === undefined ? {} : { CORPUS_DIR: values.corpus };
    const started = performance.now();
    const machine = await fleet.startMachine(
      Array.from({ length: shards }, (_, id) => id),
      { ...corpus, ...engine, LOG_LEVEL: 'info' },
    );
    const readyMs = Math.round(performance.now() - started);
    const memoryBefore = await memoryOf(machine);
    const name = engine.SEARCH_ENGINE ?? process.env.SEARCH_ENGINE ?? 'minisearch';
    console.log(
      `${values.guilds} servers, ${shards} shards, ${name}, ready after ${(readyMs / 1_000).toFixed(1)} s`,
    );
    await load(fleet, FIRST_RATE, 5);
    const seconds = Number(values.seconds);
    const best = await highest(fleet, seconds, Number(values.most));
    const half = best === null ? null : await load(fleet, best.rate / 2, seconds * HALF_RUNS);
    if (half !== null) print('half', half);
    const memory = await memoryOf(machine);
    for (const [process, mb] of Object.entries(memory)) console.log(`${process.padEnd(10)} ${mb} MB`);
    const { violations } = fleet.loopback;
    if (violations.length > 0) console.log(violations.slice(0, 5));
    if (values.json)
      console.log(
        JSON.stringify({
          engine: name,
          guilds: fleet.guilds.length,
          ...{ shards, readyMs, best, half, memoryBefore, memory },
        }),
      );
    process.exitCode = half !== null && half.lost === 0 && violations.length === 0 ? 0 : 1;
  } finally {
    await fleet.close();
  }
}

async function main(): Promise<void> {
  if (!values.cluster) return measure({});
  const missing = missingForCluster();
  if (missing !== null) {
    console.log(`Nothing is measured: ${missing}.`);
    return;
  }
  const cluster = await startCluster(NODES);
  try {
    await measure({ SEARCH_ENGINE: 'opensearch', OPENSEARCH_URL: cluster.urls.join() });
  } finally {
    await cluster.stop();
  }
}

await main();
