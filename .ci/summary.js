// Usage: summary.js REPORT EXIT_CODE [REPORT EXIT_CODE …]. Reads vitest's JSON reports: prints the summary line over all
// of them, fails for failures and for tests skipped for want of a part.
import { existsSync, readFileSync } from 'node:fs';

/** A test that needs ../shared says so in its name. */
const NEEDS_SHARED = '../shared';
const sharedIsThere = existsSync('../shared');

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Counts of one run. One that ended badly counts as a failure, even when no test says so. */
function counted(file, exitCode) {
  const report = read(file);
  const suites = report?.testResults ?? [];
  const tests = suites.flatMap((suite) => suite.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const broken = suites.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const forbidden = skipped.filter(({ fullName }) => sharedIsThere || !fullName.includes(NEEDS_SHARED));
  for (const { name, message } of broken) console.error(`Did not run: ${name}: ${message}`);
  for (const { fullName } of forbidden) console.error(`Skipped for want of a part: ${fullName}`);

  const failures = tests.filter(({ status }) => status === 'failed').length + broken.length;
  const ran = report !== null && exitCode === '0' && passed > 0;
  const failed = failures > 0 || forbidden.length > 0 || ran ? failures : 1;
  return { passed, failed, skipped: skipped.length, sound: ran && failures === 0 && forbidden.length === 0 };
}

const [, , ...parameters] = process.argv;
const runs = [];
for (let i = 0; i < parameters.length; i += 2) runs.push(counted(parameters[i], parameters[i + 1]));
const sum = (pick) => runs.reduce((total, run) => total + pick(run), 0);
console.log(
  `${sum((run) => run.passed)} passed, ${sum((run) => run.failed)} failed, ${sum((run) => run.skipped)} skipped`,
);
process.exitCode = runs.length > 0 && runs.every(({ sound }) => sound) ? 0 : 1;
