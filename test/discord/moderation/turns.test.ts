import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { createTurns, TooManyWaitingError } from '../../../src/discord/moderation/turns.js';
import { ReindexRunningError } from '../../../src/library.js';

describe('createTurns of several processes', () => {
  it('waits for the others, tells it, and gives up in time', async () => {
    const heard: number[] = [];
    const late = createTurns(async (_, __, { onWait }) => {
      onWait();
      return 'late';
    }, 10);
    const work = vi.fn(async () => 'done');
    await expect(late.take(work, (ahead) => heard.push(ahead))).rejects.toThrow(ReindexRunningError);
    expect(heard).toEqual([1]);
    expect(work).not.toHaveBeenCalled();
  });

  it('gives what the work gives, even where that is the word for being late', async () => {
    await expect(createTurns().take(async () => 'late')).resolves.toBe('late');
  });
});

describe('createTurns', () => {
  it('runs one at a time, in order, whatever becomes of those before', async () => {
    const turns = createTurns();
    const log: string[] = [];
    const work = (name: string, fails: boolean) => async () => {
      log.push(`${name} begins`);
      await pause(10);
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
    const all = await Promise.allSettled([
      turns.take(work('a', false)),
      turns.take(work('b', true)),
      turns.take(work('c', false)),
    ]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('tells those who wait how many are ahead, and nobody else', async () => {
    const turns = createTurns();
    const heard: number[] = [];
    const listen = (ahead: number): void => {
      heard.push(ahead);
    };
    await Promise.all([1, 2, 3].map(() => turns.take(() => pause(5), listen)));
    await turns.take(() => pause(1), listen);
    expect(heard).toEqual([1, 2]);
  });

  it('turns away who would wait too long, and takes others when there is room again', async () => {
    const turns = createTurns();
    const taken = Array.from({ length: 6 }, () => turns.take(() => pause(5)));
    await expect(turns.take(() => pause(1))).rejects.toThrow(TooManyWaitingError);
    await Promise.all(taken);
    await expect(turns.take(async () => 'done')).resolves.toBe('done');
  });
});
