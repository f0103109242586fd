import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseQuestions } from '../../../src/evaluation/questions.js';
import type { Guild, User } from '../../../src/playground/loopback/world.js';
import { answer } from '../samples.js';
import { buildCouncil, type Council, controlId, controlsOf, wordsOf } from './council.js';

const DAY = 86_400_000;

let council: Council;

beforeEach(async () => {
  council = await buildCouncil();
});

afterEach(async () => {
  expect(council.loopback.violations).toEqual([]);
  await council.close();
});

const gaps = (user: User = council.moderator, guild: Guild = council.home) =>
  council.loopback.command({ user, guild, name: 'gaps' });
const record = (question: string, guildId = council.home.id, at = council.now) =>
  council.store.gaps.record({ guildId, question, language: 'zh-Hans', reason: '没有文章提到它。', at });

/** The library finds nothing from now on. */
function findNothing(): void {
  council.library.ask = (question) =>
    Promise.resolve(
      answer({
        question,
        asked: question,
        status: 'no-answer',
        answer: null,
        note: '没有提到。',
        citations: [],
      }),
    );
}

describe('/gaps', () => {
  it('shows what people asked in vain, like questions together, with counts, and nobody’s name', async () => {
    await council.start();
    findNothing();
    for (const question of ['青河大桥什么时候通车？', '请问青河大桥什么时候通车', '博物馆周几闭馆？']) {
      const { member: user, home: guild } = council;
      await council.loopback.command({ user, guild, name: 'ask', options: { question } }).answered();
    }
    const run = gaps();
    const words = wordsOf(await run.answered());
    expect(words).toContain('### 3 questions without a good answer, 2 subjects');
    expect(words).toMatch(/\*\*2 ×\*\* (?:请问)?青河大桥什么时候通车/);
    expect(words).toContain('**1 ×** 博物馆周几闭馆？');
    expect(words).not.toContain(council.member.id);
    expect(run.ephemeral).toBe(true);
    expect(await council.store.audit.last(council.home.id, 1)).toMatchObject([{ act: 'gaps' }]);
  });

  it('counts a mention, and an answer that was voted down, with its votes', async () => {
    await council.start();
    const { member: user, home: guild } = council;
    const asked = council.loopback.command({
      user,
      guild,
      name: 'ask',
      options: { question: '谁修了北门？' },
    });
    const message = await asked.answered();
    const down = controlsOf(message).find(({ label }) => label === '👎')?.customId ?? '';
    for (const voter of [council.member, council.moderator]) {
      await council.loopback.click(message, down, voter).answered();
    }
    const words = wordsOf(await gaps().answered());
    expect(words).toContain('1 question without');
    expect(words).toContain('👎 2');
  });

  it('never shows what was asked in direct messages', async () => {
    await council.start();
    findNothing();
    const said = await council.loopback.say({ user: council.member, dm: true, content: '我的秘密在哪里？' });
    await council.loopback.waitForMessage((one) => one.message_reference?.message_id === said.id);
    expect(wordsOf(await gaps().answered())).toContain('Nobody has asked in vain here yet.');
  });

  it("shows a server's own questions to its moderators, and no other server's", async () => {
    await council.start();
    await record('家里的问题', council.home.id);
    await record('别处的问题', council.other.id);
    expect(wordsOf(await gaps(council.stranger, council.other).answered())).toContain('别处的问题');
    expect(wordsOf(await gaps(council.stranger, council.other).answered())).not.toContain('家里的问题');
    expect(wordsOf(await gaps().answered())).not.toContain('别处的问题');
  });

  it('shows no older ones than the server keeps, and says where none are kept', async () => {
    await council.start();
    await record('很久以前的问题', council.home.id, council.now - 31 * DAY);
    await record('最近的问题', council.home.id, council.now - 29 * DAY);
    const words = wordsOf(await gaps().answered());
    expect(words).toContain('最近的问题');
    expect(words).not.toContain('很久以前的问题');
    await council.store.settings.set(council.home.id, { retentionDays: 0 });
    expect(wordsOf(await gaps().answered())).toContain('Questions are not kept here');
  });

  it('keeps no question at all where none are to be kept', async () => {
    await council.start({ questionRetentionDays: 0 });
    findNothing();
    const { member: user, home: guild } = council;
    await council.loopback
      .command({ user, guild, name: 'ask', options: { question: '谁修了北门？' } })
      .answered();
    expect(await council.store.gaps.list(guild.id, 0)).toEqual([]);
  });

  it('turns the pages of a thousand gaps and gives them as a file for `wenju eval`', async () => {
    await council.start();
    const odd = '*@everyone* [x](https://evil.example) `code` <@1>';
    for (let index = 0; index < 1_000; index += 1) {
      await record(
        `${String.fromCharCode(0x4e00 + index, 0x5e00 + index, 0x6e00 + index)}第${index}号${odd}？`.repeat(
          index % 50 === 0 ? 8 : 1,
        ),
      );
    }
    const first = await gaps().answered();
    expect(wordsOf(first)).toContain('### 1,000 questions without a good answer, 1,000 subjects');
    expect(wordsOf(first)).toContain('Page 1 of 100');
    const next = controlsOf(first)[1]?.customId ?? '';
    const second = await council.loopback
      .click(first, next, council.moderator)
      .until((one) => wordsOf(one).includes('Page 2 of 100'));
    const file = council.loopback.waitForMessage((one) => one.attachments.length > 0);
    await council.loopback.click(second, controlId(second, 'As a file for wenju eval'), council.moderator)
      .response;
    const { attachments } = await file;
    const text = await (await fetch(attachments[0]?.url ?? '')).text();
    const list = parseQuestions(text);
    expect(list.badLines).toEqual([]);
    expect(list.questions).toHaveLength(1_000);
  }, 30_000);
});
