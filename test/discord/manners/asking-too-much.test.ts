import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerTo, buildTown, type Town, textOf } from '../town.js';

let town: Town;

beforeEach(async () => {
  town = await buildTown();
});

afterEach(async () => {
  expect(town.loopback.violations).toEqual([]);
  await town.close();
});

const RATES = { asker: [{ points: 2, seconds: 60 }] };

function ask(user = town.member) {
  const options = { question: '谁主持？' };
  return town.loopback.command({ user, guild: town.home, name: 'ask', options });
}

describe('whoever asks too much', () => {
  it('hears when to go on, in their language, and others are answered', async () => {
    await town.start({ rates: RATES });
    for (let question = 0; question < 2; question += 1)
      expect(textOf(await ask().answered())).toContain('林远山');
    const third = ask();
    expect(textOf(await third.answered())).toMatch(/^您刚才操作得太快了，请 \d+ 秒后再继续。$/);
    expect(third.ephemeral).toBe(true);
    expect(textOf(await ask(town.moderator).answered())).toContain('林远山');
  });

  it('hears it in direct messages too, and a question counts wherever it is asked', async () => {
    await town.start({ rates: RATES });
    await ask().answered();
    await ask().answered();
    const said = await town.loopback.say({ user: town.member, dm: true, content: '谁主持？' });
    expect(textOf(await town.loopback.waitForMessage(answerTo(said)))).toContain('秒后再继续');
  });

  it('is told by the server’s limit when many ask at once, and nobody stays without an answer', async () => {
    await town.start({ rates: { server: [{ points: 5, seconds: 60 }] } });
    const people = Array.from({ length: 12 }, (_, index) =>
      town.loopback.world.addMember(town.home, { name: `P${index}` }),
    );
    const texts = await Promise.all(people.map(async (person) => textOf(await ask(person).answered())));
    expect(texts.filter((text) => text.includes('林远山'))).toHaveLength(5);
    expect(texts.filter((text) => text.includes('This server is asking a lot'))).toHaveLength(7);
  });

  it('cannot press buttons without end', async () => {
    await town.start({ rates: { acts: [{ points: 2, seconds: 60 }] } });
    const { member: user, home: guild, loopback } = town;
    for (let call = 0; call < 2; call += 1) await loopback.command({ user, guild, name: 'help' }).answered();
    const third = loopback.command({ user, guild, name: 'help' });
    expect(textOf(await third.answered())).toContain('秒后再继续');
    expect(third.ephemeral).toBe(true);
  });

  it('is not named in the log', async () => {
    await town.start({ rates: RATES });
    for (let question = 0; question < 4; question += 1) await ask().answered();
    expect(JSON.stringify(town.logger.entries)).not.toContain(town.member.id);
  });
});

describe('moderators', () => {
  it('are limited in heavy work alone', async () => {
    await town.start({ rates: { moderator: [{ points: 1, seconds: 60 }] } });
    const { moderator: user, home: guild, loopback } = town;
    const call = async (name: string) =>
      textOf(await loopback.command({ user, guild, name }).until((one) => textOf(one) !== ''));
    await call('reindex');
    expect(await call('reindex')).toMatch(/go on in \d+ seconds/);
    expect(await call('gaps')).toContain('Nobody has asked in vain');
  });
});
