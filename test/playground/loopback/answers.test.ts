import { Events, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { NoResponseError } from '../../../src/playground/loopback/acts/run.js';
import { onCommand, refusalOf, register, scene } from './harness.js';

test('an answer is deferred, then edited; the states can be read', async () => {
  const { server, channel, member, client } = await scene();
  await register(client, 'ask');
  onCommand(client, async (interaction) => {
    await interaction.deferReply();
    await interaction.editReply('half');
    await interaction.editReply('whole');
  });
  const run = server.command({ user: member, channel, name: 'ask' });
  const ack = await run.response;
  expect(ack.type).toBe(5);
  await run.until((message) => message.content === 'whole');
  expect(run.edits.map(({ content }) => content)).toEqual(['', 'half', 'whole']);
  expect(run.edits.map(({ flags }) => flags)).toEqual([MessageFlags.Loading, 0, 0]);
  expect(run.message?.interaction_metadata?.user.id).toBe(member.id);
  expect(server.violations).toEqual([]);
});

test('an ephemeral answer is seen by its reader alone', async () => {
  const { server, channel, member, moderator, client } = await scene();
  await register(client, 'ask');
  onCommand(client, (interaction) => interaction.reply({ content: 'hush', flags: MessageFlags.Ephemeral }));
  const run = server.command({ user: member, channel, name: 'ask' });
  const message = await run.answered();
  expect(run.ephemeral).toBe(true);
  expect(server.messages(channel, member).map(({ content }) => content)).toEqual(['hush']);
  expect(server.messages(channel, moderator)).toEqual([]);
  expect(server.messages(channel)).toEqual([]);
  expect(await refusalOf(client.rest.get(`/channels/${channel.id}/messages/${message.id}`))).toBe(10008);
});

test('an ephemeral answer is not announced by the gateway, a public one is', async () => {
  const { server, channel, member, client } = await scene();
  await register(client, 'ask');
  const seen: string[] = [];
  client.on(Events.MessageCreate, (message) => seen.push(message.content));
  onCommand(client, async (interaction) => {
    await interaction.reply({ content: 'hush', flags: MessageFlags.Ephemeral });
    await interaction.followUp('loud');
  });
  const loud = server.waitForMessage(({ content }) => content === 'loud');
  const run = server.command({ user: member, channel, name: 'ask' });
  await loud;
  await expect.poll(() => seen).toEqual(['loud']);
  await expect.poll(() => run.followUps.map(({ content }) => content)).toEqual(['loud']);
});

test('the first follow-up of a deferred answer takes its place and stays ephemeral', async () => {
  const { server, channel, member, client } = await scene();
  await register(client, 'ask');
  onCommand(client, async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.followUp('here');
  });
  const run = server.command({ user: member, channel, name: 'ask' });
  const message = await run.answered();
  expect(message.content).toBe('here');
  expect(run.ephemeral).toBe(true);
  expect(run.followUps).toEqual([]);
  expect(server.messages(channel, member)).toHaveLength(1);
});

test('the answer is read, and deleted, through its interaction', async () => {
  const { server, channel, member, client } = await scene();
  await register(client, 'ask');
  const read: string[] = [];
  onCommand(client, async (interaction) => {
    await interaction.reply('there');
    read.push((await interaction.fetchReply()).content);
    await interaction.deleteReply();
  });
  const run = server.command({ user: member, channel, name: 'ask' });
  await run.response;
  await expect.poll(() => server.messages(channel)).toEqual([]);
  expect(read).toEqual(['there']);
  expect(run.message).toBeNull();
});

test('with_response gives the message back', async () => {
  const { server, channel, member, client } = await scene();
  await register(client, 'ask');
  const ids: (string | undefined)[] = [];
  onCommand(client, async (interaction) => {
    const response = await interaction.reply({ content: 'hi', withResponse: true });
    ids.push(response.resource?.message?.id);
  });
  const run = server.command({ user: member, channel, name: 'ask' });
  const message = await run.answered();
  await expect.poll(() => ids).toEqual([message.id]);
});

test('an answer after the deadline is refused with 10062 and the user sees none', async () => {
  const { server, channel, member, client } = await scene({ acknowledgeMs: 60 });
  await register(client, 'ask');
  const codes: (number | string)[] = [];
  onCommand(client, async (interaction) => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    codes.push(await refusalOf(interaction.reply('late')));
  });
  const run = server.command({ user: member, channel, name: 'ask' });
  await expect(run.response).rejects.toBeInstanceOf(NoResponseError);
  await expect.poll(() => codes).toEqual([10062]);
  expect(server.messages(channel)).toEqual([]);
});

test('a second first answer is refused with 40060', async () => {
  const { server, channel, member, client } = await scene();
  await register(client, 'ask');
  const codes: (number | string)[] = [];
  onCommand(client, async (interaction) => {
    await interaction.reply('one');
    const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    codes.push(
      await refusalOf(client.rest.post(path, { auth: false, body: { type: 4, data: { content: 'two' } } })),
    );
  });
  const run = server.command({ user: member, channel, name: 'ask' });
  await run.answered();
  await expect.poll(() => codes).toEqual([40060]);
  expect(server.messages(channel).map(({ content }) => content)).toEqual(['one']);
});

test('an edit after the life of the token is refused with 50027', async () => {
  const { server, channel, member, client } = await scene({ tokenMs: 80 });
  await register(client, 'ask');
  const codes: (number | string)[] = [];
  onCommand(client, async (interaction) => {
    await interaction.deferReply();
    await new Promise((resolve) => setTimeout(resolve, 160));
    codes.push(await refusalOf(interaction.editReply('too late')));
  });
  server.command({ user: member, channel, name: 'ask' });
  await expect.poll(() => codes).toEqual([50027]);
});

test('messages before the first answer, and with a token that nobody gave, are refused with 10015', async () => {
  const { server, channel, member, client } = await scene();
  await register(client, 'ask');
  const run = server.command({ user: member, channel, name: 'ask' });
  const before = `/webhooks/${server.applicationId}/${run.token}` as const;
  expect(await refusalOf(client.rest.post(before, { auth: false, body: { content: 'x' } }))).toBe(10015);
  const nobody = `/webhooks/${server.applicationId}/nobody/messages/@original` as const;
  expect(await refusalOf(client.rest.patch(nobody, { auth: false, body: { content: 'x' } }))).toBe(10015);
});

test.each([
  ['a command cannot be answered by an update', { type: 7, data: { content: 'x' } }],
  ['nor by suggestions', { type: 8, data: { choices: [] } }],
  ['nor by a kind that does not exist', { type: 99 }],
  [
    'a deferred answer takes no flag but EPHEMERAL',
    { type: 5, data: { flags: MessageFlags.IsComponentsV2 } },
  ],
  ['an answer with 2,001 characters', { type: 4, data: { content: 'x'.repeat(2_001) } }],
])('refuses with 50035: %s', async (_, body) => {
  const { server, channel, member, client } = await scene();
  await register(client, 'ask');
  const run = server.command({ user: member, channel, name: 'ask' });
  const path = `/interactions/${run.id}/${run.token}/callback` as const;
  expect(await refusalOf(client.rest.post(path, { auth: false, body }))).toBe(50035);
  expect(server.violations).toHaveLength(1);
  // What was refused was no answer: a right one is still taken.
  expect(
    await refusalOf(client.rest.post(path, { auth: false, body: { type: 4, data: { content: 'x' } } })),
  ).toBe(0);
});

test('an interaction carries what Discord sends of the place and the member', async () => {
  const { server, channel, guild, moderator, client } = await scene();
  await register(client, 'ask');
  const seen: unknown[] = [];
  onCommand(client, async (interaction) => {
    seen.push({
      locale: interaction.locale,
      guildLocale: interaction.guildLocale,
      manages: interaction.memberPermissions?.has('ManageGuild'),
      context: interaction.context,
      owner: interaction.authorizingIntegrationOwners.guildId,
      limit: interaction.attachmentSizeLimit,
      entitlements: interaction.entitlements.size,
      cached: interaction.inCachedGuild(),
    });
    await interaction.reply('ok');
  });
  const run = server.command({ user: moderator, channel, name: 'ask', locale: 'zh-TW' });
  await run.answered();
  expect(seen).toEqual([
    {
      locale: 'zh-TW',
      guildLocale: 'en-US',
      manages: true,
      context: 0,
      owner: guild.id,
      limit: 10_485_760,
      entitlements: 0,
      cached: true,
    },
  ]);
});
