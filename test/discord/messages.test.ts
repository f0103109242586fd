import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerTo, buildTown, type Town, textOf } from './town.js';

let town: Town;
let botId: string;

beforeEach(async () => {
  town = await buildTown();
  botId = (await town.start()).client.user.id;
});

afterEach(async () => {
  expect(town.loopback.violations).toEqual([]);
  await town.close();
});

const QUIET = 300;

/** Whether nothing answers `message` for a while. */
async function staysQuiet(message: { readonly id: string }): Promise<boolean> {
  const answered = town.loopback.waitForMessage(answerTo(message), QUIET);
  return answered.then(
    () => false,
    () => true,
  );
}

const asked: string[] = [];
function listen(): void {
  asked.length = 0;
  const { ask } = town.library;
  town.library.ask = (question) => {
    asked.push(question);
    return ask(question);
  };
}

describe('a direct message', () => {
  it('is answered although the client has never seen the channel', async () => {
    const { loopback, member } = town;
    const question = await loopback.say({ user: member, dm: true, content: '第三次防汛会议谁主持？' });
    const reply = await loopback.waitForMessage(answerTo(question));
    expect(textOf(reply)).toMatch(/^## 林远山\n/);
    expect(reply.embeds[0]?.title).toBeUndefined();
    expect(loopback.journal.requests(/^POST \/channels\/\d+\/typing/)).toHaveLength(1);
    const [request] = loopback.journal.requests(/^POST \/channels\/\d+\/messages/);
    expect(request?.body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
  });

  it('without text gets a hint', async () => {
    const { loopback, member } = town;
    const message = await loopback.say({ user: member, dm: true, content: '<@1>' });
    expect(textOf(await loopback.waitForMessage(answerTo(message)))).toContain('More under /help');
  });

  it('of another bot is left alone', async () => {
    const other = town.loopback.world.addUser({ name: 'Echo', bot: true });
    const message = await town.loopback.say({ user: other, dm: true, content: '谁主持？' });
    expect(await staysQuiet(message)).toBe(true);
  });

  it('whose answer fails gets an apology in its own language and a log entry', async () => {
    const { loopback, member, library, logger } = town;
    library.ask = () => Promise.reject(new Error('search process gone'));
    const message = await loopback.say({ user: member, dm: true, content: 'Who chaired the meeting?' });
    const text = textOf(await loopback.waitForMessage(answerTo(message)));
    expect(text).toContain('Something went wrong');
    expect(text).toContain(message.id);
    expect(logger.entries.filter(({ level }) => level === 'error')).toMatchObject([{ request: message.id }]);
  });
});

describe('a message in a channel', () => {
  it('that mentions the bot is a question, without the mention', async () => {
    listen();
    const { loopback, member, home } = town;
    const question = await loopback.say({
      user: member,
      guild: home,
      content: `<@${botId}> 谁主持？ <@${member.id}>`,
    });
    const reply = await loopback.waitForMessage(answerTo(question));
    expect(textOf(reply)).toMatch(/^## 林远山\n/);
    expect(asked).toEqual(['谁主持？']);
    expect(reply.mentions).toEqual([]);
  });

  it('that mentions the bot and says nothing gets a hint in the language of the server', async () => {
    const { loopback, member } = town;
    const guild = loopback.world.addGuild({ name: 'Taipei', locale: 'zh-TW' });
    loopback.world.addMember(guild, { user: member });
    const message = await loopback.say({ user: member, guild, content: `<@${botId}>` });
    expect(textOf(await loopback.waitForMessage(answerTo(message)))).toContain('更多說明見 /說明');
  });

  it('that does not mention the bot is left alone', async () => {
    const { loopback, member, home } = town;
    const message = await loopback.say({ user: member, guild: home, content: '谁主持？' });
    expect(await staysQuiet(message)).toBe(true);
  });

  it('that replies to the bot with a mention is a question, without one it is left alone', async () => {
    listen();
    const { loopback, member, home } = town;
    const first = await loopback.say({ user: member, guild: home, content: `<@${botId}> 谁主持？` });
    const replyTo = await loopback.waitForMessage(answerTo(first));
    const silent = await loopback.say({
      user: member,
      guild: home,
      content: '谢谢',
      replyTo,
      mentionAuthor: false,
    });
    expect(await staysQuiet(silent)).toBe(true);
    const loud = await loopback.say({ user: member, guild: home, content: '谁出席？', replyTo });
    await loopback.waitForMessage(answerTo(loud));
    expect(asked).toEqual(['谁主持？', '谁出席？']);
  });

  it('that mentions everyone is left alone', async () => {
    const { loopback, moderator, home } = town;
    const message = await loopback.say({ user: moderator, guild: home, content: '@everyone 谁主持？' });
    expect(await staysQuiet(message)).toBe(true);
  });

  it('that is gone before its answer comes is answered all the same', async () => {
    const { loopback, member, home, library } = town;
    const { ask } = library;
    library.ask = async (question) => {
      loopback.faults.failRest(
        'POST /channels',
        1,
        400,
        {},
        {
          code: 50035,
          message: 'Invalid Form Body',
          errors: {
            message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
          },
        },
      );
      return ask(question);
    };
    await loopback.say({ user: member, guild: home, content: `<@${botId}> 谁主持？` });
    const [request] = await new Promise<ReturnType<typeof loopback.journal.requests>>((resolve) =>
      setTimeout(() => resolve(loopback.journal.requests(/^POST \/channels\/\d+\/messages/)), QUIET),
    );
    expect(request?.body).toMatchObject({ message_reference: { fail_if_not_exists: false } });
  });

  it('in a channel where the bot may not write is logged, not fatal', async () => {
    const { loopback, member, home, logger } = town;
    const closed = loopback.world.addChannel(home, {
      name: 'closed',
      overwrites: [{ for: { member: botId }, deny: ['SendMessages'] }],
    });
    await loopback.say({ user: member, channel: closed, content: `<@${botId}> 谁主持？` });
    await new Promise((resolve) => setTimeout(resolve, QUIET));
    expect(logger.entries).toContainEqual(
      expect.objectContaining({ level: 'warn', message: 'Discord did not take the reply' }),
    );
  });
});
