import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/errors.js';
import { openStore, type Store } from '../../src/store/store.js';
import { CORPUS, newFolder, wenju } from '../command-line.js';
import { inPostgres, type PostgresServer, postgresMissing, startPostgres } from './postgres.js';

const DATA_DIR = '/nonexistent';
const GAP = { guildId: 'g', question: 'q', language: 'en', reason: null, at: 1 } as const;

describe.skipIf(postgresMissing !== null)(inPostgres('a store in PostgreSQL'), () => {
  let server: PostgresServer;
  const stores: Store[] = [];
  const warnings: unknown[] = [];

  beforeAll(async () => {
    server = await startPostgres();
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    warnings.length = 0;
  });
  afterAll(() => server.remove());

  async function open(databaseUrl: string): Promise<Store> {
    const warn = (...words: readonly unknown[]): void => void warnings.push(words);
    const store = await openStore({ dataDir: DATA_DIR, databaseUrl, warn });
    stores.push(store);
    return store;
  }

  async function faultOf(act: Promise<unknown>): Promise<StoreError> {
    const error: unknown = await act.then(
      () => null,
      (reason) => reason,
    );
    if (!(error instanceof StoreError)) throw new Error(`It is no StoreError: ${String(error)}`);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(server.password);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(encodeURIComponent(server.password));
    return error;
  }

  it('says where it is when the password is wrong, and shows neither the right nor the wrong one', async () => {
    const url = new URL(await server.newDatabase());
    url.password = 'not-the-password';
    const { fault, message } = await faultOf(open(url.href));
    expect(fault).toBe('refused');
    expect(message).toContain(`${url.host}${url.pathname}`);
    expect(message).toContain('DATABASE_URL');
    expect(message).not.toContain('not-the-password');
  });

  it.each([
    [
      'a database that is not there',
      (url: URL) => Object.assign(url, { pathname: '/missing' }).href,
      'refused',
    ],
    ['a port where nobody listens', (url: URL) => Object.assign(url, { port: '1' }).href, 'unreachable'],
    ['a host that is not there', (url: URL) => url.href.replace('127.0.0.1', 'db.invalid'), 'unreachable'],
    ['no address', (url: URL) => `not an address ${url.password}`, 'unreachable'],
    ['an address with a bad port', (url: URL) => `${url.href.replace(url.port, 'port')}`, 'unreachable'],
  ])('names what is wrong with %s', async (_, broken, fault) => {
    const url = broken(new URL(await server.newDatabase()));
    expect((await faultOf(open(url))).fault).toBe(fault);
  });

  it('refuses a store that a newer version made', async () => {
    const url = await server.newDatabase();
    await (await open(url)).close();
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("insert into wenju_migrations values ('9999-from-the-future', '2040-01-01')");
    await client.end();
    const { fault, message } = await faultOf(open(url));
    expect(fault).toBe('newer');
    expect(message).toContain('9999-from-the-future');
  });

  it('says that it is lost when the server goes, and works again when it is back', async () => {
    const store = await open(await server.newDatabase());
    await store.gaps.record(GAP);
    await server.stop('SIGQUIT');
    expect((await faultOf(store.gaps.record(GAP))).fault).toBe('unreachable');
    expect((await faultOf(store.uploads.hide('a', { by: 'u', at: 1 }))).fault).toBe('unreachable');
    expect((await faultOf(store.health())).fault).toBe('unreachable');
    await server.start();
    await expect(store.health()).resolves.toBeUndefined();
    await store.gaps.record(GAP);
    expect(await store.gaps.list('g', 0)).toHaveLength(2);
    expect(warnings.length).toBeGreaterThan(0);
    expect(inspect(warnings, { depth: 9 })).not.toContain(server.password);
  });

  it('fails in seconds when the server falls silent, and works again when it goes on', async () => {
    const store = await open(await server.newDatabase());
    server.signal('SIGSTOP');
    const started = performance.now();
    const faults = await Promise.all([
      faultOf(store.uploads.hide('a', { by: 'u', at: 1 })),
      faultOf(store.health()),
    ]);
    server.signal('SIGCONT');
    expect(faults.map(({ fault }) => fault)).toEqual(['unreachable', 'unreachable']);
    expect(performance.now() - started).toBeLessThan(20_000);
    await pause(100);
    await store.uploads.hide('b', { by: 'u', at: 1 });
    expect(await store.uploads.hidden()).toContain('b');
    await expect(store.health()).resolves.toBeUndefined();
  });

  it('serves the whole program: an upload in it is answered from, and the doctor looks at it', async () => {
    const databaseUrl = await server.newDatabase();
    const { uploads } = await open(databaseUrl);
    const text = '# 柳溪灯塔点亮\n\n4月9日晚，柳溪灯塔正式点亮，灯塔高四十二米，由石匠顾长河主持修建。\n';
    await uploads.put({ name: 'tower.md', bytes: Buffer.from(text), sha256: 'h', addedBy: 'u', at: 1 });
    const env = { DATA_DIR: await newFolder(), CORPUS_DIR: CORPUS, DATABASE_URL: databaseUrl };
    const asked = await wenju(['ask', '--json', '柳溪灯塔高多少米？'], { env });
    expect(JSON.parse(asked.stdout).citations[0].article.file).toBe('uploads/tower.md');
    const looked = await wenju(['doctor'], { env });
    expect(looked.stdout).toMatch(/^✓ Store {10}PostgreSQL lets Wenju in: 1 upload, 0 removals\.$/mu);
    expect(`${asked.stdout}${asked.stderr}${looked.stdout}${looked.stderr}`).not.toContain(server.password);
  }, 120_000);
});
