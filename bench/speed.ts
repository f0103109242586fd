/**
 * What a whole answer costs beside a bare search of engines off the shelf: time, building, restart, memory, growth.
 * Every engine runs in a process of its own, one after the other. Look at the ratios: they hold on another machine.
 * Usage: npm run bench:speed [-- [FOLDER] [--json] [--paragraphs N] [--questions N] [--only NAME,NAME]]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { table } from '../src/evaluation/report.js';
import { loadBenchData, sample } from './data.js';
import { writeRecombined } from './recombine.js';
import { OURS, PEER, SPEED_PEERS, type SpeedFigures, type SpeedJob } from './speed-job.js';

const JOB = fileURLToPath(new URL('speed-job.ts', import.meta.url));
const DEFAULT_PARAGRAPHS = 100_000;
const DEFAULT_QUESTIONS = 200;
/** Enough for the peer's index of 100,000 paragraphs. */
const HEAP_MB = 12_000;

/** Runs a job in a fresh process and returns its figures. Throws when it fails. */
async function run(job: SpeedJob): Promise<SpeedFigures> {
  const child = spawn(
    process.execPath,
    ['--expose-gc', `--max-old-space-size=${HEAP_MB}`, '--import', 'tsx', JOB, JSON.stringify(job)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${job.engine} over ${job.poolFile} ended with ${code}.`);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '');
}

/** One size: every engine's figures by name. */
async function measure(
  poolFile: string,
  folder: string,
  questions: SpeedJob['questions'],
  engines: readonly string[],
): Promise<Readonly<Record<string, SpeedFigures>>> {
  const figures: Record<string, SpeedFigures> = {};
  for (const engine of engines) {
    process.stderr.write(`${engine} …\n`);
    figures[engine] = await run({
      engine,
      poolFile,
      questions,
      snapshot: join(folder, 'snapshot'),
      restart: false,
    });
  }
  const restart = `${OURS}, restarted`;
  process.stderr.write(`${restart} …\n`);
  figures[restart] = await run({
    engine: OURS,
    poolFile,
    questions,
    snapshot: join(folder, 'snapshot'),
    restart: true,
  });
  for (const name of ['snapshot', 'snapshot-later'])
    rmSync(join(folder, name), { recursive: true, force: true });
  return figures;
}

const COLUMNS: readonly (readonly [string, (figures: SpeedFigures) => number | null, number])[] = [
  ['p50 ms', ({ chinese }) => chinese.p50, 2],
  ['p99 ms', ({ chinese }) => chinese.p99, 2],
  ['English p50', ({ english }) => english.p50, 2],
  ['English p99', ({ english }) => english.p99, 2],
  ['build s', ({ buildSeconds }) => buildSeconds, 1],
  ['CPU s', ({ buildCpuSeconds }) => buildCpuSeconds, 1],
  ['restart s', ({ restartSeconds }) => restartSeconds, 2],
  ['reindex s', ({ reindexSeconds }) => reindexSeconds, 2],
  ['index kB/paragraph', ({ indexKb }) => indexKb, 1],
  ['with texts', ({ totalKb }) => totalKb, 1],
  ['resident MB', ({ residentMb }) => residentMb, 0],
];

function figuresTable(figures: Readonly<Record<string, SpeedFigures>>): string {
  const rows = Object.entries(figures).map(([engine, values]) => [
    engine,
    ...COLUMNS.map(([, pick, decimals]) => pick(values)?.toFixed(decimals) ?? '–'),
  ]);
  return table([['', ...COLUMNS.map(([head]) => head)], ...rows]);
}

type Sizes = readonly (readonly [paragraphs: number, figures: Readonly<Record<string, SpeedFigures>>])[];

/** Ours as a share of the peer's, by size; null where one of the two was not measured. */
function ratiosOf(sizes: Sizes): Readonly<Record<string, Readonly<Record<string, number | null>>>> {
  return Object.fromEntries(
    sizes.map(([paragraphs, figures]) => {
      const ours = figures[OURS];
      const restarted = figures[`${OURS}, restarted`];
      const peer = figures[PEER];
      const share = (a: number | null | undefined, b: number | null | undefined) =>
        a === null || a === undefined || b === null || b === undefined ? null : a / b;
      const growth = share(ours?.chinese.p50, sizes[0]?.[1][OURS]?.chinese.p50);
      return [
        paragraphs,
        {
          [`answer p50 / ${PEER} search p50`]: share(ours?.chinese.p50, peer?.chinese.p50),
          [`answer p99 / ${PEER} search p99`]: share(ours?.chinese.p99, peer?.chinese.p99),
          'answer p50 / our own bare retrieval p50': share(ours?.chinese.p50, ours?.retrievalP50),
          [`build / ${PEER} build`]: share(ours?.buildSeconds, peer?.buildSeconds),
          [`build CPU / ${PEER} build CPU`]: share(ours?.buildCpuSeconds, peer?.buildCpuSeconds),
          'restart / build': share(restarted?.restartSeconds, ours?.buildSeconds),
          'reindex after one change / build': share(ours?.reindexSeconds, ours?.buildSeconds),
          [`index memory / ${PEER} index memory`]: share(ours?.indexKb, peer?.indexKb),
          [`memory with texts / ${PEER} with texts`]: share(ours?.totalKb, peer?.totalKb),
          'answer p50 / answer p50 of the smallest': growth,
        },
      ];
    }),
  );
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      paragraphs: { type: 'string', default: String(DEFAULT_PARAGRAPHS) },
      questions: { type: 'string', default: String(DEFAULT_QUESTIONS) },
      only: { type: 'string' },
    },
  });
  const data = loadBenchData(positionals[0]);
  if (data === null) return;
  const texts = (list: typeof data.chinese) =>
    sample(list, Number(values.questions)).map(({ question }) => question);
  const questions = { chinese: texts(data.chinese), english: texts(data.english) };
  const only = values.only?.split(',');
  const engines = [OURS, ...SPEED_PEERS.map(({ name }) => name)].filter(
    (name) => name === OURS || only === undefined || only.includes(name),
  );
  const folder = mkdtempSync(join(tmpdir(), 'wenju-bench-'));
  try {
    const larger = join(folder, 'recombined.jsonl');
    writeRecombined(data.pool, Number(values.paragraphs), larger);
    const sizes: [number, Readonly<Record<string, SpeedFigures>>][] = [];
    for (const [count, file] of [
      [data.pool.length, data.poolFile],
      [Number(values.paragraphs), larger],
    ] as const) {
      if (count === data.pool.length && file !== data.poolFile) continue;
      process.stderr.write(`${count} paragraphs\n`);
      const figures = await measure(file, folder, questions, engines);
      sizes.push([count, figures]);
      console.log(`${count} paragraphs\n${figuresTable(figures)}\n`);
    }
    const ratios = ratiosOf(sizes);
    for (const [count, named] of Object.entries(ratios)) {
      const rows = Object.entries(named).map(([name, ratio]) => [name, ratio?.toFixed(3) ?? '–']);
      console.log(`${table([[`ratios over ${count} paragraphs`, ''], ...rows])}\n`);
    }
    if (values.json) console.log(JSON.stringify({ figures: Object.fromEntries(sizes), ratios }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
