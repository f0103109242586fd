/**
 * The tests that try things at random, for much longer than `npm test` does: spoilt inputs, killed processes, and a bot
 * that goes through every fault of Discord again and again.
 * Usage: npm run soak [-- [--inputs N] [--kills N] [--rounds N]]
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

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '20' },
  },
});

let failures = 0;
for (const test of TESTS) {
  if (test.endsWith('.soak.ts') && values.rounds === '0') continue;
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [VITEST, 'run', '--no-file-parallelism', test], {
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
  console.log(`${test}: ${status === 0 ? 'passed' : 'FAILED'} after ${seconds} s`);
  if (status !== 0) failures++;
}
const { inputs, kills, rounds } = values;
console.log(
  `${inputs} inputs a target, ${kills} kills a test, ${rounds} rounds of faults: ${failures} failed`,
);
process.exitCode = failures === 0 ? 0 : 1;
