import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LockedError, WriterLock } from '../../src/library/writer-lock.js';
import { newFolder } from '../command-line.js';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await newFolder();
  path = join(folder, 'lock');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A lock that somebody else left. */
async function leave(holder: unknown, minutesAgo = 0): Promise<void> {
  await writeFile(path, typeof holder === 'string' ? holder : JSON.stringify(holder));
  const at = new Date(Date.now() - minutesAgo * 60_000);
  await utimes(path, at, at);
}

const holder = (changes: object = {}) => ({
  pid: process.ppid,
  host: hostname(),
  began: 0,
  token: 'other',
  ...changes,
});

describe('WriterLock', () => {
  it('is held by one at a time, and given back', async () => {
    const [first, second] = [new WriterLock(path), new WriterLock(path)];
    await first.take(0);
    await expect(second.take(0)).rejects.toThrow(LockedError);
    await first.release();
    await second.take(0);
    await second.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('can be waited for', async () => {
    const [first, second] = [new WriterLock(path), new WriterLock(path)];
    await first.take(0);
    const waiting = second.take(5000);
    await first.release();
    await expect(waiting).resolves.toBeUndefined();
    await second.release();
  });

  it.each([
    ['whose process has ended', holder({ pid: 999_999_999 }), 0],
    ['of an earlier process with the number of this one', holder({ pid: process.pid }), 0],
    ['that was not touched for minutes, though its number runs', holder(), 5],
    ['of another machine that was not touched for minutes', holder({ host: 'elsewhere' }), 5],
    ['in an older form that is old', String(process.ppid), 5],
  ])('takes over a lock %s', async (_, left, minutesAgo) => {
    await leave(left, minutesAgo);
    const lock = new WriterLock(path);
    await lock.take(0);
    expect(JSON.parse(await readFile(path, 'utf8')).pid).toBe(process.pid);
    await lock.release();
  });

  it.each([
    ['of a running process', holder()],
    ['of another machine', holder({ host: 'elsewhere', pid: 999_999_999 })],
    ['that is being written this moment', ''],
  ])('respects a fresh lock %s', async (_, left) => {
    await leave(left);
    await expect(new WriterLock(path).take(0)).rejects.toThrow(LockedError);
  });

  it('does not take away the lock of somebody who took it over', async () => {
    const lock = new WriterLock(path);
    await lock.take(0);
    await leave(holder());
    await lock.release();
    expect(JSON.parse(await readFile(path, 'utf8')).token).toBe('other');
  });

  it('is taken over by one of many who try', async () => {
    await leave(holder(), 5);
    const locks = Array.from({ length: 8 }, () => new WriterLock(path));
    const taken = await Promise.allSettled(locks.map((lock) => lock.take(0)));
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const lock of locks) await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });
});
