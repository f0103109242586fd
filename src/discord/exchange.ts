/** discord.js's interactions as exchanges: what commands and controls see of them. */
import {
  type ChatInputCommandInteraction,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Call, Exchange, MenuCall, Services } from './command.js';
import type { Press, PressedMessage } from './component.js';
import { formWithin } from './controls.js';
import { isAlreadyAcknowledged } from './failure.js';
import { bounded, type Reply } from './limits.js';
import { describeError, type Logger } from './logger.js';
import { callerOf } from './permissions.js';
import { placeOf } from './place.js';
import type { Texts } from './texts/texts.js';

type PressInteraction = MessageComponentInteraction | ModalSubmitInteraction;

/** Every kind of interaction that takes a message for an answer. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | PressInteraction;

/** Acknowledges; that an earlier attempt went through although Discord reported a failure is no failure. */
async function acknowledge(
  interaction: Answerable,
  attempt: () => Promise<unknown>,
  logger: Logger,
): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    if (!isAlreadyAcknowledged(error)) throw error;
    logger.warn({ error: describeError(error) }, 'The interaction had been acknowledged already');
    interaction.deferred = true;
  }
}

/** A message to the caller alone, as the first answer or beside it. */
export async function tellCaller(interaction: Answerable, reply: Reply): Promise<void> {
  const message = { ...bounded(reply), flags: MessageFlags.Ephemeral } as const;
  if (interaction.deferred || interaction.replied) await interaction.followUp(message);
  else await interaction.reply(message);
}

/**
 * The server as a place where something is kept: none where somebody uses the bot as an app of their own, in a server
 * that it was not added to.
 */
function ownGuild({ guildId }: Answerable, { guildIds }: Services): string | null {
  return guildId !== null && guildIds().includes(guildId) ? guildId : null;
}

function exchangeOf(interaction: Answerable, services: Services, texts: Texts, logger: Logger): Exchange {
  return {
    services,
    logger,
    texts,
    caller: callerOf(interaction),
    place: placeOf(interaction.channelId ?? '', ownGuild(interaction, services), interaction.channel?.type),
    defer: (audience) => {
      const flags = audience === 'asker' ? ({ flags: MessageFlags.Ephemeral } as const) : {};
      return acknowledge(interaction, () => interaction.deferReply(flags), logger);
    },
    reply: async (reply) => {
      await interaction.editReply(bounded(reply));
    },
    tell: (reply) => tellCaller(interaction, reply),
    post: async (reply) => {
      await interaction.followUp(bounded(reply));
    },
    openForm: async (form) => {
      if (interaction.isModalSubmit()) throw new Error('A form cannot open another one.');
      await interaction.showModal(formWithin(form));
    },
  };
}

/** A chat command's call. */
export function callOf(
  interaction: ChatInputCommandInteraction,
  services: Services,
  texts: Texts,
  logger: Logger,
): Call {
  const { options } = interaction;
  return {
    ...exchangeOf(interaction, services, texts, logger),
    subcommand: options.getSubcommand(false),
    text: (option) => options.getString(option, true),
    optionalText: (option) => options.getString(option),
    integer: (option) => options.getInteger(option),
    optionalFlag: (option) => options.getBoolean(option),
    attachment: (option) => {
      const file = options.getAttachment(option);
      if (file === null) return null;
      const { name, title, size, url, contentType } = file;
      return { name, title, size, url, contentType };
    },
  };
}

/** A message menu's call. */
export function menuCallOf(
  interaction: MessageContextMenuCommandInteraction,
  services: Services,
  texts: Texts,
  logger: Logger,
): MenuCall {
  const { id, content, url, embeds } = interaction.targetMessage;
  const cards = embeds.map(({ title, description }) => [title, description].filter(Boolean).join('\n'));
  return { ...exchangeOf(interaction, services, texts, logger), target: { id, text: content, url, cards } };
}

/**
 * Who asked what a message of the bot answers, by Discord's own word: who used the command or the control that it came
 * of, else whose message it replies to. Null when that cannot be told any more.
 */
export async function askerOf(message: Message): Promise<string | null> {
  const known = message.interactionMetadata?.user.id ?? message.mentions.repliedUser?.id;
  if (known !== undefined) return known;
  if (message.reference?.messageId === undefined) return null;
  return message.fetchReference().then(
    ({ author }) => author.id,
    () => null,
  );
}

async function pressedMessage({ message }: PressInteraction): Promise<PressedMessage | null> {
  if (message === null) return null;
  return {
    id: message.id,
    ephemeral: message.flags.has(MessageFlags.Ephemeral),
    askerId: await askerOf(message),
    embeds: message.embeds.map(({ title, description, color, footer }) => ({
      ...(title === null ? {} : { title }),
      ...(description === null ? {} : { description }),
      ...(color === null ? {} : { color }),
      ...(footer === null ? {} : { footer: { text: footer.text } }),
    })),
  };
}

/** A button's label; premium buttons have none, nor has one that has gone from its message. */
const labelOf = (button: object | null): string | null =>
  button !== null && 'label' in button && typeof button.label === 'string' ? button.label : null;

/** The use of a control or the submission of a form. */
export async function pressOf(
  interaction: PressInteraction,
  args: readonly string[],
  services: Services,
  texts: Texts,
  logger: Logger,
): Promise<Press> {
  const fields = interaction.isModalSubmit() ? interaction.fields : null;
  return {
    ...exchangeOf(interaction, services, texts, logger),
    args,
    values: interaction.isAnySelectMenu() ? interaction.values : [],
    label: interaction.isButton() ? labelOf(interaction.component) : null,
    message: await pressedMessage(interaction),
    field: (id) => (fields?.fields.has(id) === true ? fields.getTextInputValue(id) : ''),
    deferUpdate: () => acknowledge(interaction, () => interaction.deferUpdate(), logger),
    update: async (reply) => {
      if (interaction.isModalSubmit() && !interaction.isFromMessage()) {
        throw new Error('This form was not opened from a message.');
      }
      await interaction.update(bounded(reply));
    },
    deleteMessage: () => interaction.deleteReply(),
  };
}
