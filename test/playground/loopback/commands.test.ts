import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  Events,
  PermissionFlagsBits,
} from 'discord.js';
import { expect, test } from 'vitest';
import { RefusedByClientError } from '../../../src/playground/loopback/acts/refused.js';
import { onCommand, refusalOf, scene } from './harness.js';

const text = { name: 'text', description: 'What', type: ApplicationCommandOptionType.String } as const;

test('a command keeps its id and version when nothing changed, and gets a new version when something did', async () => {
  const { server, client } = await scene();
  const path = `/applications/${server.applicationId}/commands` as const;
  const set = async (description: string): Promise<{ id: string; version: string } | undefined> => {
    const body = [{ name: 'ask', description }];
    return ((await client.rest.put(path, { body })) as { id: string; version: string }[])[0];
  };
  const first = await set('Asks');
  const same = await set('Asks');
  const other = await set('Asks again');
  expect([same?.id, other?.id]).toEqual([first?.id, first?.id]);
  expect(same?.version).toBe(first?.version);
  expect(other?.version).not.toBe(first?.version);
  expect((await client.application.commands.fetch()).map(({ description }) => description)).toEqual([
    'Asks again',
  ]);
});

test('commands of a server are offered there and nowhere else', async () => {
  const { server, guild, channel, member, client } = await scene();
  const elsewhere = server.world.addGuild({ name: 'Elsewhere' });
  server.world.addMember(elsewhere, { user: member });
  await client.application.commands.set([{ name: 'here', description: 'x' }], guild.id);
  await client.application.commands.set([{ name: 'everywhere', description: 'x' }]);
  const offered = (place: object): string[] =>
    server.commands({ user: member, ...place }).map(({ name }) => name);
  expect(offered({ channel })).toEqual(['here', 'everywhere']);
  expect(offered({ guild: elsewhere })).toEqual(['everywhere']);
  expect(offered({ dm: true })).toEqual(['everywhere']);
});

test('contexts and installations decide where a command is offered', async () => {
  const { server, channel, member, client } = await scene();
  const foreign = server.world.addGuild({ name: 'Without the bot', installed: false });
  server.world.addMember(foreign, { user: member });
  const friend = server.world.addUser({ name: 'Friend' });
  const group = server.world.addGroup([member, friend]);
  await client.application.commands.set([
    { name: 'guilds', description: 'x', contexts: [0] },
    { name: 'private', description: 'x', contexts: [1], integrationTypes: [0, 1] },
    { name: 'all', description: 'x', contexts: [0, 1, 2], integrationTypes: [0, 1] },
  ]);
  const offered = (place: object): string[] =>
    server.commands({ user: member, ...place }).map(({ name }) => name);
  expect(offered({ channel })).toEqual(['guilds', 'all']);
  expect(offered({ dm: true })).toEqual(['private', 'all']);
  expect(offered({ guild: foreign })).toEqual([]);
  expect(offered({ channel: group })).toEqual([]);
  member.installedApplication = true;
  expect(offered({ guild: foreign })).toEqual(['all']);
  expect(offered({ channel: group })).toEqual(['all']);
});

test('a user-installed command is answered in a server without the bot', async () => {
  const { server, member, client } = await scene();
  const foreign = server.world.addGuild({ name: 'Without the bot', installed: false });
  server.world.addMember(foreign, { user: member });
  member.installedApplication = true;
  await client.application.commands.set([
    { name: 'all', description: 'x', contexts: [0], integrationTypes: [1] },
  ]);
  const seen: unknown[] = [];
  onCommand(client, async (interaction) => {
    seen.push(interaction.inCachedGuild(), interaction.authorizingIntegrationOwners.userId);
    await interaction.reply('hello');
  });
  const run = server.command({ user: member, guild: foreign, name: 'all' });
  expect((await run.answered()).content).toBe('hello');
  expect(seen).toEqual([false, member.id]);
});

test('default_member_permissions hides a command, and a forged client can send it all the same', async () => {
  const { server, channel, member, moderator, client } = await scene();
  await client.application.commands.set([
    { name: 'reindex', description: 'x', defaultMemberPermissions: PermissionFlagsBits.ManageGuild },
  ]);
  const manages: (boolean | undefined)[] = [];
  onCommand(client, async (interaction) => {
    manages.push(interaction.memberPermissions?.has('ManageGuild'));
    await interaction.reply('ok');
  });
  expect(server.commands({ user: member, channel })).toEqual([]);
  expect(() => server.command({ user: member, channel, name: 'reindex' })).toThrow(RefusedByClientError);
  await server.command({ user: member, channel, name: 'reindex', force: true }).answered();
  await server.command({ user: moderator, channel, name: 'reindex' }).answered();
  expect(manages).toEqual([false, true]);
});

test.each([
  ['an option that is not registered', { text: 'a', more: 'b' }],
  ['a required option that is missing', {}],
  ['a text for a number', { text: 'a', count: 'three' }],
  ['a number out of its range', { text: 'a', count: 11 }],
  ['a fraction for an integer', { text: 'a', count: 1.5 }],
  ['a choice that is not offered', { text: 'a', size: 'huge' }],
  ['a text that is too long', { text: 'abcdefghijk' }],
  ['a text that is empty', { text: '' }],
  ['a file for a text', { text: { name: 'a.txt', bytes: new Uint8Array(1) } }],
  ['a user whom nobody knows', { text: 'a', who: { id: '1' } }],
])('a client refuses %s', async (_, options) => {
  const { server, channel, member, client } = await scene();
  const types = ApplicationCommandOptionType;
  await client.application.commands.set([
    {
      name: 'echo',
      description: 'x',
      options: [
        { ...text, required: true, maxLength: 10 },
        { name: 'count', description: 'x', type: types.Integer, maxValue: 10 },
        { name: 'size', description: 'x', type: types.String, choices: [{ name: 'Small', value: 'small' }] },
        { name: 'who', description: 'x', type: types.User },
      ],
    },
  ]);
  expect(() => server.command({ user: member, channel, name: 'echo', options })).toThrow(
    RefusedByClientError,
  );
});

test('every type of option reaches the bot with what it stands for', async () => {
  const { server, guild, channel, member, moderator, client } = await scene();
  const role = server.world.addRole(guild, { name: 'Readers' });
  const types = ApplicationCommandOptionType;
  const option = (name: string, type: number) => ({ name, description: 'x', type });
  await client.rest.put(`/applications/${server.applicationId}/commands`, {
    body: [
      {
        name: 'all',
        description: 'x',
        options: [
          option('s', types.String),
          option('i', types.Integer),
          option('n', types.Number),
          option('b', types.Boolean),
          option('u', types.User),
          option('c', types.Channel),
          option('r', types.Role),
          option('m', types.Mentionable),
          option('a', types.Attachment),
        ],
      },
    ],
  });
  const seen: unknown[] = [];
  onCommand(client, async (interaction) => {
    const { options } = interaction;
    seen.push(
      options.getString('s'),
      options.getInteger('i'),
      options.getNumber('n'),
      options.getBoolean('b'),
    );
    seen.push(options.getUser('u')?.id, options.getChannel('c')?.id, options.getRole('r')?.id);
    seen.push((options.getMentionable('m') as { id: string }).id, options.getAttachment('a')?.name);
    await interaction.reply('ok');
  });
  const file = { name: 'notes.txt', bytes: new TextEncoder().encode('notes') };
  const options = { s: '问', i: 3, n: 0.5, b: true, u: moderator, c: channel, r: role, m: member, a: file };
  await server.command({ user: member, channel, name: 'all', options }).answered();
  expect(seen).toEqual(['问', 3, 0.5, true, moderator.id, channel.id, role.id, member.id, 'notes.txt']);
});

test('subcommands and groups are found by name, and cannot be left out', async () => {
  const { server, channel, member, client } = await scene();
  const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;
  await client.application.commands.set([
    {
      name: 'corpus',
      description: 'x',
      options: [
        { name: 'add', description: 'x', type: Subcommand, options: [{ ...text, required: true }] },
        {
          name: 'more',
          description: 'x',
          type: SubcommandGroup,
          options: [{ name: 'deep', description: 'x', type: Subcommand }],
        },
      ],
    },
  ]);
  const seen: unknown[] = [];
  onCommand(client, async (interaction) => {
    seen.push([
      interaction.options.getSubcommandGroup(false),
      interaction.options.getSubcommand(),
      interaction.options.getString('text'),
    ]);
    await interaction.reply('ok');
  });
  const act = { user: member, channel, name: 'corpus' };
  expect(() => server.command(act)).toThrow(RefusedByClientError);
  expect(() => server.command({ ...act, subcommand: 'drop' })).toThrow(RefusedByClientError);
  await server.command({ ...act, subcommand: 'add', options: { text: 'a' } }).answered();
  await server.command({ ...act, group: 'more', subcommand: 'deep' }).answered();
  expect(seen).toEqual([
    [null, 'add', 'a'],
    ['more', 'deep', null],
  ]);
});

test('suggestions come for what is typed, and more than 25 are refused', async () => {
  const { server, channel, member, client } = await scene();
  await client.application.commands.set([
    { name: 'read', description: 'x', options: [{ ...text, required: true, autocomplete: true }] },
  ]);
  const codes: unknown[] = [];
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const focused = interaction.options.getFocused();
    const many = Array.from({ length: focused === 'all' ? 26 : 2 }, (_, index) => `${focused} ${index}`);
    codes.push(await refusalOf(interaction.respond(many.map((name) => ({ name, value: name })))));
  });
  const act = { user: member, channel, name: 'read', focused: 'text' };
  expect(await server.autocomplete({ ...act, options: { text: 'rep' } })).toEqual([
    { name: 'rep 0', value: 'rep 0' },
    { name: 'rep 1', value: 'rep 1' },
  ]);
  const tooMany = server.autocomplete({ ...act, options: { text: 'all' } });
  tooMany.catch(() => {});
  await expect.poll(() => codes).toEqual([0, 50035]);
});

test('suggestions must be of the type of their option', async () => {
  const { server, channel, member, client } = await scene();
  const count = {
    name: 'count',
    description: 'x',
    type: ApplicationCommandOptionType.Integer,
    autocomplete: true,
  } as const;
  await client.application.commands.set([{ name: 'read', description: 'x', options: [count] }]);
  const codes: unknown[] = [];
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    const body = { type: 8, data: { choices: [{ name: 'x', value: 'x' }] } };
    codes.push(await refusalOf(client.rest.post(path, { auth: false, body })));
    await interaction.respond([{ name: 'one', value: 1 }]);
  });
  const act = { user: member, channel, name: 'read', focused: 'count', options: { count: '1' } };
  expect(await server.autocomplete(act)).toEqual([{ name: 'one', value: 1 }]);
  expect(codes).toEqual([50035]);
});

test('the menu of a message hands its text over, that of a user the user', async () => {
  const { server, channel, member, moderator, client } = await scene();
  const { Message, User } = ApplicationCommandType;
  await client.application.commands.set([
    { name: 'Ask about this', type: Message },
    { name: 'Who is this', type: User },
  ]);
  const seen: unknown[] = [];
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isMessageContextMenuCommand()) seen.push(interaction.targetMessage.content);
    if (interaction.isUserContextMenuCommand()) seen.push(interaction.targetUser.username);
    if (interaction.isContextMenuCommand()) await interaction.reply('ok');
  });
  const target = await server.say({ user: moderator, channel, content: 'a remark' });
  await server.contextMenu({ user: member, channel, name: 'Ask about this', target }).answered();
  await server.contextMenu({ user: member, channel, name: 'Who is this', target: moderator }).answered();
  expect(seen).toEqual(['a remark', 'mo']);
});

const ask = { name: 'ask', description: 'x' };
const string = ApplicationCommandOptionType.String;
test.each<[string, unknown]>([
  ['a name with a space', [{ ...ask, name: 'ask me' }]],
  ['a name with capitals', [{ ...ask, name: 'Ask' }]],
  ['a localised name with a space', [{ ...ask, name_localizations: { 'zh-CN': '问 题' } }]],
  ['a locale that Discord lacks', [{ ...ask, name_localizations: { zh: '问' } }]],
  ['no description', [{ name: 'ask' }]],
  ['a description of 101 characters', [{ ...ask, description: 'x'.repeat(101) }]],
  ['two commands of one name', [ask, ask]],
  [
    'a required option after another',
    [{ ...ask, options: [{ ...text }, { ...text, name: 'b', required: true }] }],
  ],
  ['two options of one name', [{ ...ask, options: [text, text] }]],
  [
    'choices together with autocomplete',
    [{ ...ask, options: [{ ...text, autocomplete: true, choices: [{ name: 'a', value: 'a' }] }] }],
  ],
  [
    '26 choices',
    [
      {
        ...ask,
        options: [
          { ...text, choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })) },
        ],
      },
    ],
  ],
  ['26 options', [{ ...ask, options: Array.from({ length: 26 }, (_, n) => ({ ...text, name: `o${n}` })) }]],
  [
    'subcommands beside plain options',
    [{ ...ask, options: [text, { name: 'sub', description: 'x', type: 1 }] }],
  ],
  ['a menu command with a description', [{ name: 'Ask', type: 3, description: 'x' }]],
  [
    'more than 8,000 characters',
    [
      {
        ...ask,
        options: Array.from({ length: 25 }, (_, n) => ({
          name: `o${n}`,
          description: 'x'.repeat(100),
          type: string,
          choices: Array.from({ length: 25 }, (_, m) => ({ name: `${m}`.padEnd(10, 'y'), value: `${m}` })),
        })),
      },
    ],
  ],
  ['an option of a type that does not exist', [{ ...ask, options: [{ ...text, type: 77 }] }]],
  ['a context that does not exist', [{ ...ask, contexts: [5] }]],
  ['something else than a list', { commands: [] }],
])('a registration is refused with 50035: %s', async (_, body) => {
  const { server, client } = await scene();
  const path = `/applications/${server.applicationId}/commands` as const;
  expect(await refusalOf(client.rest.put(path, { body }))).toBe(50035);
  expect(server.violations).toHaveLength(1);
  expect(await client.rest.get(path)).toEqual([]);
});

test('registering for a server without the bot is refused with 50001', async () => {
  const { server, client } = await scene();
  const foreign = server.world.addGuild({ name: 'Without the bot', installed: false });
  const path = `/applications/${server.applicationId}/guilds/${foreign.id}/commands` as const;
  expect(await refusalOf(client.rest.put(path, { body: [ask] }))).toBe(50001);
});

test('one command is added, changed and removed', async () => {
  const { client } = await scene();
  const made = await client.application.commands.create(ask);
  const edited = await client.application.commands.edit(made.id, { description: 'y' });
  expect([edited.id, edited.description]).toEqual([made.id, 'y']);
  await client.application.commands.delete(made.id);
  expect(await refusalOf(client.application.commands.fetch(made.id))).toBe(10063);
});

test('the 201st creation of a day is refused', async () => {
  const { server, client } = await scene();
  const path = `/applications/${server.applicationId}/commands` as const;
  const batch = (from: number) => Array.from({ length: 100 }, (_, n) => ({ ...ask, name: `c${from + n}` }));
  for (const from of [0, 100]) await client.rest.put(path, { body: batch(from) });
  expect(await refusalOf(client.rest.put(path, { body: [ask] }))).toBe(30034);
});
