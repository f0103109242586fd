/** The ways to back up and restore that docs/operating.md names. */
import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store, type StoreSettings } from '../../src/store/store.js';
import { newFolder } from '../command-line.js';
import { inPostgres, postgresMissing, postgresProgram, startPostgres } from './postgres.js';

/** The project's folder, where the commands are run. */
const ROOT = dirname(createRequire(import.meta.url).resolve('../../package.json'));
const BYTES = new Uint8Array(200_000).map((_, at) => at * 7);
const TURN = { question: '谁主持？', answer: null, articles: ['a'] };

let folder: string;

beforeEach(async () => {
  folder = await newFolder();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function fill({ uploads, settings, conversations }: Store): Promise<void> {
  await uploads.put({ name: '湾.txt', bytes: BYTES, sha256: 'h', addedBy: 'u', at: 1 });
  await uploads.hide('a', { by: 'u', at: 1 });
  await settings.set('g', { retentionDays: 3 });
  await conversations.append('c', 'u', TURN, 1);
}

/** Everything is as it was; conversations are found again only with the secret of the first store. */
async function expectRestored(place: StoreSettings, revision: string): Promise<void> {
  const store = await openStore(place);
  try {
    expect(Buffer.from((await store.uploads.bytes('湾.txt')) ?? []).equals(BYTES)).toBe(true);
    expect(await store.uploads.hidden()).toEqual(['a']);
    expect(await store.uploads.revision()).toBe(revision);
    expect((await store.settings.get('g'))?.retentionDays).toBe(3);
    expect(await store.conversations.turns('c', 'u', 0)).toEqual([TURN]);
    await store.uploads.unhide('a');
    expect(await store.uploads.revision()).not.toBe(revision);
  } finally {
    await store.close();
  }
}

describe('a store in a file', () => {
  it('is copied while Wenju runs by one command', async () => {
    const store = await openStore({ dataDir: join(folder, 'data') });
    await fill(store);
    const from = join(folder, 'data', 'store.sqlite');
    await mkdir(join(folder, 'restored'));
    const script = `new (require('libsql'))('${from}').exec("vacuum into '${join(folder, 'restored', 'store.sqlite')}'")`;
    await promisify(execFile)(process.execPath, ['-e', script], { cwd: ROOT });
    const revision = await store.uploads.revision();
    await store.uploads.hide('after the backup', { by: 'u', at: 2 });
    await store.close();
    await expectRestored({ dataDir: join(folder, 'restored') }, revision);
  });

  it('is copied as files while Wenju is stopped', async () => {
    const store = await openStore({ dataDir: join(folder, 'data') });
    await fill(store);
    const revision = await store.uploads.revision();
    await store.close();
    await cp(join(folder, 'data'), join(folder, 'restored'), { recursive: true });
    await expectRestored({ dataDir: join(folder, 'restored') }, revision);
  });
});

describe.skipIf(postgresMissing !== null)(inPostgres('a store in PostgreSQL'), () => {
  it('is copied by pg_dump and put back by psql', async () => {
    const server = await startPostgres();
    try {
      const [from, to] = [await server.newDatabase(), await server.newDatabase()];
      const store = await openStore({ dataDir: folder, databaseUrl: from });
      await fill(store);
      const revision = await store.uploads.revision();
      await store.close();
      const dump = join(folder, 'wenju.sql');
      execFileSync(postgresProgram('pg_dump'), ['--table=wenju_*', '--no-owner', `--file=${dump}`, from]);
      execFileSync(postgresProgram('psql'), ['--quiet', '--set=ON_ERROR_STOP=1', `--file=${dump}`, to], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      await expectRestored({ dataDir: folder, databaseUrl: to }, revision);
    } finally {
      await server.remove();
    }
  });
});
