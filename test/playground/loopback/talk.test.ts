import { ChannelType, Events, GatewayIntentBits, type Message, Partials } from 'discord.js';
import { expect, test } from 'vitest';
import { RefusedByClientError } from '../../../src/playground/loopback/acts/refused.js';
import { loopback, newClient, readyClient, refusalOf, scene } from './harness.js';

test('a first private message reaches a fresh client, and is answered', async () => {
  const server = await loopback();
  const user = server.world.addUser({ name: 'Lin' });
  const client = await readyClient(server);
  client.on(Events.MessageCreate, async (message) => {
    if (!message.author.bot && message.channel.type === ChannelType.DM)
      await message.reply(`你问：${message.content}`);
  });
  const answer = server.waitForMessage(({ author }) => author.id === client.user.id);
  await server.say({ user, dm: true, content: '谁主持？' });
  expect((await answer).content).toBe('你问：谁主持？');
  expect(server.messages(server.world.dm(user)).map(({ type }) => type)).toEqual([0, 19]);
  expect(server.violations).toEqual([]);
});

test('without Partials.Channel the first private message is lost, as at Discord', async () => {
  const server = await loopback();
  const user = server.world.addUser({ name: 'Lin' });
  const client = await readyClient(server, { partials: [] });
  const seen: string[] = [];
  client.on(Events.MessageCreate, (message) => seen.push(message.content));
  const guild = server.world.addGuild({ name: 'Archive', owner: user });
  await server.say({ user, dm: true, content: 'lost' });
  await server.say({ user, guild, content: `<@${client.user.id}> found` });
  await expect.poll(() => seen).toEqual([`<@${client.user.id}> found`]);
});

test('the text of a message arrives only with a mention, in private, or with the intent', async () => {
  const { server, channel, member, moderator, client } = await scene();
  const seen: string[] = [];
  client.on(Events.MessageCreate, (message) => seen.push(message.content));
  const first = await server.say({ user: member, channel, content: 'among ourselves' });
  await server.say({ user: member, channel, content: 'you', mentions: [client.user] });
  await server.say({ user: moderator, channel, content: 'a reply', replyTo: first });
  await server.say({ user: member, dm: true, content: 'in private' });
  await expect.poll(() => seen).toEqual(['', `<@${client.user.id}> you`, '', 'in private']);
  const read = (await client.rest.get(`/channels/${channel.id}/messages`)) as Message[];
  expect(read.map(({ content }) => content)).toEqual(['', `<@${client.user.id}> you`, '']);
});

test('with the intent granted every text arrives', async () => {
  const server = await loopback({ privilegedIntents: ['message-content'] });
  const user = server.world.addUser({ name: 'Lin' });
  const guild = server.world.addGuild({ name: 'Archive', owner: user });
  const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;
  const client = await readyClient(server, { intents: [Guilds, GuildMessages, MessageContent] });
  const seen: string[] = [];
  client.on(Events.MessageCreate, (message) => seen.push(message.content));
  await server.say({ user, guild, content: 'open' });
  await expect.poll(() => seen).toEqual(['open']);
});

test('a reply to the bot mentions it, unless its author switched that off', async () => {
  const { server, channel, member, client } = await scene();
  const mentioned: boolean[] = [];
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) mentioned.push(message.mentions.has(client.user) && message.content !== '');
  });
  const general = await client.channels.fetch(channel.id);
  if (general?.type !== ChannelType.GuildText) throw new Error('a text channel');
  const question = await general.send('yes?');
  await server.say({ user: member, channel, content: 'and then?', replyTo: question.id });
  await server.say({
    user: member,
    channel,
    content: 'never mind',
    replyTo: question.id,
    mentionAuthor: false,
  });
  await expect.poll(() => mentioned).toEqual([true, false]);
});

test('a thread is opened, talked in, and its messages come with its parent', async () => {
  const { server, channel, member, client } = await scene();
  const start = await server.say({ user: member, channel, content: 'a subject', mentions: [client.user] });
  const general = await client.channels.fetch(channel.id);
  if (general?.type !== ChannelType.GuildText) throw new Error('a text channel');
  const thread = await (await general.messages.fetch(start.id)).startThread({ name: 'Subject' });
  expect(thread.id).toBe(start.id);
  const parents: (string | null)[] = [];
  client.on(Events.MessageCreate, (message) => {
    if (message.channel.isThread() && !message.author.bot) parents.push(message.channel.parentId);
  });
  await thread.join();
  await thread.send('go on');
  await server.say({ user: member, channel: thread.id, content: 'further' });
  await expect.poll(() => parents).toEqual([channel.id]);
  expect(server.messages(thread.id).map(({ content }) => content)).toEqual(['go on', 'further']);
});

test('typing is seen on both sides', async () => {
  const { server, channel, member, client } = await scene();
  const seen: string[] = [];
  server.onWorld((change) => {
    if (change.kind === 'typing') seen.push(change.userId);
  });
  await client.rest.post(`/channels/${channel.id}/typing`);
  server.startTyping({ user: member, channel });
  expect(seen).toEqual([client.user.id, member.id]);
});

test('who takes no private messages gets none', async () => {
  const { member, client } = await scene();
  member.acceptsPrivateMessages = false;
  expect(await refusalOf(client.users.send(member.id, 'hello'))).toBe(50007);
});

test('a user writes only where they are', async () => {
  const { server, channel } = await scene();
  const stranger = server.world.addUser({ name: 'Stranger' });
  await expect(server.say({ user: stranger, channel, content: 'hello' })).rejects.toThrow(
    RefusedByClientError,
  );
});

test('a server that the bot joins or leaves while it runs is announced', async () => {
  const { server, client } = await scene();
  const joined = server.world.addGuild({ name: 'New' });
  await expect.poll(() => client.guilds.cache.has(joined.id)).toBe(true);
  server.world.removeBot(joined);
  await expect.poll(() => client.guilds.cache.has(joined.id)).toBe(false);
});

test('a new member, role and channel of a server are announced to those who asked for them', async () => {
  const server = await loopback({ privilegedIntents: ['members'] });
  const guild = server.world.addGuild({ name: 'Archive' });
  const { Guilds, GuildMembers } = GatewayIntentBits;
  const client = newClient(server, { intents: [Guilds, GuildMembers], partials: [Partials.Channel] });
  await client.login(server.token);
  await expect.poll(() => client.isReady()).toBe(true);
  const user = server.world.addMember(guild, { name: 'Lin', permissions: ['ManageGuild'] });
  server.world.addChannel(guild, { name: 'questions' });
  const known = () => client.guilds.cache.get(guild.id);
  await expect.poll(() => known()?.members.cache.get(user.id)?.permissions.has('ManageGuild')).toBe(true);
  expect(known()?.channels.cache.map(({ name }) => name)).toEqual(['general', 'questions']);
  server.world.setRoles(guild, user, []);
  await expect.poll(() => known()?.members.cache.get(user.id)?.permissions.has('ManageGuild')).toBe(false);
});
