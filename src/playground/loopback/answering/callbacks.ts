import {
  ApplicationCommandOptionType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { type FieldFault, invalidField, invalidForm } from '../api-error.js';
import type { Acknowledgement, Choice, Interaction } from '../interactions.js';
import type { Message } from '../messages.js';
import type { Platform } from '../platform.js';
import { type Modal, modalFaults } from '../validation/modal.js';
import type { SchemaName } from '../validation/schemas.js';
import { postAnswer, postThinking, sourceNow, updateSource } from './answers.js';
import type { FilesByNumber } from './attaching.js';

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
      return postAnswer(platform, interaction, data, files);
    case DeferredChannelMessageWithSource:
      return postThinking(platform, interaction, data);
    case UpdateMessage:
      return updateSource(platform, interaction, data, files);
    case DeferredMessageUpdate:
      return sourceNow(platform, interaction);
    case OpenModal:
      refuse(modalFaults(data as Modal, ['data']));
      return null;
    default:
      checkChoices((data as { readonly choices?: readonly Choice[] }).choices ?? [], interaction.focusedType);
      return null;
  }
}

function refuse(faults: readonly FieldFault[]): void {
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

/** Suggestions are of the option's type; texts have up to 100 characters, of which the schema allows more. */
function checkChoices(choices: readonly Choice[], type: number | null): void {
  const isText = type === ApplicationCommandOptionType.String;
  choices.forEach(({ value }, index) => {
    const path = ['data', 'choices', index, 'value'];
    if (isText !== (typeof value === 'string')) {
      throw invalidField(path, 'The value is not of the type of the option', 'BASE_TYPE_BAD_TYPE');
    }
    if (String(value).length <= MAX_CHOICE_LENGTH) return;
    throw invalidField(path, `Must be ${MAX_CHOICE_LENGTH} or fewer in length.`, 'BASE_TYPE_MAX_LENGTH');
  });
}
