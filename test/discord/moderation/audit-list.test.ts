import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildCouncil, type Council, controlsOf, wordsOf } from './council.js';

let council: Council;

beforeEach(async () => {
  council = await buildCouncil();
});

afterEach(async () => {
  expect(council.loopback.violations).toEqual([]);
  await council.close();
});

const audit = () => {
  const { moderator: user, home: guild } = council;
  return council.loopback.command({ user, guild, name: 'audit' });
};
const append = (act: string, detail: string, guildId = council.home.id) =>
  council.store.audit.append({ guildId, userId: council.moderator.id, act, detail, at: council.now });

describe('/audit', () => {
  it('shows who did what and when, newest first, to the moderator alone', async () => {
    await council.start();
    await append('corpus-keep', 'gate.txt');
    council.now += 1_000;
    await append('reindex', '');
    const run = audit();
    const message = await run.answered();
    const lines = wordsOf(message).split('\n');
    const seconds = Math.floor(council.now / 1_000);
    expect(lines[1]).toBe(`- <t:${seconds}:f> · <@${council.moderator.id}> renewed the index`);
    expect(lines[2]).toBe(`- <t:${seconds - 1}:f> · <@${council.moderator.id}> added gate.txt`);
    expect(run.ephemeral).toBe(true);
    expect(message.mentions).toEqual([]);
  });

  it('shows nothing of another server', async () => {
    await council.start();
    await append('corpus-keep', 'secret.txt', council.other.id);
    expect(wordsOf(await audit().answered())).toContain('No moderator has done anything here yet.');
  });

  it('turns pages, within the limits for the oddest details', async () => {
    await council.start();
    for (let index = 0; index < 40; index += 1) {
      await append('corpus-keep', `${index} ${'*@everyone* [x](https://evil.example) '.repeat(20)}`);
    }
    await append('an-act-of-tomorrow', '<@&1>');
    const first = await audit().answered();
    expect(wordsOf(first)).toContain('Page 1 of 3');
    const next = controlsOf(first)[1]?.customId ?? '';
    const run = council.loopback.click(first, next, council.moderator);
    expect(wordsOf(await run.until((one) => wordsOf(one).includes('Page 2 of 3')))).toContain(' added ');
  });
});
