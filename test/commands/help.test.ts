import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildTown, type Town, textOf } from '../discord/town.js';

let town: Town;

beforeEach(async () => {
  town = await buildTown();
  await town.start();
});

afterEach(async () => {
  expect(town.loopback.violations).toEqual([]);
  await town.close();
});

it.each([
  ['zh-CN', '## 向文章提问', '`/提问`'],
  ['zh-TW', '## 向文章提問', '`/提問`'],
  ['en-US', '## Ask the articles', '`/ask`'],
  ['de', '## Ask the articles', '`/ask`'],
] as const)('/help speaks to a user with %s in the right language', async (locale, heading, command) => {
  const run = town.loopback.command({ user: town.member, dm: true, name: 'help', locale });
  const text = textOf(await run.answered());
  expect(text).toContain(heading);
  expect(text).toContain(command);
  expect(run.ephemeral).toBe(true);
});
