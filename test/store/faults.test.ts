import { execFile } from 'node:child_process';
import { appendFile, chmod, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StoreError, type StoreFault } from '../../src/store/errors.js';
import { openGaps } from '../../src/store/gaps.js';
import { migrate } from '../../src/store/migrations.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { openStore } from '../../src/store/store.js';
import { openUploads } from '../../src/store/uploads.js';
import { newFolder } from '../command-line.js';

const STRANGER = fileURLToPath(new URL('stranger.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');
const GAP = { guildId: 'g', question: 'q', language: 'en', reason: null, at: 1 } as const;

let dataDir: string;
let file: string;

beforeEach(async () => {
  dataDir = await newFolder();
  file = join(dataDir, 'store.sqlite');
});

afterEach(async () => {
  await chmod(dataDir, 0o700).catch(() => {});
  await rm(dataDir, { recursive: true, force: true });
});

/** The error that opening gives, which names the file. */
async function faultOf(opening: Promise<unknown>, path = file): Promise<StoreError> {
  const error: unknown = await opening.then(
    () => null,
    (reason) => reason,
  );
  if (!(error instanceof StoreError)) throw new Error(`It is no StoreError: ${String(error)}`);
  expect(error.message).toContain(path);
  return error;
}

async function newStore(): Promise<void> {
  const store = await openStore({ dataDir });
  for (let n = 0; n < 200; n++) await store.gaps.record({ ...GAP, question: 'question '.repeat(50) });
  await store.close();
}

function change(statement: string): void {
  const database = new Database(file);
  database.exec(statement);
  database.close();
}

describe('a store in a file', () => {
  it('moves what was written from its log into its file while it is open', async () => {
    const store = await openStore({ dataDir });
    const before = (await stat(file)).size;
    for (let n = 0; n < 150; n++) await store.gaps.record({ ...GAP, question: 'question '.repeat(200) });
    await vi.waitFor(async () => expect((await stat(file)).size).toBeGreaterThan(before + 200_000), 10_000);
    await store.gaps.record(GAP);
    expect(await store.gaps.list('g', 0)).toHaveLength(151);
    await store.close();
  });

  it('is closed before its process ends, also when nothing else keeps that alive', async () => {
    const script = `
      import { openStore } from ${JSON.stringify(new URL('../../src/store/store.ts', import.meta.url).href)};
      const store = await openStore({ dataDir: ${JSON.stringify(dataDir)} });
      for (let n = 0; n < 150; n++) await store.uploads.hide(String(n), { by: 'u', at: 1 });
      await store.close();
      process.stdout.write('closed');
    `;
    const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', script];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(stdout).toBe('closed');
    expect(await readdir(dataDir)).toEqual(['store.sqlite']);
  });

  it('can be read by nobody else', async () => {
    await newStore();
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('says that a file of something else is damaged, and how to mend it', async () => {
    await writeFile(file, 'no database at all, but long enough to look at'.repeat(500));
    const { fault, message } = await faultOf(openStore({ dataDir }));
    expect(fault).toBe('damaged');
    expect(message).toMatch(/backup|move the file away/u);
  });

  it('says so when pages in the middle are damaged', async () => {
    await newStore();
    const handle = await open(file, 'r+');
    await handle.write(Buffer.alloc((await stat(file)).size - 4096, 0xab), 0, undefined, 4096);
    await handle.close();
    expect((await faultOf(openStore({ dataDir }))).fault).toBe('damaged');
  });

  it('finds damage that opening does not see', async () => {
    await newStore();
    const store = await openStore({ dataDir });
    await expect(store.verify()).resolves.toBeUndefined();
    await store.close();
    const pages = await readFile(file);
    const at = pages.indexOf('question question');
    await writeFile(file, pages.fill(0xab, at - (at % 4096), at - (at % 4096) + 4096));
    const damaged = await openStore({ dataDir });
    expect((await faultOf(damaged.verify())).fault).toBe('damaged');
    expect((await faultOf(damaged.gaps.list('g', 0))).fault).toBe('damaged');
    await damaged.close();
  });

  it('opens a file that was made and never written', async () => {
    await writeFile(file, '');
    const store = await openStore({ dataDir });
    await expect(store.health()).resolves.toBeUndefined();
    await store.close();
  });

  it('opens with rubbish at the end of its log, as a crash may leave it', async () => {
    const store = await openStore({ dataDir });
    await store.gaps.record(GAP);
    const log = await readFile(`${file}-wal`);
    const pages = await readFile(file);
    await store.close();
    await writeFile(file, pages);
    await writeFile(`${file}-wal`, log);
    await appendFile(`${file}-wal`, Buffer.alloc(5000, 0xab));
    const again = await openStore({ dataDir });
    expect(await again.gaps.list('g', 0)).toHaveLength(1);
    await again.close();
  });

  it('does not touch the database of another program', async () => {
    change('create table theirs (a); insert into theirs values (1)');
    const before = await readFile(file);
    expect((await faultOf(openStore({ dataDir }))).fault).toBe('foreign');
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  it('names the newer version that made it', async () => {
    await newStore();
    change("insert into wenju_migrations values ('9999-from-the-future', '2040-01-01T00:00:00.000Z')");
    const { fault, message } = await faultOf(openStore({ dataDir }));
    expect(fault).toBe('newer');
    expect(message).toContain('9999-from-the-future');
  });

  it('needs a folder, not a file, for DATA_DIR', async () => {
    await writeFile(file, 'a file');
    expect((await faultOf(openStore({ dataDir: file }))).fault).toBe('read-only');
  });

  it.each<[string, number, number]>([
    ['its folder', 0o555, 0o644],
    ['its file', 0o755, 0o444],
    ['neither', 0o555, 0o444],
  ])('says that %s cannot be written', async (_, folderMode, fileMode) => {
    await newStore();
    await chmod(file, fileMode);
    await chmod(dataDir, folderMode);
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', TSX, STRANGER, dataDir]);
    expect(stdout).toMatch(/^read-only /u);
    expect(stdout).toContain(file);
  });

  it('says that the disk is full, and goes on when there is room again', async () => {
    const database = await openSqlite(file);
    await migrate(database);
    const uploads = await openUploads(database.db, async () => {});
    const gaps = openGaps(database.db);
    const upload = { name: 'a', bytes: new Uint8Array(500_000), sha256: 'h', addedBy: 'u', at: 1 };
    const revision = await uploads.revision();
    await sql`pragma max_page_count = 60`.execute(database.db);
    expect((await faultOf(uploads.put(upload))).fault).toBe('full');
    expect(await uploads.list()).toEqual([]);
    expect(await uploads.revision()).toBe(revision);
    await sql`pragma max_page_count = 100000`.execute(database.db);
    await gaps.record(GAP);
    await uploads.put(upload);
    expect(Buffer.from((await uploads.bytes('a')) ?? []).equals(upload.bytes)).toBe(true);
    await database.db.destroy();
  });

  it('waits for the write of another program without blocking', async () => {
    const store = await openStore({ dataDir });
    const other = new Database(file);
    other.exec('begin immediate');
    let ticks = 0;
    const clock = setInterval(() => ticks++, 10);
    setTimeout(() => other.exec('commit'), 400);
    await store.gaps.record(GAP);
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(10);
    expect(await store.gaps.list('g', 0)).toHaveLength(1);
    other.close();
    await store.close();
  });

  it('gives up on a program that never ends its write, and goes on when it does', async () => {
    const store = await openStore({ dataDir });
    const other = new Database(file);
    other.exec('begin immediate');
    const faults: StoreFault[] = [(await faultOf(store.gaps.record(GAP))).fault];
    faults.push((await faultOf(store.uploads.hide('a', { by: 'u', at: 1 }))).fault);
    expect(faults).toEqual(['busy', 'busy']);
    expect(await store.uploads.hidden()).toEqual([]);
    other.exec('rollback');
    await store.gaps.record(GAP);
    await store.uploads.hide('a', { by: 'u', at: 1 });
    expect(await store.uploads.hidden()).toEqual(['a']);
    other.close();
    await store.close();
  });
});
