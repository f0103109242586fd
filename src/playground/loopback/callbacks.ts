import {
  type APIMessage,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import { invalidField, invalidForm } from './api-error.js';
import type { Acknowledgement, Choice, Interaction } from './interactions.js';
import type { Message } from './messages.js';
import type { Platform } from './platform.js';
import { composeMessage, editMessage, type FilesByNumber } from './posting.js';
import type { MessageBody } from './validation/message.js';
import { type Modal, modalFaults } from './validation/modal.js';
import type { SchemaName } from './validation/schemas.js';

const {
  ChannelMessageWithSource,
  DeferredChannelMessageWithSource,
  DeferredMessageUpdate,
  UpdateMessage,
  ApplicationCommandAutocompleteResult,
  Modal: OpenModal,
} = InteractionResponseType;

/** The schema for each kind of first answer; kinds that are not here are refused. */
const SCHEMA_OF: Readonly<Partial<Record<InteractionResponseType, SchemaName>>> = {
  [ChannelMessageWithSource]: 'callbackWithMessage',
  [DeferredChannelMessageWithSource]: 'callbackWithMessage',
  [DeferredMessageUpdate]: 'callbackWithUpdate',
  [UpdateMessage]: 'callbackWithUpdate',
  [ApplicationCommandAutocompleteResult]: 'callbackWithChoices',
  [OpenModal]: 'callbackWithModal',
};

/** Longest name and value of a suggestion. */
const MAX_CHOICE_LENGTH = 100;

/** The kinds of first answer that an interaction takes. */
function allowedTypes(interaction: Interaction): readonly InteractionResponseType[] {
  const answers = [ChannelMessageWithSource, DeferredChannelMessageWithSource];
  const updates = [DeferredMessageUpdate, UpdateMessage];
  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return [ApplicationCommandAutocompleteResult];
    case InteractionType.MessageComponent:
      return [...answers, ...updates, OpenModal];
    case InteractionType.ModalSubmit:
      return interaction.source === null ? answers : [...answers, ...updates];
    default:
      return [...answers, OpenModal];
  }
}

/** Takes the bot's first answer; the message that came of it, if any. Throws what Discord would answer. */
export function acknowledge(
  platform: Platform,
  interaction: Interaction,
  body: unknown,
  files: FilesByNumber,
): Message | null {
  const type = (body as { readonly type?: InteractionResponseType } | null)?.type;
  const schema = type === undefined ? undefined : SCHEMA_OF[type];
  if (type === undefined || schema === undefined || !allowedTypes(interaction).includes(type)) {
    const message = `Value must be one of {${allowedTypes(interaction).join(', ')}}.`;
    throw invalidField(['type'], message, type === undefined ? 'BASE_TYPE_REQUIRED' : 'BASE_TYPE_CHOICES');
  }
  const { data } = platform.schemas.parse<{ readonly data?: unknown }>(schema, body);
  const message = perform(platform, interaction, type, data ?? {}, files);
  interaction.acknowledgement = acknowledgementOf(interaction, type, data, message);
  interaction.originalId = message?.id ?? null;
  platform.interactions.acknowledged.emit(interaction);
  return message;
}

function perform(
  platform: Platform,
  interaction: Interaction,
  type: InteractionResponseType,
  data: object,
  files: FilesByNumber,
): Message | null {
  switch (type) {
    case ChannelMessageWithSource:
      return post(platform, interaction, data, files);
    case DeferredChannelMessageWithSource:
      return postThinking(platform, interaction, data);
    case UpdateMessage:
      return update(platform, interaction, data, files);
    case DeferredMessageUpdate:
      return current(platform, interaction);
    case OpenModal:
      refuse(modalFaults(data as Modal, ['data']));
      return null;
    default:
      checkChoices(data as { readonly choices?: readonly Choice[] });
      return null;
  }
}

function refuse(faults: ReturnType<typeof modalFaults>): void {
  if (faults.length > 0) throw invalidForm(faults);
}

function acknowledgementOf(
  interaction: Interaction,
  type: InteractionResponseType,
  data: unknown,
  message: Message | null,
): Acknowledgement {
  return {
    type,
    afterMs: Date.now() - interaction.createdAt,
    modal: type === OpenModal ? (data as Modal) : null,
    choices:
      type === ApplicationCommandAutocompleteResult ? ((data as { choices?: Choice[] }).choices ?? []) : [],
    ephemeral: ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
  };
}

/** Posts an answer in the interaction's channel; an ephemeral one for the user alone. */
export function post(
  platform: Platform,
  interaction: Interaction,
  body: MessageBody,
  files: FilesByNumber,
  path: readonly (string | number)[] = ['data'],
): Message {
  const ephemeral = (body.flags ?? 0) & MessageFlags.Ephemeral;
  const message = composeMessage(platform, {
    channel: interaction.channel,
    author: platform.world.bot,
    body,
    files,
    flags: ephemeral,
    fields: answerFields(interaction, platform.settings.applicationId),
    path,
  });
  return platform.messages.add(message, ephemeral === 0 ? null : interaction.userId);
}

function postThinking(platform: Platform, interaction: Interaction, body: MessageBody): Message {
  const ephemeral = (body.flags ?? 0) & MessageFlags.Ephemeral;
  if ((body.flags ?? 0) !== ephemeral) {
    throw invalidField(
      ['data', 'flags'],
      'A deferred answer takes no flag but EPHEMERAL',
      'MESSAGE_FLAGS_INVALID',
    );
  }
  const message = composeMessage(platform, {
    channel: interaction.channel,
    author: platform.world.bot,
    body: {},
    files: new Map(),
    flags: ephemeral | MessageFlags.Loading,
    fields: answerFields(interaction, platform.settings.applicationId),
  });
  return platform.messages.add(message, ephemeral === 0 ? null : interaction.userId);
}

/** The fields that show what a message answers. */
function answerFields(interaction: Interaction, applicationId: string): Partial<APIMessage> {
  const { command, source, channel } = interaction;
  const chat = command?.type === ApplicationCommandType.ChatInput;
  const { referenced_message: _, ...shallowSource } = source ?? ({} as Message);
  const reply =
    source === null
      ? {}
      : {
          message_reference: {
            type: MessageReferenceType.Default,
            message_id: source.id,
            channel_id: channel.id,
            ...(channel.guildId !== null && { guild_id: channel.guildId }),
          },
          referenced_message: shallowSource as APIMessage,
        };
  return {
    type:
      source !== null
        ? MessageType.Reply
        : chat || command === null
          ? MessageType.ChatInputCommand
          : MessageType.ContextMenuCommand,
    application_id: applicationId,
    webhook_id: applicationId,
    interaction_metadata: interaction.metadata,
    ...(command !== null && {
      interaction: {
        id: interaction.id,
        type: interaction.type,
        name: command.name,
        user: interaction.metadata.user,
      },
    }),
    ...reply,
  };
}

function current(platform: Platform, interaction: Interaction): Message | null {
  const source = interaction.source;
  return source === null ? null : (platform.messages.get(source.id) ?? source);
}

function update(
  platform: Platform,
  interaction: Interaction,
  body: MessageBody,
  files: FilesByNumber,
): Message | null {
  const message = current(platform, interaction);
  return message === null
    ? null
    : platform.messages.edit(editMessage(platform, message, body, files, ['data']));
}

/** Suggestions have 1 to 100 characters; the schema allows their values more. */
function checkChoices(data: { readonly choices?: readonly Choice[] }): void {
  (data.choices ?? []).forEach((choice, index) => {
    if (typeof choice.value !== 'string' || choice.value.length <= MAX_CHOICE_LENGTH) return;
    const message = `Must be ${MAX_CHOICE_LENGTH} or fewer in length.`;
    throw invalidField(['data', 'choices', index, 'value'], message, 'BASE_TYPE_MAX_LENGTH');
  });
}
