import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Events,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { RefusedByClientError } from '../../../src/playground/loopback/acts/refused.js';
import type { Message } from '../../../src/playground/loopback/messages.js';
import { refusalOf, register, scene } from './harness.js';

function buttons(...ids: readonly string[]): ActionRowBuilder<ButtonBuilder> {
  const made = ids.map((id) =>
    new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Primary),
  );
  return new ActionRowBuilder<ButtonBuilder>().addComponents(made);
}

function colours(): ActionRowBuilder<StringSelectMenuBuilder> {
  const menu = new StringSelectMenuBuilder()
    .setCustomId('colour')
    .setMaxValues(2)
    .addOptions(['red', 'blue', 'green'].map((name) => ({ label: name, value: name })));
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu);
}

function question(): ModalBuilder {
  const input = new TextInputBuilder()
    .setCustomId('question')
    .setLabel('Question')
    .setStyle(TextInputStyle.Short)
    .setMaxLength(20);
  return new ModalBuilder()
    .setCustomId('follow-up')
    .setTitle('Follow up')
    .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(input));
}

/** A bot that shows the components on /show and does what `act` says with everything else. */
async function showing(
  components: readonly (ActionRowBuilder<ButtonBuilder> | ActionRowBuilder<StringSelectMenuBuilder>)[],
  act: (interaction: Interaction) => Promise<unknown>,
  flags?: MessageFlags.Ephemeral,
) {
  const place = await scene();
  await register(place.client, 'show');
  place.client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return void (await act(interaction));
    await interaction.reply({ content: 'here', components: [...components], ...(flags && { flags }) });
  });
  const { server, channel, member } = place;
  const message = await server.command({ user: member, channel, name: 'show' }).answered();
  return { ...place, message };
}

test('a button changes its message', async () => {
  const { server, member, message } = await showing([buttons('next')], async (interaction) => {
    if (interaction.isButton())
      await interaction.update({ content: `after ${interaction.customId}`, components: [] });
  });
  const run = server.click(message, 'next', member);
  expect((await run.answered()).content).toBe('after next');
  expect(run.message?.id).toBe(message.id);
  expect(run.edits.map(({ content }) => content)).toEqual(['after next']);
  expect(server.history(message).map(({ content }) => content)).toEqual(['here', 'after next']);
  expect(server.violations).toEqual([]);
});

test('a button is acknowledged first and changes its message later', async () => {
  const { server, member, message } = await showing([buttons('next')], async (interaction) => {
    if (!interaction.isButton()) return;
    await interaction.deferUpdate();
    await interaction.editReply({ content: 'later' });
  });
  const run = server.click(message, 'next', member);
  expect((await run.answered()).content).toBe('later');
});

test('a button answers with a message of its own, which refers to the first', async () => {
  const { server, member, moderator, message, channel } = await showing(
    [buttons('source')],
    async (interaction) => {
      if (interaction.isButton())
        await interaction.reply({ content: 'the source', flags: MessageFlags.Ephemeral });
    },
  );
  const run = server.click(message, 'source', moderator);
  const answer = await run.answered();
  expect(answer.message_reference?.message_id).toBe(message.id);
  expect(server.messages(channel, member).map(({ content }) => content)).toEqual(['here']);
  expect(server.messages(channel, moderator).map(({ content }) => content)).toEqual(['here', 'the source']);
});

test('a button of an ephemeral message works for its reader and for nobody else', async () => {
  const { server, member, moderator, message } = await showing(
    [buttons('next')],
    async (interaction) => {
      if (interaction.isButton()) await interaction.update('done');
    },
    MessageFlags.Ephemeral,
  );
  expect(() => server.click(message, 'next', moderator)).toThrow(RefusedByClientError);
  expect((await server.click(message, 'next', member).answered()).content).toBe('done');
});

test('a button that is not there or disabled is not sent, except by a forged client', async () => {
  const disabled = buttons('off');
  disabled.components[0]?.setDisabled(true);
  const seen: string[] = [];
  const { server, member, message } = await showing([disabled], async (interaction) => {
    if (!interaction.isButton()) return;
    seen.push(interaction.customId);
    await interaction.deferUpdate();
  });
  expect(() => server.click(message, 'off', member)).toThrow(RefusedByClientError);
  expect(() => server.click(message, 'forged', member)).toThrow(RefusedByClientError);
  await server.click(message, 'forged', member, { force: true }).response;
  expect(seen).toEqual(['forged']);
});

test('a select menu hands over what was chosen, within its limits', async () => {
  const { server, member, message } = await showing([colours()], async (interaction) => {
    if (interaction.isStringSelectMenu()) await interaction.update(interaction.values.join('+'));
  });
  expect((await server.select(message, 'colour', member, ['red', 'green']).answered()).content).toBe(
    'red+green',
  );
  for (const values of [[], ['pink'], ['red', 'blue', 'green']]) {
    expect(() => server.select(message, 'colour', member, values)).toThrow(RefusedByClientError);
  }
});

test('a modal opens, is filled in, and changes the message that it came from', async () => {
  const { server, member, message } = await showing([buttons('ask')], async (interaction) => {
    if (interaction.isButton()) await interaction.showModal(question());
    if (interaction.isModalSubmit() && interaction.isFromMessage()) {
      await interaction.update(`asked: ${interaction.fields.getTextInputValue('question')}`);
    }
  });
  const opener = server.click(message, 'ask', member);
  await opener.response;
  expect(opener.modal?.title).toBe('Follow up');
  const run = server.submitModal(opener, { question: '那省长呢？' });
  expect((await run.answered()).content).toBe('asked: 那省长呢？');
  expect(server.violations).toEqual([]);
});

test.each([
  ['a required field that is empty', {}],
  ['a text that is too long', { question: 'x'.repeat(21) }],
  ['a field that the modal does not have', { question: 'x', other: 'y' }],
])('a client does not submit %s', async (_, values) => {
  const { server, member, message } = await showing([buttons('ask')], async (interaction) => {
    if (interaction.isButton()) await interaction.showModal(question());
  });
  const opener = server.click(message, 'ask', member);
  await opener.response;
  expect(() => server.submitModal(opener, values)).toThrow(RefusedByClientError);
});

test('a modal of labels takes texts and choices', async () => {
  const { server, channel, member, client } = await scene();
  await register(client, 'settings');
  const seen: unknown[] = [];
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.showModal({
        custom_id: 'settings',
        title: 'Settings',
        components: [
          { type: 18, label: 'Name', component: { type: 4, custom_id: 'name', style: 1, required: false } },
          {
            type: 18,
            label: 'Language',
            component: { type: 3, custom_id: 'language', options: [{ label: '中文', value: 'zh' }] },
          },
        ],
      });
    }
    if (!interaction.isModalSubmit()) return;
    seen.push(
      interaction.fields.getTextInputValue('name'),
      interaction.fields.getStringSelectValues('language'),
    );
    await interaction.reply('saved');
  });
  const opener = server.command({ user: member, channel, name: 'settings' });
  await opener.response;
  await server.submitModal(opener, { language: ['zh'] }).answered();
  expect(seen).toEqual(['', ['zh']]);
  expect(server.violations).toEqual([]);
});

test('a modal is no answer to a modal', async () => {
  const codes: unknown[] = [];
  const { server, member, message } = await showing([buttons('ask')], async (interaction) => {
    if (interaction.isButton()) await interaction.showModal(question());
    if (!interaction.isModalSubmit()) return;
    const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    const body = { type: 9, data: question().toJSON() };
    codes.push(await refusalOf(interaction.client.rest.post(path, { auth: false, body })));
  });
  const opener = server.click(message, 'ask', member);
  await opener.response;
  server.submitModal(opener, { question: 'x' });
  await expect.poll(() => codes).toEqual([50035]);
});

test('components get numbers, and the bot reads its own message with them', async () => {
  const { client, channel, message } = await showing([buttons('a', 'b'), colours()], async () => {});
  const numbers = (shown: Message): (number | undefined)[] =>
    (shown.components ?? []).flatMap((row) => [
      row.id,
      ...('components' in row ? row.components.map((one) => one.id) : []),
    ]);
  expect(numbers(message)).toEqual([1, 2, 3, 4, 5]);
  const read = (await client.rest.get(`/channels/${channel.id}/messages/${message.id}`)) as Message;
  expect(numbers(read)).toEqual([1, 2, 3, 4, 5]);
});
