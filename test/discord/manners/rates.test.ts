import { describe, expect, it } from 'vitest';
import { createManners, RATES } from '../../../src/discord/manners/rates.js';
import type { Counts } from '../../../src/store/counts.js';
import { StoreError } from '../../../src/store/errors.js';

const few = { asker: [{ points: 2, seconds: 60 }], server: [{ points: 3, seconds: 60 }] };

/** What several processes count together, as a store would. */
function sharedCounts(fails = false): Counts {
  const counted = new Map<string, number>();
  return {
    async add(what, ms) {
      if (fails) throw new StoreError('unreachable', 'The store is away.');
      const count = (counted.get(what.join()) ?? 0) + 1;
      counted.set(what.join(), count);
      return { count, msLeft: ms };
    },
    purge: async () => 0,
  };
}

describe('createManners for several processes', () => {
  it('counts a person and a server over all of them', async () => {
    const counts = sharedCounts();
    const [here, there] = [createManners(few, counts), createManners(few, counts)];
    expect(await here.question('1', '9')).toBeNull();
    expect(await there.question('1', '9')).toBeNull();
    expect(await there.question('1', '9')).toMatchObject({ who: 'asker', seconds: 60 });
    expect(await here.question('2', '9')).toBeNull();
    expect(await there.question('3', '9')).toMatchObject({ who: 'server' });
  });

  it('does not ask the store about somebody who is too fast for one process already', async () => {
    const counts = sharedCounts();
    const asked: unknown[] = [];
    const manners = createManners(few, {
      ...counts,
      add: (...act) => counts.add(...act).finally(() => asked.push(act)),
    });
    for (let question = 0; question < 50; question += 1) await manners.question('1', null);
    expect(asked).toHaveLength(2);
  });

  it('keeps nobody waiting for a store that is silent', async () => {
    const silent: Counts = { add: () => new Promise(() => {}), purge: async () => 0 };
    const manners = createManners(few, silent);
    expect(await manners.question('1', null)).toBeNull();
    expect(await manners.question('1', null)).toBeNull();
    expect(await manners.question('1', null)).toMatchObject({ who: 'asker' });
  });

  it('holds each process to its limits while the store is away', async () => {
    const manners = createManners(few, sharedCounts(true));
    expect(await manners.question('1', null)).toBeNull();
    expect(await manners.question('1', null)).toBeNull();
    expect(await manners.question('1', null)).toMatchObject({ who: 'asker' });
  });
});

describe('createManners', () => {
  it('lets a person ask so often, and then says how long to wait', async () => {
    const manners = createManners(few);
    expect(await manners.question('1', null)).toBeNull();
    expect(await manners.question('1', null)).toBeNull();
    const wait = await manners.question('1', null);
    expect(wait?.who).toBe('asker');
    expect(wait?.seconds).toBeGreaterThanOrEqual(59);
    expect(wait?.seconds).toBeLessThanOrEqual(60);
  });

  it('counts people apart', async () => {
    const manners = createManners(few);
    for (let question = 0; question < 3; question += 1) await manners.question('1', null);
    expect(await manners.question('2', null)).toBeNull();
  });

  it('holds a whole server to its limit, and not other servers or direct messages', async () => {
    const manners = createManners(few);
    for (const user of ['1', '2', '3']) expect(await manners.question(user, '9')).toBeNull();
    expect(await manners.question('4', '9')).toMatchObject({ who: 'server' });
    expect(await manners.question('5', '8')).toBeNull();
    expect(await manners.question('6', null)).toBeNull();
  });

  it("does not let one person use up the server's questions", async () => {
    const manners = createManners(few);
    for (let question = 0; question < 20; question += 1) await manners.question('1', '9');
    expect(await manners.question('2', '9')).toBeNull();
  });

  it('waits no longer because somebody goes on asking', async () => {
    const manners = createManners({ asker: [{ points: 1, seconds: 1 }] });
    for (let question = 0; question < 5; question += 1) await manners.question('1', null);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await manners.question('1', null)).toBeNull();
  });

  it('names the longest wait of several limits', async () => {
    const asker = [
      { points: 1, seconds: 10 },
      { points: 1, seconds: 100 },
    ];
    const manners = createManners({ asker });
    await manners.question('1', null);
    expect((await manners.question('1', null))?.seconds).toBeGreaterThan(90);
  });

  it('has limits of their own for heavy work and for everything else', async () => {
    const manners = createManners({
      moderator: [{ points: 1, seconds: 60 }],
      acts: [{ points: 1, seconds: 60 }],
    });
    expect(await manners.heavyWork('1')).toBeNull();
    expect(await manners.heavyWork('1')).toMatchObject({ who: 'moderator' });
    expect(await manners.act('1')).toBeNull();
    expect(await manners.act('1')).toMatchObject({ who: 'asker' });
    expect(await manners.question('1', null)).toBeNull();
  });

  it('is as generous as the documents say', () => {
    expect(RATES.asker).toEqual([
      { points: 6, seconds: 30 },
      { points: 60, seconds: 600 },
    ]);
  });
});
