import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newFolder } from './command-line.js';

const SUMMARY = fileURLToPath(new URL('../.ci/summary.js', import.meta.url));

let folder: string;

beforeAll(async () => {
  folder = await newFolder();
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** A run: the statuses of its tests (null: it left no report), and its exit code. */
type Run = readonly [statuses: readonly string[] | null, exitCode: number];

/** The last line and the exit code over some runs. */
async function summary(runs: readonly Run[]): Promise<readonly [line: string, code: number]> {
  const parameters: string[] = [];
  for (const [place, [statuses, exitCode]] of runs.entries()) {
    const file = join(folder, `${place}.json`);
    await rm(file, { force: true });
    const assertionResults = statuses?.map((status) => ({ status, fullName: `on a real cluster ${status}` }));
    const testResults = [{ name: 'some', status: 'passed', assertionResults }];
    if (statuses !== null) await writeFile(file, JSON.stringify({ testResults }));
    parameters.push(file, String(exitCode));
  }
  const ended = promisify(execFile)(process.execPath, [SUMMARY, ...parameters]);
  const { stdout, code } = await ended.then(
    (output) => ({ ...output, code: 0 }),
    (error: { readonly stdout: string; readonly code: number }) => error,
  );
  return [stdout.trim(), code];
}

const ran: Run = [['passed', 'passed'], 0];

it.each<readonly [what: string, runs: readonly Run[], line: string, code: number]>([
  ['adds runs up', [ran, [['passed'], 0]], '3 passed, 0 failed, 0 skipped', 0],
  ['fails with a run', [ran, [['passed', 'failed'], 1]], '3 passed, 1 failed, 0 skipped', 1],
  ['fails for what was skipped', [ran, [['skipped'], 0]], '2 passed, 0 failed, 1 skipped', 1],
  ['fails for a run that did not come to its tests', [ran, [null, 1]], '2 passed, 1 failed, 0 skipped', 1],
  [
    'fails for a run that ended badly after its tests',
    [[['passed'], 1], ran],
    '3 passed, 1 failed, 0 skipped',
    1,
  ],
])('%s', async (_, runs, line, code) => {
  expect(await summary(runs)).toEqual([line, code]);
});
