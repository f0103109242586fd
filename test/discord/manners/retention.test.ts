import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepPurging, purge, retentionDays } from '../../../src/discord/manners/retention.js';
import { openStore, type Store } from '../../../src/store/store.js';
import { recordingLogger } from '../library-double.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2031, 4, 5);
const GUILD = '100000000000000001';
const SHORT = '100000000000000002';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retention-'));
  store = await openStore({ dataDir: folder });
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const gap = (guildId: string, days: number) =>
  store.gaps.record({
    guildId,
    question: `${days} 天前`,
    language: 'zh-Hans',
    reason: null,
    at: NOW - days * DAY,
  });
const shown = (guildId: string | null, days: number) =>
  store.shown.save({
    guildId,
    question: '谁？',
    filter: {},
    locale: 'zh-CN',
    passages: [],
    private: false,
    about: '第三次会议',
    at: NOW - days * DAY,
  });
const questions = async (guildId: string) =>
  (await store.gaps.list(guildId, 0)).map(({ question }) => question);

describe('retentionDays', () => {
  it.each([
    [undefined, null, 30],
    [undefined, 7, 7],
    [undefined, 365, 30],
    [365, 90, 90],
    [0, 30, 0],
    [30, 0, 0],
  ])('is, of %s allowed and %s set, %s', (most, set, expected) => {
    expect(retentionDays(most, set === null ? null : { retentionDays: set })).toBe(expected);
  });
});

describe('purge', () => {
  it('deletes questions that are older than the configured days, in every server', async () => {
    for (const days of [1, 29, 31]) await gap(GUILD, days);
    await purge(store, NOW, 30);
    expect(await questions(GUILD)).toEqual(['1 天前', '29 天前']);
  });

  it("deletes a server's earlier when its moderators set fewer days", async () => {
    await store.settings.set(SHORT, { retentionDays: 7 });
    for (const guild of [GUILD, SHORT]) for (const days of [1, 8]) await gap(guild, days);
    await purge(store, NOW, 30);
    expect(await questions(SHORT)).toEqual(['1 天前']);
    expect(await questions(GUILD)).toHaveLength(2);
  });

  it('keeps nothing at all where the days are none', async () => {
    await store.settings.set(SHORT, { retentionDays: 0 });
    await gap(SHORT, 0.001);
    await purge(store, NOW, 30);
    expect(await questions(SHORT)).toEqual([]);
  });

  it('ends conversations at once where no words are kept anywhere', async () => {
    await store.conversations.append('c', 'u', { question: '谁？', answer: null, articles: [] }, NOW);
    await purge(store, NOW, 30);
    expect(await store.conversations.turns('c', 'u', 0)).toHaveLength(1);
    await purge(store, NOW, 0);
    expect(await store.conversations.turns('c', 'u', 0)).toEqual([]);
  });

  it('forgets the words of old questions, in servers and direct messages, but not what their buttons need', async () => {
    const [old, young, direct] = [await shown(GUILD, 31), await shown(GUILD, 29), await shown(null, 31)];
    await purge(store, NOW, 30);
    expect(await store.shown.get(old)).toMatchObject({ question: null, about: null, guildId: GUILD });
    expect(await store.shown.get(direct)).toMatchObject({ question: null, about: null });
    expect(await store.shown.get(young)).toMatchObject({ question: '谁？' });
  });

  it('deletes the rest in its own time: answers and acts after a year, files after a day, turns after half an hour', async () => {
    const [gone, there] = [await shown(GUILD, 366), await shown(GUILD, 364)];
    const draft = { guildId: GUILD, userId: '1', name: 'a.txt', bytes: Buffer.from('a') };
    const [late, early] = [
      await store.drafts.create({ ...draft, at: NOW - 1.1 * DAY }),
      await store.drafts.create({ ...draft, at: NOW - 0.9 * DAY }),
    ];
    const turn = { question: '谁？', answer: null, articles: [] };
    await store.conversations.append('c', 'u', turn, NOW - 31 * 60_000);
    await store.conversations.append('c', 'u', turn, NOW - 29 * 60_000);
    for (const days of [366, 364]) {
      await store.audit.append({
        guildId: GUILD,
        userId: '1',
        act: 'reindex',
        detail: '',
        at: NOW - days * DAY,
      });
    }
    await purge(store, NOW, 30);
    expect(await store.shown.get(gone)).toBeNull();
    expect(await store.shown.get(there)).not.toBeNull();
    expect(await store.drafts.get(late)).toBeNull();
    expect(await store.drafts.get(early)).not.toBeNull();
    expect(await store.conversations.turns('c', 'u', 0)).toHaveLength(1);
    expect(await store.audit.last(GUILD, 10)).toHaveLength(1);
  });
});

describe('keepPurging', () => {
  it('purges at once and every day, and stops', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      let now = NOW;
      await gap(GUILD, 29.5);
      const stop = keepPurging({ store, clock: () => now, most: 30, logger: recordingLogger() });
      await vi.waitFor(async () => expect(await questions(GUILD)).toHaveLength(1));
      now += DAY;
      vi.advanceTimersByTime(DAY);
      await vi.waitFor(async () => expect(await questions(GUILD)).toHaveLength(0));
      stop();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('goes on after a failure, which is logged', async () => {
    const logger = recordingLogger();
    const broken = {
      ...store,
      settings: { ...store.settings, all: () => Promise.reject(new Error('locked')) },
    };
    const stop = keepPurging({ store: broken, clock: () => NOW, most: 30, logger });
    await vi.waitFor(() =>
      expect(logger.entries).toMatchObject([{ level: 'warn', error: { message: 'locked' } }]),
    );
    stop();
  });
});
