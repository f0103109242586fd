import { afterEach, beforeEach, expect, it } from 'vitest';
import { sourceKey } from '../../src/library/article-keys.js';
import { hold, summary } from '../discord/library-double.js';
import { buildTown, controlOf, controlsOf, type Town, textOf } from '../discord/town.js';

let town: Town;

beforeEach(async () => {
  town = await buildTown();
  await town.start();
});

afterEach(async () => {
  expect(town.loopback.violations).toEqual([]);
  await town.close();
});

/** 200 articles of 40 sources in 20 years, all with names longer than anything shows. */
const MANY = Array.from({ length: 200 }, (_, index) =>
  summary({
    id: `${'很长的编号'.repeat(30)}${index}`,
    title: `${'*长标题'.repeat(80)}${index}`,
    source: `${'来源'.repeat(70)}${index % 40}`,
    date: `${2022 - Math.floor(index / 10)}-01-01`,
  }),
);

const sources = () => town.loopback.command({ user: town.member, guild: town.home, name: 'sources' });

it('/sources lists the articles to the asker alone, in the locale of the asker', async () => {
  const run = sources();
  expect(textOf(await run.answered())).toBe(
    [
      '## 已收录 1 篇文章',
      '-# 青河日报 (1)',
      '### 2021 年',
      '[青河市召开第三次防汛会议](https://example.org/qinghe/3)',
      '-# 青河日报 · 2021年7月5日 · 3 段',
    ].join('\n'),
  );
  expect(run.ephemeral).toBe(true);
});

it('/sources stays within the limits with 200 articles, and turns its pages', async () => {
  hold(town.library, MANY);
  const first = await sources().answered();
  expect(first.embeds[0]?.description?.match(/^-# 来源/gm)).toHaveLength(11);
  const [, here, next] = controlsOf(first, 'sources');
  expect(here).toBe('sources:all:all:1');
  const run = town.loopback.click(first, next ?? '', town.member);
  await run.response;
  const second = await run.answered();
  expect(controlsOf(second, 'sources')[1]).toBe('sources:all:all:2');
  expect(textOf(second)).not.toBe(textOf(first));
});

it('/sources narrows by source and year', async () => {
  hold(town.library, [
    summary({ id: '1', title: '甲', source: '青河日报', date: '2022' }),
    summary({ id: '2', title: '乙', source: '白石晚报', date: '2022' }),
    summary({ id: '3', title: '丙', source: null, date: null }),
  ]);
  const all = await sources().answered();
  const bySource = town.loopback.select(all, controlOf(all, 'sources-source'), town.member, [
    sourceKey('白石晚报'),
  ]);
  const narrowed = await bySource.answered();
  expect(textOf(narrowed)).toContain('## 已收录 3 篇文章，列出 1 篇');
  expect(textOf(narrowed)).toContain('乙');
  expect(textOf(narrowed)).not.toContain('甲');
  const back = town.loopback.select(narrowed, controlOf(narrowed, 'sources-source'), town.member, ['all']);
  const undated = town.loopback.select(
    await back.answered(),
    controlOf(await back.answered(), 'sources-year'),
    town.member,
    ['undated'],
  );
  expect(textOf(await undated.answered())).toContain('丙');
});

it('/sources opens an article from its menu, also one whose id fits nowhere', async () => {
  const id = '很长的编号'.repeat(40);
  const { article } = town.library;
  hold(town.library, [summary({ id })]);
  town.library.article = async (wanted) => (wanted === id ? article('a1') : null);
  const list = await sources().answered();
  const menu = controlOf(list, 'open-article');
  const [row] = list.components as unknown as readonly [{ components: [{ options: [{ value: string }] }] }];
  const run = town.loopback.select(list, menu, town.member, [row.components[0].options[0].value]);
  const opened = await run.answered();
  expect(textOf(opened)).toContain('林远山主持召开');
  expect(run.ephemeral).toBe(true);
});
