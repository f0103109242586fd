import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoreChange } from '../../src/store/changes.js';
import { openStore, type Store } from '../../src/store/store.js';
import { onBothDatabases } from './databases.js';
import { inPostgres, type PostgresServer, postgresMissing, startPostgres } from './postgres.js';

const GUILD = '123456789012345678';
/** A word comes within milliseconds, a look at the store within seconds. */
const SOON = { timeout: 4_000 };
const SECONDS = { timeout: 20_000 };

function upload(name: string) {
  const bytes = new TextEncoder().encode(name);
  return { name, bytes, sha256: name, addedBy: 'somebody', at: 1 };
}

function heardBy(store: Store): StoreChange[] {
  const heard: StoreChange[] = [];
  store.changes.subscribe((change) => heard.push(change));
  return heard;
}

onBothDatabases((database) => {
  it('tells its own process of changed articles and settings, and nobody who has had enough', async () => {
    const store = await database.open();
    const heard = heardBy(store);
    const stop = store.changes.subscribe(() => {
      throw new Error('It was told all the same.');
    });
    stop();
    // A new listener is told that it may have missed something; what counts is what comes then.
    await pause(300);
    heard.length = 0;
    await store.settings.set(GUILD, { privateByDefault: true });
    await expect.poll(() => heard, SOON).toContainEqual({ of: 'settings', guildId: GUILD });
    await store.uploads.put(upload('a.txt'));
    await expect.poll(() => heard, SOON).toContainEqual({ of: 'articles' });
  });

  it('has another revision of the index after each that was renewed', async () => {
    const store = await database.open();
    const before = await store.changes.indexRevision();
    expect(await store.changes.indexRevision()).toBe(before);
    await store.changes.indexRenewed();
    expect(await store.changes.indexRevision()).not.toBe(before);
  });
});

describe.skipIf(postgresMissing !== null)(inPostgres('stores of several processes in PostgreSQL'), () => {
  let server: PostgresServer;
  let databaseUrl: string;
  let here: Store;
  let there: Store;

  beforeAll(async () => {
    server = await startPostgres();
  });
  beforeEach(async () => {
    databaseUrl = await server.newDatabase();
    here = await openStore({ dataDir: '/nonexistent', databaseUrl });
    there = await openStore({ dataDir: '/nonexistent', databaseUrl });
  });
  afterEach(async () => {
    await here.close();
    await there.close();
  });
  afterAll(() => server.remove());

  async function sql(text: string): Promise<readonly { readonly n: number }[]> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      return (await client.query<{ n: number }>(text)).rows;
    } finally {
      await client.end();
    }
  }

  const connections = async (): Promise<number> =>
    (await sql("select count(*)::int as n from pg_stat_activity where application_name = 'wenju'"))[0]?.n ??
    0;

  /** Waits until the listener is connected. */
  async function listening(heard: StoreChange[]): Promise<void> {
    await expect.poll(() => heard, SOON).toContainEqual({ of: 'settings', guildId: null });
    heard.length = 0;
  }

  it.each([
    ['an upload', (store: Store) => store.uploads.put(upload('a.txt'))],
    ['an article that was taken out', (store: Store) => store.uploads.hide('x', { by: 'y', at: 1 })],
    ['a renewed index', (store: Store) => store.changes.indexRenewed()],
  ])('one hears at once of %s in the other', async (_, change) => {
    const heard = heardBy(here);
    await listening(heard);
    await change(there);
    await expect.poll(() => heard, SOON).toEqual([{ of: 'articles' }]);
  });

  it('one hears at once of settings in the other, and of nothing that was not changed', async () => {
    const heard = heardBy(here);
    await listening(heard);
    await there.uploads.unhide('was never hidden');
    await there.settings.set(GUILD, { retentionDays: 3 });
    await expect.poll(() => heard, SOON).toEqual([{ of: 'settings', guildId: GUILD }]);
  });

  it('hears of articles whose word was lost, because it looks by itself', async () => {
    const heard = heardBy(here);
    await listening(heard);
    await sql("update wenju_state set value = 'changed in silence' where name = 'revision'");
    await expect.poll(() => heard, SECONDS).toEqual([{ of: 'articles' }]);
  }, 30_000);

  it('listens again when the server was away, and then tells that settings may have changed', async () => {
    const heard = heardBy(here);
    await listening(heard);
    await server.stop('SIGQUIT');
    await server.start();
    await expect.poll(() => heard, SECONDS).toContainEqual({ of: 'settings', guildId: null });
    heard.length = 0;
    await there.settings.set(GUILD, { retentionDays: 4 });
    await expect.poll(() => heard, SECONDS).toContainEqual({ of: 'settings', guildId: GUILD });
  }, 60_000);

  it('leaves no connection behind, however often somebody listened', async () => {
    const stops = Array.from({ length: 20 }, () => here.changes.subscribe(() => {}));
    for (const stop of stops) stop();
    for (let round = 0; round < 10; round++) here.changes.subscribe(() => {})();
    await there.settings.set(GUILD, { retentionDays: 5 });
    await here.close();
    await there.close();
    await expect.poll(connections, SOON).toBe(0);
  });

  it('counts over both, begins anew after the time, and forgets what is past', async () => {
    const add = (store: Store) => store.counts?.add(['asker', 'p'], 400);
    const counted = await Promise.all(Array.from({ length: 20 }, (_, n) => add(n % 2 === 0 ? here : there)));
    expect(counted.map((one) => one?.count).sort((a = 0, b = 0) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    );
    expect(counted.every((one) => one !== undefined && one.msLeft > 0 && one.msLeft <= 400)).toBe(true);
    expect(await here.counts?.add(['asker', 'q'], 400)).toMatchObject({ count: 1 });
    await pause(450);
    expect(await here.counts?.purge()).toBe(2);
    expect(await add(there)).toMatchObject({ count: 1 });
  });

  it('keeps counts under names that tell nobody', async () => {
    await here.counts?.add(['asker', GUILD], 10_000);
    expect(JSON.stringify(await sql('select * from wenju_counts'))).not.toContain(GUILD);
  });

  it('runs work under a name one after the other, and tells who waits', async () => {
    const order: string[] = [];
    const waits: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await pause(300);
      order.push(`${name} ends`);
      return name;
    };
    const waiting = { patience: 5_000, onWait: () => void waits.push('b') };
    const first = here.alone('index', work('a'), waiting);
    await pause(100);
    const second = there.alone('index', work('b'), waiting);
    expect(await Promise.all([first, second])).toEqual(['a', 'b']);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect(waits).toEqual(['b']);
  });

  it('gives up waiting in time, and lets others in after work that failed', async () => {
    const waiting = { patience: 200, onWait: () => {} };
    const failing = here.alone(
      'index',
      async () => {
        await pause(600);
        throw new Error('broken');
      },
      waiting,
    );
    const outcome = failing.catch(({ message }: Error) => message);
    await pause(50);
    expect(await there.alone('index', async () => 'had it', waiting)).toBe('late');
    expect(await outcome).toBe('broken');
    expect(await there.alone('index', async () => 'had it', waiting)).toBe('had it');
  });
});
