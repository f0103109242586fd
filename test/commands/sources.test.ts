import { afterEach, beforeEach, expect, it } from 'vitest';
import { summary } from '../discord/library-double.js';
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

it('/sources lists the articles to the asker alone, in the locale of the asker', async () => {
  const run = town.loopback.command({ user: town.member, guild: town.home, name: 'sources' });
  expect(textOf(await run.answered())).toBe(
    '### 已收录 1 篇文章\n**2021 年**\n- [青河市召开第三次防汛会议](https://example.org/qinghe/3) · 青河日报 · 2021年7月5日 · 3 段',
  );
  expect(run.ephemeral).toBe(true);
});

it('/sources stays within the limits with 200 articles', async () => {
  const many = Array.from({ length: 200 }, (_, index) =>
    summary({ id: String(index), title: `${'*长标题'.repeat(40)}${index}` }),
  );
  town.library.sources = () => Promise.resolve(many);
  const run = town.loopback.command({ user: town.member, guild: town.home, name: 'sources' });
  expect(textOf(await run.answered())).toMatch(/\n-# 还有 1\d\d 篇：2021 年 \(1\d\d\)$/);
});
