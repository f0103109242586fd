import { describe, expect, it } from 'vitest';
import { onBothDatabases } from './databases.js';

const DAY = 86_400_000;
const NOW = 1_700_000_000_000;
const SHOWN = {
  guildId: 'g1',
  question: '第十四次专题会议由谁主持？',
  filter: { source: '河湾日报', since: '2021-07' },
  locale: 'zh-CN',
  passages: [{ article: 'a-1', paragraph: 3 }],
  private: true,
  about: '第十四次专题会议',
  at: NOW,
} as const;
const GAP = { guildId: 'g1', question: '谁？', language: 'zh-Hans', reason: '没有', at: NOW } as const;
const TURN = { question: '谁主持？', answer: '楼某', articles: ['a-1', 'b'] };

onBothDatabases((database) => {
  describe('uploads', () => {
    const file = (name: string, text: string) => ({
      name,
      bytes: Buffer.from(text),
      sha256: `hash of ${text}`,
      addedBy: 'u1',
      at: NOW,
    });

    it('lists what was put, by name', async () => {
      const { uploads } = await database.open();
      for (const name of ['b.md', '湾.txt', 'B.md', 'a.md']) await uploads.put(file(name, name));
      expect(await uploads.list()).toEqual(
        ['B.md', 'a.md', 'b.md', '湾.txt'].map((name) => ({
          name,
          size: Buffer.byteLength(name),
          sha256: `hash of ${name}`,
          at: NOW,
        })),
      );
    });

    it('replaces a file of the same name', async () => {
      const { uploads } = await database.open();
      await uploads.put(file('a.md', 'old'));
      await uploads.put(file('a.md', 'new and longer'));
      expect(Buffer.from((await uploads.bytes('a.md')) ?? []).toString()).toBe('new and longer');
      expect(await uploads.list()).toHaveLength(1);
    });

    it('gives null for a file that is not there', async () => {
      const { uploads } = await database.open();
      expect(await uploads.bytes('a.md')).toBeNull();
      expect(await uploads.remove('a.md')).toBe(false);
    });

    it('removes a file', async () => {
      const { uploads } = await database.open();
      await uploads.put(file('a.md', 'text'));
      expect(await uploads.remove('a.md')).toBe(true);
      expect(await uploads.list()).toEqual([]);
      expect(await uploads.bytes('a.md')).toBeNull();
    });

    it('hides articles once each, until they are shown again', async () => {
      const { uploads } = await database.open();
      for (const id of ['b', 'a', 'b']) await uploads.hide(id, { by: 'u1', at: NOW });
      expect(await uploads.hidden()).toEqual(['a', 'b']);
      await uploads.unhide('a');
      expect(await uploads.hidden()).toEqual(['b']);
    });

    it('keeps files and revision when it is opened again', async () => {
      const place = await database.place();
      const before = await database.open(place);
      await before.uploads.put(file('a.md', 'text'));
      await before.uploads.hide('b', { by: 'u1', at: NOW });
      const revision = await before.uploads.revision();
      await before.close();
      const { uploads } = await database.open(place);
      expect(await uploads.revision()).toBe(revision);
      expect(Buffer.from((await uploads.bytes('a.md')) ?? []).toString()).toBe('text');
      expect(await uploads.hidden()).toEqual(['b']);
    });

    it('reads a whole file, the old or the new one, while it is replaced', async () => {
      const place = await database.place();
      const { uploads } = await database.open(place);
      const reader = (await database.open(place)).uploads;
      const sizes = [300_000, 200_000];
      await uploads.put({ ...file('a.md', 'first'), bytes: new Uint8Array(300_000).fill(7) });
      const writing = (async () => {
        for (let round = 0; round < 6; round++) {
          const bytes = new Uint8Array(sizes[round % 2] ?? 0).fill(round);
          await uploads.put({ ...file('a.md', `round ${round}`), bytes });
        }
      })();
      for (let round = 0; round < 6; round++) {
        const bytes = (await reader.bytes('a.md')) ?? new Uint8Array();
        expect(sizes).toContain(bytes.length);
        expect(new Set(bytes).size).toBe(1);
      }
      await writing;
    });

    it('is told once of the same file that two put at the same time', async () => {
      const place = await database.place();
      const [a, b] = [await database.open(place), await database.open(place)];
      await Promise.all([a.uploads.put(file('a.md', 'text')), b.uploads.put(file('a.md', 'text'))]);
      const revision = await a.uploads.revision();
      await b.uploads.put(file('a.md', 'text'));
      expect(await a.uploads.revision()).toBe(revision);
      expect(Buffer.from((await b.uploads.bytes('a.md')) ?? []).toString()).toBe('text');
    });
  });

  describe('drafts', () => {
    const draft = { guildId: 'g1', userId: 'u1', name: 'a.md', bytes: new Uint8Array([0, 255, 7]), at: NOW };

    it('come back by an id that fits a custom_id and that nobody guesses', async () => {
      const { drafts } = await database.open();
      const id = await drafts.create(draft);
      expect(id).toMatch(/^[\w-]{12}$/u);
      expect(await drafts.get(id)).toEqual(draft);
      expect(await drafts.get('another')).toBeNull();
    });

    it('are given to one of two who take them', async () => {
      const { drafts } = await database.open();
      const id = await drafts.create(draft);
      const taken = await Promise.all([drafts.take(id), drafts.take(id)]);
      expect(taken.filter((one) => one !== null)).toEqual([draft]);
      expect(await drafts.get(id)).toBeNull();
    });

    it('are gone when discarded', async () => {
      const { drafts } = await database.open();
      const id = await drafts.create(draft);
      await drafts.discard(id);
      await drafts.discard(id);
      expect(await drafts.take(id)).toBeNull();
    });

    it('are purged when they are old', async () => {
      const { drafts } = await database.open();
      const old = await drafts.create({ ...draft, at: NOW - DAY });
      const fresh = await drafts.create(draft);
      expect(await drafts.purge(NOW)).toBe(1);
      expect(await drafts.get(old)).toBeNull();
      expect(await drafts.get(fresh)).toEqual(draft);
    });
  });

  describe('shown answers', () => {
    it('come back as they were saved', async () => {
      const { shown } = await database.open();
      const id = await shown.save(SHOWN);
      expect(id).toMatch(/^[\w-]{12}$/u);
      expect(await shown.get(id)).toEqual(SHOWN);
      const direct = await shown.save({ ...SHOWN, guildId: null, question: null, about: null, filter: {} });
      expect(await shown.get(direct)).toMatchObject({ guildId: null, question: null, filter: {} });
      expect(await shown.get('another')).toBeNull();
    });

    it('forget the question after a time, and go on working', async () => {
      const { shown } = await database.open();
      const old = await shown.save({ ...SHOWN, at: NOW - DAY });
      const fresh = await shown.save(SHOWN);
      expect(await shown.forgetTexts(NOW)).toBe(1);
      expect(await shown.get(old)).toEqual({ ...SHOWN, at: NOW - DAY, question: null, about: null });
      expect(await shown.get(fresh)).toEqual(SHOWN);
      expect(await shown.forgetTexts(NOW)).toBe(0);
    });

    it('forget the questions of one server alone', async () => {
      const { shown } = await database.open();
      const here = await shown.save(SHOWN);
      const there = await shown.save({ ...SHOWN, guildId: 'g2' });
      expect(await shown.forgetTexts(NOW + 1, 'g1')).toBe(1);
      expect((await shown.get(here))?.question).toBeNull();
      expect((await shown.get(there))?.question).toBe(SHOWN.question);
    });

    it('are purged with their votes, however many there are', async () => {
      const { shown, feedback } = await database.open();
      const ids: string[] = [];
      for (let n = 0; n < 450; n++) ids.push(await shown.save({ ...SHOWN, at: NOW - DAY }));
      const [voted = ''] = ids;
      await feedback.vote({ shownId: voted, guildId: 'g1', userId: 'u1', up: true, at: NOW });
      expect(await shown.purge(NOW)).toBe(450);
      expect(await shown.get(voted)).toBeNull();
      expect(await feedback.counts(voted)).toEqual({ up: 0, down: 0 });
    });
  });

  describe('feedback', () => {
    it('counts the latest vote of each person', async () => {
      const { feedback } = await database.open();
      const vote = (userId: string, up: boolean, shownId = 's1') =>
        feedback.vote({ shownId, guildId: null, userId, up, at: NOW });
      await vote('u1', true);
      await vote('u2', true);
      await vote('u1', false);
      await vote('u1', false);
      await vote('u3', true, 's2');
      expect(await feedback.counts('s1')).toEqual({ up: 1, down: 1 });
      expect(await feedback.counts('s3')).toEqual({ up: 0, down: 0 });
    });
  });

  describe('gaps', () => {
    it('are listed newest first, with the votes on what was shown', async () => {
      const { gaps, feedback } = await database.open();
      await gaps.record({ ...GAP, question: 'first', at: NOW - 2, shownId: 's1' });
      await gaps.record({ ...GAP, question: 'second', at: NOW, reason: null });
      await gaps.record({ ...GAP, question: 'third', at: NOW, language: 'en' });
      for (const [userId, up] of [
        ['u1', true],
        ['u2', false],
        ['u3', false],
      ] as const)
        await feedback.vote({ shownId: 's1', guildId: 'g1', userId, up, at: NOW });
      expect(await gaps.list('g1', NOW - 2)).toEqual([
        expect.objectContaining({ question: 'third', language: 'en', up: 0, down: 0 }),
        expect.objectContaining({ question: 'second', language: 'zh-Hans', reason: null, at: NOW }),
        expect.objectContaining({ question: 'first', reason: '没有', up: 1, down: 2 }),
      ]);
    });

    it('belong to one server', async () => {
      const { gaps } = await database.open();
      await gaps.record(GAP);
      expect(await gaps.list('g2', 0)).toEqual([]);
    });

    it('begin at a time', async () => {
      const { gaps } = await database.open();
      await gaps.record(GAP);
      expect(await gaps.list('g1', NOW + 1)).toEqual([]);
    });

    it('are all listed once when there are more than a page, also of the same moment', async () => {
      const { gaps } = await database.open();
      for (let n = 0; n < 1000; n++)
        await gaps.record({ ...GAP, question: `${n}`, at: NOW + Math.floor(n / 300) });
      const questions = (await gaps.list('g1', 0)).map(({ question }) => question);
      expect(questions).toEqual(Array.from({ length: 1000 }, (_, n) => `${999 - n}`));
    });

    it('are purged by age, everywhere or in one server', async () => {
      const { gaps } = await database.open();
      for (const guildId of ['g1', 'g2', 'g3']) {
        await gaps.record({ ...GAP, guildId, at: NOW - DAY });
        await gaps.record({ ...GAP, guildId });
      }
      expect(await gaps.purgeGuild('g1', NOW)).toBe(1);
      expect((await gaps.list('g2', 0)).length).toBe(2);
      expect(await gaps.purge(NOW)).toBe(2);
      expect((await gaps.list('g1', 0)).map(({ at }) => at)).toEqual([NOW]);
    });
  });

  describe('conversations', () => {
    it('remember the last turns, oldest first', async () => {
      const { conversations } = await database.open();
      for (let n = 0; n < 9; n++)
        await conversations.append('c1', 'u1', { ...TURN, question: `${n}`, answer: null }, NOW);
      const turns = await conversations.turns('c1', 'u1', NOW);
      expect(turns.map(({ question }) => question)).toEqual(['3', '4', '5', '6', '7', '8']);
      expect(turns[0]).toEqual({ question: '3', answer: null, articles: TURN.articles });
    });

    it('begin at a time', async () => {
      const { conversations } = await database.open();
      await conversations.append('c1', 'u1', { ...TURN, question: 'old' }, NOW - 1);
      await conversations.append('c1', 'u1', TURN, NOW);
      expect(await conversations.turns('c1', 'u1', NOW)).toEqual([TURN]);
    });

    it('are purged by age', async () => {
      const { conversations } = await database.open();
      await conversations.append('c1', 'u1', TURN, NOW - 1);
      await conversations.append('c1', 'u1', TURN, NOW);
      expect(await conversations.purge(NOW)).toBe(1);
      expect(await conversations.turns('c1', 'u1', 0)).toEqual([TURN]);
    });
  });

  describe('settings', () => {
    const DEFAULTS = {
      mentionChannels: null,
      privateByDefault: false,
      language: null,
      moderatorRoleId: null,
      retentionDays: 30,
    };

    it('are null where nothing was set', async () => {
      const { settings } = await database.open();
      expect(await settings.get('g1')).toBeNull();
      expect(await settings.set('g1', {})).toEqual(DEFAULTS);
      expect(await settings.get('g1')).toBeNull();
    });

    it('change what the patch names', async () => {
      const { settings } = await database.open();
      expect(await settings.set('g1', { language: 'zh-TW', retentionDays: 0 })).toEqual({
        ...DEFAULTS,
        language: 'zh-TW',
        retentionDays: 0,
      });
      await settings.set('g1', { language: null, mentionChannels: ['c1', 'c2'], privateByDefault: true });
      expect(await settings.get('g1')).toEqual({
        ...DEFAULTS,
        retentionDays: 0,
        mentionChannels: ['c1', 'c2'],
        privateByDefault: true,
      });
    });

    it('keep both changes of two moderators who set different things at once', async () => {
      const place = await database.place();
      const [a, b] = [await database.open(place), await database.open(place)];
      await Promise.all([
        a.settings.set('g1', { moderatorRoleId: 'r1' }),
        b.settings.set('g1', { retentionDays: 7 }),
      ]);
      expect(await a.settings.get('g1')).toEqual({ ...DEFAULTS, moderatorRoleId: 'r1', retentionDays: 7 });
    });

    it('are listed by server', async () => {
      const { settings } = await database.open();
      await settings.set('g1', { retentionDays: 7 });
      await settings.set('g2', { retentionDays: 8, language: 'en-US' });
      const all = await settings.all();
      expect(
        new Map(all.map(({ guildId, settings: { retentionDays } }) => [guildId, retentionDays])),
      ).toEqual(
        new Map([
          ['g1', 7],
          ['g2', 8],
        ]),
      );
    });
  });

  describe('audit', () => {
    const entry = { guildId: 'g1', userId: 'u1', act: 'reindex', detail: '3 articles', at: NOW };

    it('shows the last acts of one server, newest first', async () => {
      const { audit } = await database.open();
      for (const detail of ['1', '2', '3']) await audit.append({ ...entry, detail });
      await audit.append({ ...entry, guildId: 'g2' });
      expect(await audit.last('g1', 2)).toEqual([
        { ...entry, detail: '3' },
        { ...entry, detail: '2' },
      ]);
    });

    it('is purged by age', async () => {
      const { audit } = await database.open();
      await audit.append({ ...entry, at: NOW - DAY });
      await audit.append(entry);
      expect(await audit.purge(NOW)).toBe(1);
      expect(await audit.last('g1', 10)).toEqual([entry]);
    });
  });

  describe('a store', () => {
    it('answers when it is healthy', async () => {
      const store = await database.open();
      await expect(store.health()).resolves.toBeUndefined();
    });

    it('is closed once, however often it is asked to', async () => {
      const store = await database.open();
      await store.close();
      await expect(store.close()).resolves.toBeUndefined();
      await expect(store.health()).rejects.toThrow();
    });

    it('opens when eight processes make it at the same time', async () => {
      const place = await database.place();
      const stores = await Promise.all(Array.from({ length: 8 }, () => database.open(place)));
      await stores[0]?.audit.append({ guildId: 'g1', userId: 'u1', act: 'a', detail: 'b', at: NOW });
      for (const store of stores) expect(await store.audit.last('g1', 9)).toHaveLength(1);
      expect(new Set(await Promise.all(stores.map(({ uploads }) => uploads.revision()))).size).toBe(1);
    });

    it('keeps what several processes write at once', async () => {
      const place = await database.place();
      const stores = await Promise.all(Array.from({ length: 4 }, () => database.open(place)));
      await Promise.all(
        stores.flatMap(({ gaps, uploads }, n) =>
          Array.from({ length: 25 }, async (_, m) => {
            await gaps.record(GAP);
            await uploads.hide(`${n}-${m}`, { by: 'u', at: NOW });
          }),
        ),
      );
      expect(await stores[0]?.gaps.list('g1', 0)).toHaveLength(100);
      expect(await stores[1]?.uploads.hidden()).toHaveLength(100);
    });
  });
});
