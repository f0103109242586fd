import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { followChanges } from '../../src/running/follow-changes.js';
import type { Changes, StoreChange } from '../../src/store/changes.js';

let listeners: Set<(change: StoreChange) => void>;
let changes: Changes;
let looks: number;
let warnings: string[];

const tell = (change: StoreChange): void => {
  for (const listener of listeners) listener(change);
};
const warn = (message: string): void => void warnings.push(message);

beforeEach(() => {
  listeners = new Set();
  looks = 0;
  warnings = [];
  changes = {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    indexRenewed: async () => {},
    indexRevision: async () => '',
  };
});

describe('followChanges', () => {
  it('looks when articles were changed, not for settings, and no more when it is over', async () => {
    const stop = followChanges(changes, { catchUp: async () => void looks++ }, warn);
    tell({ of: 'settings', guildId: null });
    expect(looks).toBe(0);
    tell({ of: 'articles' });
    expect(looks).toBe(1);
    stop();
    tell({ of: 'articles' });
    expect(looks).toBe(1);
  });

  it('looks once more for all changes that come while it looks', async () => {
    const slow = async (): Promise<void> => {
      looks += 1;
      await pause(30);
    };
    followChanges(changes, { catchUp: slow }, warn);
    for (let n = 0; n < 10; n += 1) tell({ of: 'articles' });
    await expect.poll(() => looks).toBe(2);
    await pause(80);
    expect(looks).toBe(2);
  });

  it('says that it could not, and looks at the next change again', async () => {
    const failing = async (): Promise<void> => {
      looks += 1;
      throw new Error('away');
    };
    followChanges(changes, { catchUp: failing }, warn);
    tell({ of: 'articles' });
    await expect.poll(() => warnings).toHaveLength(1);
    tell({ of: 'articles' });
    await expect.poll(() => warnings).toHaveLength(2);
  });
});
