/**
 * What months do to a bot, in minutes: how long the event loop of the process with the gateway stands still while a
 * large corpus is indexed, questions come in, pages of /sources are turned and people type the names of articles; how many
 * of these fail or come late, and whether memory comes back after many reindexes. Every paragraph is an article of its own.
 * Look at the distribution: on a busy machine other programs stall every process.
 * Usage: npm run bench:endurance [-- [FOLDER] [--json] [--paragraphs N] [--rate N] [--pages N] [--letters N] [--reindexes N]]
 */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { suggestSources } from '../src/discord/articles/article-choice.js';
import { EVERYTHING, sourceList } from '../src/discord/articles/source-list.js';
import { TEXTS } from '../src/discord/texts/locale.js';
import { table } from '../src/evaluation/report.js';
import { percentile } from '../src/evaluation/scores.js';
import { openRemoteLibrary, type RemoteLibrary } from '../src/search-process/remote-library.js';
import { type BenchData, loadBenchData, sample } from './data.js';
import type { PoolParagraph } from './peers/engine.js';
import { writeRecombined } from './recombine.js';

/** `rate`, `pages` and `letters` are of a second. */
const DEFAULTS = { paragraphs: '100000', rate: '20', pages: '2', letters: '5', reindexes: '50' };
/** Discord waits so long for a first reply. */
const LATE_MS = 3000;
/** The corpus that is indexed again and again. */
const REINDEXED_PARAGRAPHS = 2000;
/** Questions that the load draws from. */
const QUESTIONS = 500;
/** Somebody types so many letters of a title before the next one begins. */
const LETTERS_TYPED = 6;
const IDLE_MS = 10_000;
/** Nanoseconds of a millisecond. */
const NANOSECONDS = 1e6;
/** Microseconds of a second. */
const MICROSECONDS = 1e6;

interface Stalls {
  /** Milliseconds, beyond the timer's own resolution. */
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly longest: number;
  readonly over20: number;
}

/** What people do all the time. */
interface Traffic {
  readonly name: string;
  readonly perSecond: number;
  /** The n-th time, from 0. */
  act(n: number): Promise<unknown>;
}

interface TrafficFigures {
  readonly name: string;
  readonly done: number;
  readonly failed: number;
  readonly late: number;
  /** Milliseconds until the answer. */
  readonly p50: number;
  readonly p99: number;
}

interface LoadFigures {
  readonly seconds: number;
  /** Of them the process with the gateway computed, whatever other programs did. */
  readonly busySeconds: number;
  readonly traffic: readonly TrafficFigures[];
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

/** Starts traffic; `stop` waits for what is under way and gives its figures. */
function flowing({ name, perSecond, act }: Traffic): { readonly stop: () => Promise<TrafficFigures> } {
  const times: number[] = [];
  const pending = new Set<Promise<void>>();
  let done = 0;
  let failed = 0;
  const once = async (n: number) => {
    const started = performance.now();
    try {
      await act(n);
    } catch {
      failed++;
    }
    times.push(performance.now() - started);
  };
  const timer = setInterval(() => {
    const one = once(done++);
    pending.add(one);
    void one.finally(() => pending.delete(one));
  }, 1000 / perSecond);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(pending);
      const late = times.filter((time) => time > LATE_MS).length;
      const at = (part: number) => percentile(times, part) ?? 0;
      return { name, done, failed, late, p50: at(0.5), p99: at(0.99) };
    },
  };
}

/** What people do with a library of these titles, as the bot does it, up to the message. */
function trafficOf(library: RemoteLibrary, { questions, titles, rates }: LoadSettings): readonly Traffic[] {
  const texts = TEXTS['zh-CN'];
  const pageOf = async (n: number) => {
    const view = { ...EVERYTHING, page: n + 1 };
    sourceList(await library.browse(view), view, texts);
  };
  const letterOf = (n: number) => {
    const title = titles[Math.floor(n / LETTERS_TYPED) % titles.length] ?? '';
    return suggestSources(library, title.slice(0, 1 + (n % LETTERS_TYPED)));
  };
  const ask = (n: number) => library.ask(questions[n % questions.length] ?? '', { limit: 10 });
  return [
    { name: 'questions', perSecond: rates.questions, act: ask },
    { name: 'pages of /sources', perSecond: rates.pages, act: pageOf },
    { name: 'letters typed', perSecond: rates.letters, act: letterOf },
  ];
}

interface LoadSettings {
  readonly paragraphs: number;
  readonly questions: readonly string[];
  readonly titles: readonly string[];
  /** Of a second. */
  readonly rates: Readonly<Record<'questions' | 'pages' | 'letters', number>>;
}

/** Measures traffic, and what it and `work` do to this process. */
async function underLoad(all: readonly Traffic[], work: () => Promise<unknown>): Promise<LoadFigures> {
  const quiet = watchLoop();
  await wait(IDLE_MS);
  const idle = quiet.stalls();
  const watch = watchLoop();
  const started = performance.now();
  const before = process.cpuUsage();
  const flows = all.filter(({ perSecond }) => perSecond > 0).map(flowing);
  await work();
  const seconds = (performance.now() - started) / 1000;
  const traffic = await Promise.all(flows.map(({ stop }) => stop()));
  const { user, system } = process.cpuUsage(before);
  return { seconds, busySeconds: (user + system) / MICROSECONDS, traffic, stalls: watch.stalls(), idle };
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

function loadReport(load: LoadFigures, paragraphs: number): string {
  const { seconds, busySeconds, traffic, stalls, idle } = load;
  const row = (name: string, { p50, p99, p999, longest, over20 }: Stalls) => [
    name,
    ...[p50, p99, p999, longest].map((ms) => ms.toFixed(1)),
    String(over20),
  ];
  return [
    `${paragraphs} paragraphs, an article each, indexed in ${seconds.toFixed(0)} s, of which the gateway’s process computed for ${busySeconds.toFixed(1)} s`,
    table([
      ['the gateway’s event loop, ms', 'p50', 'p99', 'p99.9', 'longest', 'over 20 ms'],
      row('meanwhile', stalls),
      row('before, idle', idle),
    ]),
    table([
      ['meanwhile', 'a second', 'failed', `over ${LATE_MS / 1000} s`, 'p50, ms', 'p99, ms'],
      ...traffic.map(({ name, done, failed, late, p50, p99 }) => [
        `${done} ${name}`,
        ...[done / seconds, failed, late, p50, p99].map((figure) => figure.toFixed(0)),
      ]),
    ]),
  ].join('\n');
}

function memoryReport({ reindexes, first, last, most }: MemoryFigures): string {
  return `${reindexes} reindexes: the search process had ${first.toFixed(0)} MB after the first, ${last.toFixed(0)} MB after the last (× ${(last / first).toFixed(2)}), at most ${most.toFixed(0)} MB`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      paragraphs: { type: 'string', default: DEFAULTS.paragraphs },
      rate: { type: 'string', default: DEFAULTS.rate },
      pages: { type: 'string', default: DEFAULTS.pages },
      letters: { type: 'string', default: DEFAULTS.letters },
      reindexes: { type: 'string', default: DEFAULTS.reindexes },
    },
  });
  const data = loadBenchData(positionals[0]);
  if (data === null) return;
  const folder = mkdtempSync(join(tmpdir(), 'wenju-endurance-'));
  const settings: LoadSettings = {
    paragraphs: Number(values.paragraphs),
    questions: sample(data.chinese, QUESTIONS).map(({ question }) => question),
    titles: sample(data.pool, QUESTIONS).map(({ title }) => title),
    rates: {
      questions: Number(values.rate),
      pages: Number(values.pages),
      letters: Number(values.letters),
    },
  };
  const reindexes = Number(values.reindexes);
  try {
    const load = await loadFigures(data, folder, settings);
    console.log(loadReport(load, settings.paragraphs));
    const memory = reindexes === 0 ? null : await memoryFigures(data, folder, reindexes);
    if (memory !== null) console.log(memoryReport(memory));
    const { paragraphs, rates } = settings;
    if (values.json) console.log(JSON.stringify({ paragraphs, rates, load, memory }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function loadFigures(data: BenchData, folder: string, settings: LoadSettings) {
  const corpus = join(folder, 'corpus', 'large.jsonl');
  mkdirSync(dirname(corpus));
  const others = join(folder, 'others.jsonl');
  writeRecombined(data.pool, settings.paragraphs, corpus, others);
  const library = await openRemoteLibrary({ corpus, dataDir: join(folder, 'large') });
  try {
    // As many others in their place, so that nothing is taken over from the index that answers meanwhile.
    renameSync(others, corpus);
    return await underLoad(trafficOf(library, settings), () => library.reindex());
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
