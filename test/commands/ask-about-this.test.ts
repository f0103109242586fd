import { afterEach, beforeEach, expect, it } from 'vitest';
import { answer } from '../discord/samples.js';
import { buildTown, type Town, textOf } from '../discord/town.js';

let town: Town;
const asked: string[] = [];

beforeEach(async () => {
  town = await buildTown();
  asked.length = 0;
  town.library.ask = (question) => {
    asked.push(question);
    return Promise.resolve(answer({ question, asked: question }));
  };
  await town.start();
});

afterEach(async () => {
  expect(town.loopback.violations).toEqual([]);
  await town.close();
});

async function askAbout(content: string) {
  const { loopback, home, member, moderator } = town;
  const target = await loopback.say({ user: moderator, guild: home, content });
  const run = loopback.contextMenu({ user: member, guild: home, name: 'Ask about this', target });
  return { target, run, message: await run.answered() };
}

it('"Ask about this" answers the text of a message, and quotes it', async () => {
  const { target, message } = await askAbout('听说 **第三次防汛会议** 开了，\n谁主持的？');
  expect(asked).toEqual(['听说 **第三次防汛会议** 开了， 谁主持的？']);
  expect(textOf(message).split('\n').slice(0, 3)).toEqual([
    `-# [就这条消息提问](https://discord.com/channels/${town.home.id}/${target.channel_id}/${target.id})`,
    '> 听说 \\*\\*第三次防汛会议\\*\\* 开了， 谁主持的？',
    '## 林远山',
  ]);
});

it('"Ask about this" asks the sentences of a message when it is not answered whole, first those that ask', async () => {
  town.library.ask = (question) => {
    asked.push(question);
    const found = question === '谁主持的？';
    return Promise.resolve(
      answer({
        question,
        asked: question,
        ...(found ? {} : { status: 'no-answer', answer: null, citations: [] }),
      }),
    );
  };
  const { message } = await askAbout('昨天看新闻了。第三次会议开了！谁主持的？晚饭吃什么好呢。');
  expect(asked).toEqual(['昨天看新闻了。第三次会议开了！谁主持的？晚饭吃什么好呢。', '谁主持的？']);
  expect(textOf(message)).toContain('## 林远山');
});

it('"Ask about this" leaves out whom a message mentions, and what is beyond the longest question', async () => {
  await askAbout(`<@${town.member.id}> ${'问'.repeat(1_500)}`);
  expect(asked).toEqual(['问'.repeat(1_000)]);
});

it('"Ask about this" asks about an answer of the bot by what its embed says', async () => {
  const { loopback, home, member } = town;
  const shown = await loopback.command({ user: member, guild: home, name: 'help' }).answered();
  expect(shown.content).toBe('');
  const visible = await loopback
    .command({ user: member, guild: home, name: 'ask', options: { question: '谁？' } })
    .answered();
  await loopback
    .contextMenu({ user: member, guild: home, name: 'Ask about this', target: visible })
    .answered();
  expect(asked.at(-1)).toContain('林远山');
});

it('"Ask about this" says so when there is nothing to ask about', async () => {
  const { run, message } = await askAbout(`<@${town.member.id}>`);
  expect(textOf(message)).toBe('这条消息里没有可以提问的文字。');
  expect(run.ephemeral).toBe(true);
  expect(asked).toEqual([]);
});
