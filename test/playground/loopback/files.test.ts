import { request as httpRequest } from 'node:http';
import { ApplicationCommandOptionType, AttachmentBuilder, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import type { Message } from '../../../src/playground/loopback/messages.js';
import { onCommand, refusalOf, register, scene } from './harness.js';

const encode = (text: string) => new TextEncoder().encode(text);

test('a file that a user gives to a command is fetched by the bot from its address', async () => {
  const { server, channel, member, client } = await scene();
  const option = {
    name: 'file',
    description: 'x',
    type: ApplicationCommandOptionType.Attachment as const,
    required: true,
  };
  await client.application.commands.set([{ name: 'add', description: 'x', options: [option] }]);
  const seen: unknown[] = [];
  onCommand(client, async (interaction) => {
    const { url, size, name, contentType } = interaction.options.getAttachment('file', true);
    seen.push(new URL(url).origin, size, name, contentType, await (await fetch(url)).text());
    await interaction.reply('got it');
  });
  const file = { name: 'report.md', bytes: encode('# 会议') };
  await server.command({ user: member, channel, name: 'add', options: { file } }).answered();
  expect(seen).toEqual([
    new URL(server.api).origin,
    8,
    'report.md',
    'text/markdown; charset=utf-8',
    '# 会议',
  ]);
});

test('a file that the bot sends is on its message and can be fetched', async () => {
  const { server, channel, member, client } = await scene();
  await register(client, 'export');
  onCommand(client, async (interaction) => {
    await interaction.deferReply();
    const bytes = Buffer.from('{"a":1}');
    const file = new AttachmentBuilder(bytes, { name: 'gaps.jsonl', description: 'What was not found' });
    await interaction.editReply({ content: 'here', files: [file] });
  });
  const message = await server.command({ user: member, channel, name: 'export' }).answered();
  const [attachment] = message.attachments;
  expect(attachment).toMatchObject({ filename: 'gaps.jsonl', size: 7, description: 'What was not found' });
  expect(await (await fetch(attachment?.url ?? '')).text()).toBe('{"a":1}');
  expect(server.violations).toEqual([]);
});

test('a first answer and a follow-up carry files too', async () => {
  const { server, channel, member, client } = await scene();
  await register(client, 'export');
  onCommand(client, async (interaction) => {
    const files = (name: string) => [new AttachmentBuilder(Buffer.from(name), { name })];
    await interaction.reply({ files: files('one.txt') });
    await interaction.followUp({ content: 'and', files: files('two.txt'), flags: MessageFlags.Ephemeral });
  });
  const run = server.command({ user: member, channel, name: 'export' });
  await run.answered();
  await expect.poll(() => run.followUps).toHaveLength(1);
  const names = server.messages(channel, member).map(({ attachments }) => attachments[0]?.filename);
  expect(names).toEqual(['one.txt', 'two.txt']);
  expect(server.violations).toEqual([]);
});

test('an edit keeps the attachments that it names, adds new ones and drops the rest', async () => {
  const { server, channel, client } = await scene();
  const path = `/channels/${channel.id}/messages` as const;
  const files = ['a', 'b'].map((name) => ({ name: `${name}.txt`, data: Buffer.from(name) }));
  const sent = (await client.rest.post(path, { body: { content: 'x' }, files })) as Message;
  const kept = sent.attachments[1]?.id;
  const body = { attachments: [{ id: kept }, { id: '0', filename: 'c.txt' }] };
  await client.rest.patch(`${path}/${sent.id}`, { body, files: [{ name: 'c.txt', data: Buffer.from('c') }] });
  expect(server.messages(channel)[0]?.attachments.map(({ filename }) => filename)).toEqual([
    'b.txt',
    'c.txt',
  ]);
});

test('a name with other characters keeps them in its title', async () => {
  const { server, channel, member } = await scene();
  const attachments = [{ name: '会议 纪要.txt', bytes: encode('x') }];
  const message = await server.say({ user: member, channel, content: '', attachments });
  expect(message.attachments[0]).toMatchObject({ filename: '_.txt', title: '会议 纪要' });
});

test('a file above the limit is refused, from the bot and from a user', async () => {
  const { server, channel, member, client } = await scene({ attachmentBytes: 10 });
  const path = `/channels/${channel.id}/messages` as const;
  const files = [{ name: 'a.txt', data: Buffer.alloc(11) }];
  expect(await refusalOf(client.rest.post(path, { body: {}, files }))).toBe(40005);
  const option = { name: 'file', description: 'x', type: ApplicationCommandOptionType.Attachment as const };
  await client.application.commands.set([{ name: 'add', description: 'x', options: [option] }]);
  const file = { name: 'a.txt', bytes: new Uint8Array(11) };
  expect(() => server.command({ user: member, channel, name: 'add', options: { file } })).toThrow(
    'too large',
  );
});

test('a path that nobody stored, and a foreign Host header, get nothing', async () => {
  const { server, channel, member } = await scene();
  const attachments = [{ name: 'a.txt', bytes: encode('x') }];
  const { url = '' } =
    (await server.say({ user: member, channel, content: '', attachments })).attachments[0] ?? {};
  expect((await fetch(`${url}/../b.txt`)).status).toBe(404);
  const status = await new Promise((resolve, reject) => {
    const sent = httpRequest(url, { headers: { host: 'attacker.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
  expect(status).toBe(403);
});
