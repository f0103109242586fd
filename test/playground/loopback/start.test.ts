import { Events, SlashCommandBuilder } from 'discord.js';
import { expect, test } from 'vitest';
import { loopback, readyClient } from './harness.js';

test('a client is ready within two seconds and knows the servers', async () => {
  const server = await loopback();
  const guild = server.world.addGuild({ name: 'Archive' });
  const startedAt = Date.now();
  const client = await readyClient(server);
  expect(Date.now() - startedAt).toBeLessThan(2_000);
  expect(client.guilds.cache.get(guild.id)?.name).toBe('Archive');
  expect(server.violations).toEqual([]);
});

test('a command is registered, called, deferred and answered', async () => {
  const server = await loopback();
  const guild = server.world.addGuild({ name: 'Archive' });
  const user = server.world.addMember(guild, { name: 'Lin' });
  const client = await readyClient(server);
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.editReply(`you said ${interaction.options.getString('text', true)}`);
  });
  await client.application.commands.set([
    new SlashCommandBuilder()
      .setName('echo')
      .setDescription('Says it again')
      .addStringOption((option) => option.setName('text').setDescription('What').setRequired(true)),
  ]);
  const run = server.command({ user, guild, name: 'echo', options: { text: 'hello' } });
  const message = await run.answered();
  expect(message.content).toBe('you said hello');
  expect(run.edits.map((edit) => edit.content)).toEqual(['', 'you said hello']);
  expect(run.ephemeral).toBe(false);
  expect(server.violations).toEqual([]);
});
