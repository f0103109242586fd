import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RATES } from '../../src/discord/manners/rates.js';
import { buildTown, type Town, textOf } from './town.js';

const PEOPLE = 200;
const QUESTIONS = 500;
const SECONDS = 10;
/** Bot and local Discord together, which keeps all messages; a leak of a tenth of a megabyte a question is beyond it. */
const MOST_GROWTH_MB = 50;
const SLOWEST_MS = 3_000;

let town: Town;

beforeEach(async () => {
  town = await buildTown({ journalEntries: 100 });
});

afterEach(async () => {
  await town.close();
});

function heapMb(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 1_000_000;
}

it('500 questions in 10 seconds from 200 people: the limits hold, nobody stays without an answer, memory is bounded', async () => {
  await town.start();
  const { loopback, home } = town;
  const people = Array.from({ length: PEOPLE }, (_, index) =>
    loopback.world.addMember(home, { name: `P${index}` }),
  );
  const before = heapMb();
  const runs: Promise<{ readonly text: string; readonly alone: boolean; readonly ms: number }>[] = [];
  const started = performance.now();
  for (let n = 0; n < QUESTIONS; n += 1) {
    const due = started + (n * SECONDS * 1_000) / QUESTIONS;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const asked = performance.now();
    const run = loopback.command({
      user: people[n % PEOPLE] ?? town.member,
      guild: home,
      name: 'ask',
      options: { question: '谁主持？' },
    });
    runs.push(
      run.answered().then((message) => ({
        text: textOf(message),
        alone: run.ephemeral,
        ms: performance.now() - asked,
      })),
    );
  }
  const all = await Promise.all(runs);
  const answered = all.filter(({ text }) => text.includes('林远山'));
  const told = all.filter(({ text }) => text.includes('This server is asking a lot right now'));
  expect(answered).toHaveLength(RATES.server[0]?.points ?? 0);
  expect(answered.length + told.length).toBe(QUESTIONS);
  expect(told.every(({ alone }) => alone)).toBe(true);
  expect(Math.max(...all.map(({ ms }) => ms))).toBeLessThan(SLOWEST_MS);
  expect(heapMb() - before).toBeLessThan(MOST_GROWTH_MB);
  expect(loopback.violations).toEqual([]);
}, 60_000);
