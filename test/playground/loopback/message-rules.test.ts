import { MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { refusalOf, scene } from './harness.js';

const button = { type: 2, style: 1, label: 'x', custom_id: 'a' };
const row = (...components: readonly unknown[]) => ({ type: 1, components });
const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => row({ ...button, custom_id: `b${n}` }));
const select = { type: 3, custom_id: 's', options: [{ label: 'a', value: 'a' }] };
const embeds = (count: number, length: number) =>
  Array.from({ length: count }, () => ({ description: 'x'.repeat(length) }));
const v2 = { flags: MessageFlags.IsComponentsV2 };

test.each<[string, unknown, number | string]>([
  ['nothing at all', {}, 50006],
  ['white space alone', { content: ' \n ' }, 50006],
  ['2,001 characters', { content: 'x'.repeat(2_001) }, 50035],
  ['11 embeds', { embeds: embeds(11, 1) }, 50035],
  ['embeds of 6,001 characters in all', { embeds: [...embeds(1, 4_000), ...embeds(1, 2_001)] }, 50035],
  ['a description of 4,097 characters', { embeds: embeds(1, 4_097) }, 50035],
  ['a title of 257 characters', { embeds: [{ title: 'x'.repeat(257) }] }, 50035],
  [
    '26 fields',
    { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'a', value: 'b' })) }] },
    50035,
  ],
  ['a field without a name', { embeds: [{ fields: [{ name: '', value: 'b' }] }] }, 50035],
  ['a field of 1,025 characters', { embeds: [{ fields: [{ name: 'a', value: 'x'.repeat(1_025) }] }] }, 50035],
  ['a footer of 2,049 characters', { embeds: [{ footer: { text: 'x'.repeat(2_049) } }] }, 50035],
  ['an empty embed', { embeds: [{}] }, 50035],
  ['an embed that links to a script', { embeds: [{ title: 'a', url: 'javascript:alert(1)' }] }, 50035],
  ['an embed that links to no address', { embeds: [{ title: 'a', url: 'here' }] }, 50035],
  ['six rows', { content: 'x', components: rows(6) }, 50035],
  [
    'a row of six buttons',
    {
      content: 'x',
      components: [row(...Array.from({ length: 6 }, (_, n) => ({ ...button, custom_id: `${n}` })))],
    },
    50035,
  ],
  ['an empty row', { content: 'x', components: [row()] }, 50035],
  ['a button beside a select', { content: 'x', components: [row(button, select)] }, 50035],
  ['a button outside a row', { content: 'x', components: [button] }, 50035],
  [
    'a label of 81 characters',
    { content: 'x', components: [row({ ...button, label: 'x'.repeat(81) })] },
    50035,
  ],
  [
    'a custom_id of 101 characters',
    { content: 'x', components: [row({ ...button, custom_id: 'x'.repeat(101) })] },
    50035,
  ],
  ['the same custom_id twice', { content: 'x', components: [row(button, button)] }, 50035],
  [
    'a button without a custom_id',
    { content: 'x', components: [row({ type: 2, style: 1, label: 'x' })] },
    50035,
  ],
  [
    'a button without a label',
    { content: 'x', components: [row({ type: 2, style: 1, custom_id: 'x' })] },
    50035,
  ],
  ['a button of no known style', { content: 'x', components: [row({ ...button, style: 9 })] }, 50035],
  [
    'a link without an address',
    { content: 'x', components: [row({ type: 2, style: 5, label: 'x' })] },
    50035,
  ],
  [
    'a link with a custom_id',
    { content: 'x', components: [row({ ...button, style: 5, url: 'https://a.example' })] },
    50035,
  ],
  [
    'a link to a script',
    { content: 'x', components: [row({ type: 2, style: 5, label: 'x', url: 'javascript:alert(1)' })] },
    50035,
  ],
  ['an emoji that is none', { content: 'x', components: [row({ ...button, emoji: { name: 'x' } })] }, 50035],
  [
    '26 options to select',
    {
      content: 'x',
      components: [
        row({ ...select, options: Array.from({ length: 26 }, (_, n) => ({ label: 'a', value: `${n}` })) }),
      ],
    },
    50035,
  ],
  ['a select without options', { content: 'x', components: [row({ ...select, options: [] })] }, 50035],
  [
    'an option twice',
    { content: 'x', components: [row({ ...select, options: [...select.options, ...select.options] })] },
    50035,
  ],
  ['more to choose than there is', { content: 'x', components: [row({ ...select, max_values: 2 })] }, 50035],
  [
    'an option of 101 characters',
    { content: 'x', components: [row({ ...select, options: [{ label: 'x'.repeat(101), value: 'a' }] })] },
    50035,
  ],
  [
    'mentions parsed and listed',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    50035,
  ],
  ['a kind of mention that does not exist', { content: 'x', allowed_mentions: { parse: ['all'] } }, 50035],
  ['a reply to nothing', { content: 'x', message_reference: { message_id: '1' } }, 50035],
  ['a reply to what is no id', { content: 'x', message_reference: { message_id: 'x' } }, 50035],
  ['a flag that bots may not set', { content: 'x', flags: MessageFlags.Crossposted }, 50035],
  ['an attachment that was not sent', { content: 'x', attachments: [{ id: '0', filename: 'a.txt' }] }, 50035],
  ['a number for a text', { content: 5 }, 50035],
  ['content beside components v2', { ...v2, content: 'x', components: [{ type: 10, content: 'y' }] }, 50035],
  [
    '41 components',
    { ...v2, components: Array.from({ length: 41 }, () => ({ type: 10, content: 'y' })) },
    50035,
  ],
  [
    '4,001 characters of components v2',
    {
      ...v2,
      components: [
        { type: 10, content: 'x'.repeat(4_000) },
        { type: 10, content: 'x' },
      ],
    },
    50035,
  ],
  ['components v2 without their flag', { components: [{ type: 10, content: 'y' }] }, 50035],
])('a message is refused: %s', async (_, body, code) => {
  const { server, channel, client } = await scene();
  expect(
    await refusalOf(client.rest.post(`/channels/${channel.id}/messages`, { body: body as object })),
  ).toBe(code);
  expect(server.messages(channel)).toEqual([]);
  expect(server.violations).toHaveLength(1);
});

test.each<[string, object]>([
  ['2,000 characters', { content: '问'.repeat(2_000) }],
  ['embeds of 6,000 characters', { embeds: [...embeds(1, 4_000), ...embeds(1, 2_000)] }],
  ['five rows of buttons', { content: 'x', components: rows(5) }],
  [
    'a link',
    { content: 'x', components: [row({ type: 2, style: 5, label: 'x', url: 'https://a.example' })] },
  ],
  ['an emoji', { content: 'x', components: [row({ ...button, emoji: { name: '◀️' } })] }],
  ['a family', { content: 'x', components: [row({ ...button, emoji: { name: '👨‍👩‍👧' } })] }],
  [
    'components v2',
    { ...v2, components: [{ type: 17, components: [{ type: 10, content: 'y' }, row(button)] }] },
  ],
  ['a null for everything', { content: 'x', embeds: null, components: null, attachments: null, flags: null }],
])('a message is taken: %s', async (_, body) => {
  const { server, channel, client } = await scene();
  expect(await refusalOf(client.rest.post(`/channels/${channel.id}/messages`, { body }))).toBe(0);
  expect(server.messages(channel)).toHaveLength(1);
  expect(server.violations).toEqual([]);
});

test('a refusal tells where the fault is, in the form that discord.js prints', async () => {
  const { server, channel, client } = await scene();
  const body = { embeds: [{ fields: [{ name: 'a', value: 'x'.repeat(1_025) }] }] };
  await expect(client.rest.post(`/channels/${channel.id}/messages`, { body })).rejects.toThrow(
    'embeds[0].fields[0].value[BASE_TYPE_MAX_LENGTH]: Must be 1024 or fewer in length.',
  );
  expect(server.violations[0]).toContain('embeds.0.fields.0.value');
});

test('a fault in a component is told of the component that was meant', async () => {
  const { channel, client } = await scene();
  const body = { content: 'x', components: [row({ ...button, label: 'x'.repeat(81) })] };
  await expect(client.rest.post(`/channels/${channel.id}/messages`, { body })).rejects.toThrow(
    'components[0].components[0].label[BASE_TYPE_MAX_LENGTH]: Must be 80 or fewer in length.',
  );
});

test('an edit is held to the same rules, counted over the whole message', async () => {
  const { channel, client } = await scene();
  const path = `/channels/${channel.id}/messages` as const;
  const { id } = (await client.rest.post(path, { body: { embeds: embeds(1, 4_000) } })) as { id: string };
  const edit = (body: object) => refusalOf(client.rest.patch(`${path}/${id}`, { body }));
  expect(await edit({ content: 'x'.repeat(2_001) })).toBe(50035);
  expect(await edit({ embeds: embeds(2, 4_000) })).toBe(50035);
  expect(await edit({ embeds: [] })).toBe(50006);
  expect(await edit({ flags: MessageFlags.IsComponentsV2, components: [{ type: 10, content: 'y' }] })).toBe(
    50035,
  );
  expect(
    await edit({ flags: MessageFlags.IsComponentsV2, embeds: [], components: [{ type: 10, content: 'y' }] }),
  ).toBe(0);
});

test('nobody is called whom the bot does not allow to be called', async () => {
  const { server, channel, guild, member, client } = await scene();
  const role = server.world.addRole(guild, { name: 'Readers' });
  const content = `@everyone <@${member.id}> <@&${role.id}>`;
  await client.rest.post(`/channels/${channel.id}/messages`, {
    body: { content, allowed_mentions: { parse: [] } },
  });
  await client.rest.post(`/channels/${channel.id}/messages`, { body: { content } });
  const called = server.messages(channel).map((message) => ({
    users: message.mentions.map(({ id }) => id),
    roles: message.mention_roles,
    // The bot has no permission to call everyone.
    everyone: message.mention_everyone,
  }));
  expect(called).toEqual([
    { users: [], roles: [], everyone: false },
    { users: [member.id], roles: [role.id], everyone: false },
  ]);
});

test('the bot needs its permissions in the channel', async () => {
  const { server, guild, client, channel, member } = await scene();
  const role = guild.members.get(client.user.id)?.roleIds[0] ?? '';
  const closed = (deny: readonly 'ViewChannel'[] | readonly 'SendMessages'[] | readonly 'EmbedLinks'[]) =>
    server.world.addChannel(guild, { name: 'closed', overwrites: [{ for: { role }, deny }] });
  const post = (id: string, body: object) =>
    refusalOf(client.rest.post(`/channels/${id}/messages`, { body }));
  expect(await post(closed(['ViewChannel']).id, { content: 'x' })).toBe(50001);
  expect(await post(closed(['SendMessages']).id, { content: 'x' })).toBe(50013);
  expect(await post(closed(['EmbedLinks']).id, { embeds: embeds(1, 1) })).toBe(50013);
  expect(await post('1', { content: 'x' })).toBe(10003);
  const said = await server.say({ user: member, channel, content: 'mine' });
  const path = `/channels/${channel.id}/messages/${said.id}` as const;
  expect(await refusalOf(client.rest.patch(path, { body: { content: 'yours' } }))).toBe(50005);
  expect(await refusalOf(client.rest.delete(path))).toBe(50013);
  expect(server.violations).toEqual([]);
});
