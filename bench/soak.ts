/**
 * The tests that try things at random, for much longer than `npm test` does: spoilt inputs, killed processes, a bot that
 * goes through every fault of Discord again and again, and a cluster of OpenSearch that goes through all of its own.
 * Usage: npm run soak [-- [--inputs N] [--kills N] [--rounds N] [--clusters N]]
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VITEST = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
/** One after the other: on a busy machine times say little, and a kill hits an idle process. */
const TESTS = [
  'test/fuzz',
  'test/library/crash.test.ts',
  'test/store/crash.test.ts',
  'test/discord/long-run.soak.ts',
  'test/discord/crowd.test.ts',
] as const;
/** Run again and again, each time on a new cluster; skipped, saying so, where none can be started. */
const CLUSTER_TESTS = [
  '--config',
  'vitest.opensearch.config.ts',
  'test/opensearch/faults.test.ts',
  'test/opensearch/refusals.test.ts',
  'test/opensearch/load.test.ts',
] as const;

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '20' },
    clusters: { type: 'string', default: '10' },
  },
});

let failures = 0;

function run(name: string, tests: readonly string[]): void {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [VITEST, 'run', '--no-file-parallelism', ...tests], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      WENJU_FUZZ_RUNS: values.inputs,
      WENJU_KILLS: values.kills,
      WENJU_ROUNDS: values.rounds,
    },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${name}: ${status === 0 ? 'passed' : 'FAILED'} after ${seconds} s`);
  if (status !== 0) failures++;
}

for (const test of TESTS) {
  if (!test.endsWith('.soak.ts') || values.rounds !== '0') run(test, [test]);
}
for (let cluster = 1; cluster <= Number(values.clusters); cluster++) run(`cluster ${cluster}`, CLUSTER_TESTS);
const { inputs, kills, rounds, clusters } = values;
console.log(
  `${inputs} inputs a target, ${kills} kills a test, ${rounds} rounds of faults, ${clusters} clusters: ${failures} failed`,
);
process.exitCode = failures === 0 ? 0 : 1;
