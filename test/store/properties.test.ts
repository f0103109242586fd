import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storableText } from '../../src/store/driver.js';
import type { Store } from '../../src/store/store.js';
import { onBothDatabases, type TestDatabase } from './databases.js';

const NOW = 1_700_000_000_000;
const RUNS = { numRuns: 20 };

/** Text that has broken databases: SQL, NUL, halves of surrogate pairs, emoji, 4,000 characters, any other. */
const nastyText = fc.oneof(
  fc.constantFrom(
    "'; drop table wenju_uploads; --",
    '" or ""="',
    '\\',
    '%_$1?:a{}[]',
    'a\0b',
    '\0',
    '\ud83d',
    '\udc00\ud83d',
    '👨‍👩‍👧‍👦🇨🇳',
    'null',
    '',
    '文'.repeat(4000),
    '😀'.repeat(2000),
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 4000 }),
);

type Change =
  | { readonly act: 'put'; readonly name: string; readonly text: string }
  | { readonly act: 'remove'; readonly name: string }
  | { readonly act: 'hide' | 'unhide'; readonly id: string };

const name = fc.constantFrom('a.md', 'b.md');
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ act: fc.constant('put' as const), name, text: fc.constantFrom('1', '2') }),
  fc.record({ act: fc.constant('remove' as const), name }),
  fc.record({ act: fc.constantFrom('hide' as const, 'unhide' as const), id: fc.constantFrom('x', 'y') }),
);

async function apply({ uploads }: Store, step: Change): Promise<void> {
  if (step.act === 'put')
    await uploads.put({
      name: step.name,
      bytes: Buffer.from(step.text),
      sha256: step.text,
      addedBy: 'u',
      at: NOW,
    });
  else if (step.act === 'remove') await uploads.remove(step.name);
  else if (step.act === 'hide') await uploads.hide(step.id, { by: 'u', at: NOW });
  else await uploads.unhide(step.id);
}

/** All that a library reads of the store. */
async function contents({ uploads }: Store): Promise<string> {
  const files = await uploads.list();
  const texts = await Promise.all(
    files.map(async (file) => Buffer.from((await uploads.bytes(file.name)) ?? [])),
  );
  return JSON.stringify([files, texts.map(String), await uploads.hidden()]);
}

const property = <T>(
  database: TestDatabase,
  values: fc.Arbitrary<T>,
  holds: (store: Store, value: T, run: number) => Promise<void>,
): (() => Promise<void>) => {
  let run = 0;
  return async () => {
    const store = await database.open();
    await fc.assert(
      fc.asyncProperty(values, (value) => {
        run++;
        return holds(store, value, run);
      }),
      RUNS,
    );
  };
};

onBothDatabases((database) => {
  it(
    'has another revision after every change, and only then',
    property(database, fc.array(change, { maxLength: 12 }), async (store, changes) => {
      for (const step of changes) {
        const [before, revision] = [await contents(store), await store.uploads.revision()];
        await apply(store, step);
        const [after, next] = [await contents(store), await store.uploads.revision()];
        expect(next !== revision, `${JSON.stringify(step)} on ${before}`).toBe(after !== before);
      }
    }),
  );

  it(
    'never has a revision again',
    property(database, fc.array(change, { maxLength: 12 }), async (store, changes) => {
      const seen = new Map<string, string>();
      for (const step of changes) {
        await apply(store, step);
        const revision = await store.uploads.revision();
        const now = await contents(store);
        expect(seen.get(revision) ?? now).toBe(now);
        seen.set(revision, now);
      }
    }),
  );

  const sizes = fc.oneof(
    fc.nat({ max: 300 }),
    fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072, 400_001),
  );

  it(
    'gives back the bytes of uploads and drafts as they were',
    property(database, fc.tuple(sizes, fc.nat({ max: 255 })), async (store, [size, seed], run) => {
      // A view into a larger buffer, as files of a request often are.
      const bytes = new Uint8Array(size + 8).map((_, at) => at * 31 + seed).subarray(5, size + 5);
      const draft = { guildId: 'g', userId: 'u', name: 'a.md', bytes, at: NOW };
      const id = await store.drafts.create(draft);
      await store.uploads.put({ name: `${run}`, bytes, sha256: `${run}`, addedBy: 'u', at: NOW });
      expect(Buffer.from((await store.drafts.take(id))?.bytes ?? []).equals(bytes)).toBe(true);
      expect(Buffer.from((await store.uploads.bytes(`${run}`)) ?? []).equals(bytes)).toBe(true);
    }),
  );

  it(
    'counts one vote a person, the latest',
    property(
      database,
      fc.array(fc.record({ userId: fc.constantFrom('u1', 'u2', 'u3', 'u1"'), up: fc.boolean() })),
      async ({ feedback }, votes, run) => {
        const shownId = `s${run}`;
        for (const vote of votes) await feedback.vote({ shownId, guildId: 'g', at: NOW, ...vote });
        const latest = [...new Map(votes.map(({ userId, up }) => [userId, up])).values()];
        const up = latest.filter(Boolean).length;
        expect(await feedback.counts(shownId)).toEqual({ up, down: latest.length - up });
      },
    ),
  );

  it(
    'shows nobody the conversation of another place or person',
    property(
      database,
      fc.array(fc.record({ place: fc.constantFrom('1', '11', ''), user: fc.constantFrom('1', '11', '"') }), {
        maxLength: 20,
      }),
      async ({ conversations }, said, run) => {
        const at = NOW + run * 1000;
        for (const [n, { place, user }] of said.entries())
          await conversations.append(place, user, { question: `${n}`, answer: null, articles: [] }, at + n);
        for (const place of ['1', '11', '']) {
          for (const user of ['1', '11', '"']) {
            const own = [...said.keys()].filter((n) => said[n]?.place === place && said[n]?.user === user);
            const turns = await conversations.turns(place, user, at);
            expect(turns.map(({ question }) => Number(question))).toEqual(own.slice(-6));
          }
        }
      },
    ),
  );

  describe('with any text', () => {
    const two = fc.tuple(nastyText, nastyText);

    it(
      'keeps uploads and hidden articles',
      property(database, two, async ({ uploads }, [one, other]) => {
        const bytes = Buffer.from('text');
        await uploads.put({ name: one, bytes, sha256: 'h', addedBy: other, at: NOW });
        expect(Buffer.from((await uploads.bytes(one)) ?? []).toString()).toBe('text');
        expect((await uploads.list()).map((file) => file.name)).toContain(storableText(one));
        await uploads.hide(other, { by: one, at: NOW });
        expect(await uploads.hidden()).toContain(storableText(other));
        await uploads.unhide(other);
        expect(await uploads.remove(one)).toBe(true);
        expect(await uploads.list()).toEqual([]);
        expect(await uploads.hidden()).toEqual([]);
      }),
    );

    it(
      'keeps drafts',
      property(database, two, async ({ drafts }, [one, other]) => {
        const bytes = new Uint8Array([1]);
        const id = await drafts.create({ guildId: one, userId: other, name: one, bytes, at: NOW });
        expect(await drafts.take(one)).toBeNull();
        expect(await drafts.take(id)).toEqual({
          guildId: storableText(one),
          userId: storableText(other),
          name: storableText(one),
          bytes,
          at: NOW,
        });
      }),
    );

    it(
      'keeps shown answers',
      property(database, two, async ({ shown }, [one, other]) => {
        const answer = {
          guildId: null,
          question: one,
          filter: { source: other },
          locale: 'en-US',
          passages: [{ article: one, paragraph: 1 }],
          private: false,
          about: other,
          at: NOW,
        } as const;
        const id = await shown.save(answer);
        expect(await shown.get(id)).toEqual({
          ...answer,
          question: storableText(one),
          about: storableText(other),
        });
      }),
    );

    it(
      'keeps gaps of one server apart from all others, with votes',
      property(
        database,
        fc.tuple(nastyText, nastyText, nastyText),
        async (store, [guild, text, user], run) => {
          const guildId = `${run}${guild}`;
          const shownId = `${run}${text}`;
          await store.gaps.record({
            guildId,
            question: text,
            language: 'en',
            reason: text,
            at: NOW,
            shownId,
          });
          await store.feedback.vote({ shownId, guildId, userId: user, up: true, at: NOW });
          expect(await store.gaps.list(guildId, 0)).toEqual([
            expect.objectContaining({ question: storableText(text), reason: storableText(text), up: 1 }),
          ]);
        },
      ),
    );

    it(
      'keeps conversations',
      property(database, two, async ({ conversations }, [one, other], run) => {
        const place = `${run}${one}`;
        await conversations.append(place, other, { question: one, answer: other, articles: [one] }, NOW);
        expect(await conversations.turns(place, other, NOW)).toEqual([
          { question: storableText(one), answer: storableText(other), articles: [one] },
        ]);
      }),
    );

    it(
      'keeps settings and the log of acts',
      property(database, two, async ({ settings, audit }, [one, other], run) => {
        const guildId = `${run}${one}`;
        await settings.set(guildId, { mentionChannels: [other], moderatorRoleId: one });
        expect(await settings.get(guildId)).toMatchObject({ mentionChannels: [other], moderatorRoleId: one });
        await audit.append({ guildId, userId: other, act: one, detail: other, at: NOW });
        expect(await audit.last(guildId, 5)).toEqual([
          {
            guildId: storableText(guildId),
            userId: storableText(other),
            act: storableText(one),
            detail: storableText(other),
            at: NOW,
          },
        ]);
      }),
    );
  });
});
