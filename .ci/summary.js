// Reads vitest's JSON report: prints the summary line, fails for failures and for tests skipped for want of a part.
import { existsSync, readFileSync } from 'node:fs';

const [, , file, exitCode] = process.argv;

/** A test that needs ../shared says so in its name. */
const NEEDS_SHARED = '../shared';

function read() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

const report = read();
const suites = report?.testResults ?? [];
const tests = suites.flatMap((suite) => suite.assertionResults);
const passed = tests.filter(({ status }) => status === 'passed').length;
const failed = tests.filter(({ status }) => status === 'failed').length;
const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
const broken = suites.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
);

const sharedIsThere = existsSync('../shared');
const forbidden = skipped.filter(({ fullName }) => sharedIsThere || !fullName.includes(NEEDS_SHARED));
for (const { name, message } of broken) console.error(`Did not run: ${name}: ${message}`);
for (const { fullName } of forbidden) console.error(`Skipped for want of a part: ${fullName}`);

const failures = failed + broken.length;
const sound = report !== null && exitCode === '0' && failures === 0 && forbidden.length === 0 && passed > 0;
const counted = sound ? 0 : Math.max(failures, forbidden.length > 0 ? 0 : 1);
console.log(`${passed} passed, ${counted} failed, ${skipped.length} skipped`);
process.exitCode = sound ? 0 : 1;
