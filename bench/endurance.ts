/**
 * What months do to a bot, in minutes: how long the event loop of the process with the gateway stands still while a
 * large corpus is indexed and questions come in, how many of these fail or come late, and whether memory comes back
 * after many reindexes. Look at the distribution: on a busy machine other programs stall every process.
 * Usage: npm run bench:endurance [-- [FOLDER] [--json] [--paragraphs N] [--rate N] [--reindexes N]]
 */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { table } from '../src/evaluation/report.js';
import { percentile } from '../src/evaluation/scores.js';
import { openRemoteLibrary, type RemoteLibrary } from '../src/search-process/remote-library.js';
import { type BenchData, loadBenchData, sample } from './data.js';
import type { PoolParagraph } from './peers/engine.js';
import { writeRecombined } from './recombine.js';

const DEFAULTS = { paragraphs: '100000', rate: '20', reindexes: '50' };
/** Discord waits so long for a first reply. */
const LATE_MS = 3000;
/** The corpus that is indexed again and again. */
const REINDEXED_PARAGRAPHS = 2000;
/** Questions that the load draws from. */
const QUESTIONS = 500;
const IDLE_MS = 10_000;
/** Nanoseconds of a millisecond. */
const NANOSECONDS = 1e6;

interface Stalls {
  /** Milliseconds, beyond the timer's own resolution. */
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly longest: number;
  readonly over20: number;
}

interface LoadFigures {
  readonly seconds: number;
  readonly asked: number;
  readonly failed: number;
  readonly late: number;
  readonly p50: number;
  readonly p99: number;
  readonly stalls: Stalls;
  /** The same process and machine with nothing to do, for comparison. */
  readonly idle: Stalls;
}

interface MemoryFigures {
  readonly reindexes: number;
  /** Resident memory of the search process in MB. */
  readonly first: number;
  readonly last: number;
  readonly most: number;
}

/** How often the event loop is looked at. */
const TIMER_MS = 1;
/** A stall that counts. */
const LONG_MS = 20;

/** Watches this process's event loop until `stalls` is called. */
function watchLoop(): { readonly stalls: () => Stalls } {
  const histogram = monitorEventLoopDelay({ resolution: TIMER_MS });
  histogram.enable();
  let over20 = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - last - TIMER_MS > LONG_MS) over20++;
    last = now;
  }, TIMER_MS);
  const ms = (nanoseconds: number) => Math.max(0, nanoseconds / NANOSECONDS - TIMER_MS);
  return {
    stalls: () => {
      clearInterval(timer);
      histogram.disable();
      return {
        p50: ms(histogram.percentile(50)),
        p99: ms(histogram.percentile(99)),
        p999: ms(histogram.percentile(99.9)),
        longest: ms(histogram.max),
        over20,
      };
    },
  };
}

/** Asks `rate` questions a second while `work` goes on, and measures both. */
async function underLoad(
  library: RemoteLibrary,
  questions: readonly string[],
  rate: number,
  work: () => Promise<unknown>,
): Promise<LoadFigures> {
  const quiet = watchLoop();
  await wait(IDLE_MS);
  const idle = quiet.stalls();
  const times: number[] = [];
  const pending = new Set<Promise<void>>();
  let asked = 0;
  let failed = 0;
  const ask = async (question: string) => {
    const started = performance.now();
    try {
      await library.ask(question, { limit: 10 });
    } catch {
      failed++;
    }
    times.push(performance.now() - started);
  };
  const watch = watchLoop();
  const started = performance.now();
  const timer = setInterval(() => {
    const question = ask(questions[asked++ % questions.length] ?? '');
    pending.add(question);
    void question.finally(() => pending.delete(question));
  }, 1000 / rate);
  await work();
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  await Promise.all(pending);
  return {
    seconds,
    asked,
    failed,
    late: times.filter((time) => time > LATE_MS).length,
    p50: percentile(times, 0.5) ?? 0,
    p99: percentile(times, 0.99) ?? 0,
    stalls: watch.stalls(),
    idle,
  };
}

/** Resident megabytes of a process; Linux only. */
function residentMb(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
}

async function memoryOver(library: RemoteLibrary, questions: readonly string[], reindexes: number) {
  const sizes: number[] = [];
  for (let i = 0; i < reindexes; i++) {
    await library.reindex();
    for (const question of questions.slice(0, 20)) await library.ask(question, { limit: 10 });
    sizes.push(residentMb(await library.pid()));
    process.stderr.write(`reindex ${i + 1}: ${sizes.at(-1)?.toFixed(0)} MB\n`);
  }
  const figures: MemoryFigures = {
    reindexes,
    first: sizes[0] ?? 0,
    last: sizes.at(-1) ?? 0,
    most: Math.max(...sizes),
  };
  return figures;
}

function report(load: LoadFigures, memory: MemoryFigures, paragraphs: number, rate: number): string {
  const row = (name: string, { p50, p99, p999, longest, over20 }: Stalls) => [
    name,
    ...[p50, p99, p999, longest].map((ms) => ms.toFixed(1)),
    String(over20),
  ];
  return [
    `${paragraphs} paragraphs indexed in ${load.seconds.toFixed(0)} s, ${rate} questions a second`,
    table([
      ['the gateway’s event loop, ms', 'p50', 'p99', 'p99.9', 'longest', 'over 20 ms'],
      row('meanwhile', load.stalls),
      row('before, idle', load.idle),
    ]),
    `${load.asked} questions: ${load.failed} failed, ${load.late} late (over ${LATE_MS / 1000} s); p50 ${load.p50.toFixed(0)} ms, p99 ${load.p99.toFixed(0)} ms`,
    `${memory.reindexes} reindexes: the search process had ${memory.first.toFixed(0)} MB after the first, ${memory.last.toFixed(0)} MB after the last (× ${(memory.last / memory.first).toFixed(2)}), at most ${memory.most.toFixed(0)} MB`,
  ].join('\n');
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      paragraphs: { type: 'string', default: DEFAULTS.paragraphs },
      rate: { type: 'string', default: DEFAULTS.rate },
      reindexes: { type: 'string', default: DEFAULTS.reindexes },
    },
  });
  const data = loadBenchData(positionals[0]);
  if (data === null) return;
  const folder = mkdtempSync(join(tmpdir(), 'wenju-endurance-'));
  const paragraphs = Number(values.paragraphs);
  const rate = Number(values.rate);
  try {
    const load = await loadFigures(data, folder, paragraphs, rate);
    const memory = await memoryFigures(data, folder, Number(values.reindexes));
    console.log(report(load, memory, paragraphs, rate));
    if (values.json) console.log(JSON.stringify({ paragraphs, rate, load, memory }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function loadFigures(data: BenchData, folder: string, paragraphs: number, rate: number) {
  const corpus = join(folder, 'corpus', 'large.jsonl');
  mkdirSync(dirname(corpus));
  const others = join(folder, 'others.jsonl');
  writeRecombined(data.pool, paragraphs, corpus, others);
  const library = await openRemoteLibrary({ corpus, dataDir: join(folder, 'large') });
  const questions = sample(data.chinese, QUESTIONS).map(({ question }) => question);
  try {
    // As many others in their place, so that nothing is taken over from the index that answers meanwhile.
    renameSync(others, corpus);
    return await underLoad(library, questions, rate, () => library.reindex());
  } finally {
    await library.close();
  }
}

async function memoryFigures(data: BenchData, folder: string, reindexes: number) {
  const corpus = join(folder, 'small.jsonl');
  writeFileSync(corpus, jsonl(data.pool.slice(0, REINDEXED_PARAGRAPHS)));
  const library = await openRemoteLibrary({ corpus, dataDir: join(folder, 'small') });
  try {
    return await memoryOver(
      library,
      data.chinese.map(({ question }) => question),
      reindexes,
    );
  } finally {
    await library.close();
  }
}

function jsonl(paragraphs: readonly PoolParagraph[]): string {
  return paragraphs.map((paragraph) => `${JSON.stringify(paragraph)}\n`).join('');
}

await main();
