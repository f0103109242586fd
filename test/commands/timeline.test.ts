import { afterEach, beforeEach, expect, it } from 'vitest';
import { LIMITS } from '../../src/discord/limits.js';
import { timelinePageOf } from '../../src/library/timeline-page.js';
import type { TimelineEntry } from '../../src/reading/timeline/timeline.js';
import { article, citation } from '../discord/samples.js';
import { buildTown, controlsOf, type Town, textOf } from '../discord/town.js';

let town: Town;
const asked: string[] = [];

const entry = (n: number, changes: Partial<TimelineEntry> = {}): TimelineEntry => ({
  iso: `2021-07-${String(n).padStart(2, '0')}`,
  written: `7月${n}日`,
  certainty: 'stated',
  citation: citation({ n }),
  ...changes,
});

function have(entries: readonly TimelineEntry[], undated = 0): void {
  town.library.timeline = async (subject, wanted) => {
    asked.push(subject);
    return timelinePageOf({ subject, entries, undated }, wanted);
  };
}

beforeEach(async () => {
  town = await buildTown();
  asked.length = 0;
  await town.start();
});

afterEach(async () => {
  expect(town.loopback.violations).toEqual([]);
  await town.close();
});

const timeline = (subject: string, locale: 'zh-CN' | 'en-US' = 'zh-CN') =>
  town.loopback.command({
    user: town.member,
    guild: town.home,
    name: 'timeline',
    options: { subject },
    locale,
  });

it('/timeline gives each date with how it is known and its citation', async () => {
  have(
    [entry(4), entry(5, { certainty: 'resolved' }), entry(6, { certainty: 'inferred', iso: '--07-06' })],
    2,
  );
  const text = textOf(await timeline('林远山', 'en-US').answered());
  expect(text).toMatch(/^## 林远山: 3 dated entries\n-# ● date stated/);
  expect(text).toContain('-# 2 more articles about it cannot be dated');
  expect(text).toContain('**● 4 July 2021**  ·  stated · “7月4日”\n> 7月4日，市长**林远山**主持');
  expect(text).toContain(
    '-# [4] [青河市召开第三次防汛会议](https://example.org/qinghe/3) · 青河日报 · 5 July 2021 · ¶ 2',
  );
  expect(text).toContain('**◐ 5 July 2021**  ·  resolved');
  expect(text).toContain('**○ 6 July**  ·  inferred');
});

it('/timeline says so when nothing can be dated', async () => {
  const text = textOf(await timeline('**火星**').answered());
  expect(text).toBe('收录的文章里没有关于“\\*\\*火星\\*\\*”的、日期可考的记述。');
});

it('/timeline turns its pages after a restart; for somebody else in a message of his own', async () => {
  have(Array.from({ length: 20 }, (_, index) => entry(index + 1)));
  const first = await timeline('第三次会议：纪要').answered();
  await town.restart();
  const next = controlsOf(first, 'timeline')[2] ?? '';
  const theirs = town.loopback.click(first, next, town.moderator);
  expect(textOf(await theirs.answered())).toContain('7月7日');
  expect(theirs.ephemeral).toBe(true);
  const second = await town.loopback.click(first, next, town.member).answered();
  expect(second.id).toBe(first.id);
  expect(textOf(second)).toContain('7月12日');
  expect(new Set(asked).size).toBe(1);
});

it.each(['长'.repeat(70), 'a:b<c>"d"', '\u202e反向'])(
  '/timeline carries the subject %j in its buttons',
  async (subject) => {
    have(Array.from({ length: 20 }, (_, index) => entry(index + 1)));
    const first = await timeline(subject).answered();
    await town.loopback.click(first, controlsOf(first, 'timeline')[2] ?? '', town.member).answered();
    expect(asked[1]).toBe(asked[0]);
  },
);

it('/timeline stays within the limits with the longest names', async () => {
  const long = '*很长_'.repeat(400);
  const cited = citation({
    quote: long,
    highlights: [[700, 900]],
    article: article({ title: long, source: long }),
  });
  have(
    Array.from({ length: 200 }, (_, index) =>
      entry(1 + (index % 28), { citation: { ...cited, n: index + 1 } }),
    ),
  );
  const text = textOf(await timeline('会').answered());
  expect(text.length).toBeLessThanOrEqual(LIMITS.embedDescription);
  expect(text.split('\n').filter((line) => line.startsWith('**●'))).toHaveLength(6);
});

it('/timeline is private where answers are', async () => {
  await town.store.settings.set(town.home.id, { privateByDefault: true });
  const run = timeline('会');
  await run.answered();
  expect(run.ephemeral).toBe(true);
});
