import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/store.js';

const VISITOR = fileURLToPath(new URL('visitor.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

let dataDir: string;
const open: Store[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wenju-store-'));
});

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function opened(): Promise<Store> {
  const store = await openStore({ dataDir });
  open.push(store);
  return store;
}

/** What another process finds that comes and goes. */
async function visit(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    '--import',
    TSX,
    VISITOR,
    dataDir,
  ]);
  return stdout.trim();
}

it('loses nothing when a process opens it twice and another one comes and goes', async () => {
  const store = await opened();
  const put = (name: string) =>
    store.uploads.put({ name, bytes: Buffer.from(name), sha256: name, addedBy: 'u', at: 1 });
  await put('one');
  const second = await opened();
  expect(await second.uploads.list()).toHaveLength(1);
  expect(await visit()).toBe('one');
  await put('two');
  expect(await visit()).toBe('one two');
});
