import { describe, expect, it } from 'vitest';
import { createManners, RATES } from '../../../src/discord/manners/rates.js';

const few = { asker: [{ points: 2, seconds: 60 }], server: [{ points: 3, seconds: 60 }] };

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
