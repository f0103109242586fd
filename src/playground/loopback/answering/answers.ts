import { type APIMessage, ApplicationCommandType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { invalidField } from '../api-error.js';
import type { Interaction } from '../interactions.js';
import type { Message } from '../messages.js';
import type { Platform } from '../platform.js';
import type { MessageBody } from '../validation/message.js';
import type { Path } from '../validation/rules.js';
import type { FilesByNumber } from './attaching.js';
import { composeMessage, editMessage } from './posting.js';
import { replyFields } from './replies.js';

/** Where the message stands in the body of a first answer. */
const DATA: Path = ['data'];

/** Posts an answer in the interaction's channel; an ephemeral one for the user alone. */
export function postAnswer(
  platform: Platform,
  interaction: Interaction,
  body: MessageBody,
  files: FilesByNumber,
  path: Path = DATA,
): Message {
  return place(platform, interaction, body, files, (body.flags ?? 0) & MessageFlags.Ephemeral, path);
}

/** Posts "thinking…", to be filled by an edit. */
export function postThinking(platform: Platform, interaction: Interaction, body: MessageBody): Message {
  const ephemeral = (body.flags ?? 0) & MessageFlags.Ephemeral;
  if ((body.flags ?? 0) !== ephemeral) {
    const message = 'A deferred answer takes no flag but EPHEMERAL';
    throw invalidField([...DATA, 'flags'], message, 'MESSAGE_FLAGS_INVALID');
  }
  return place(platform, interaction, {}, new Map(), ephemeral | MessageFlags.Loading, DATA);
}

/** Edits the message whose component was used. */
export function updateSource(
  platform: Platform,
  interaction: Interaction,
  body: MessageBody,
  files: FilesByNumber,
): Message | null {
  const message = sourceNow(platform, interaction);
  if (message === null) return null;
  return platform.messages.edit(editMessage(platform, message, body, files, DATA));
}

/** The message whose component was used, in its latest state; null when there was none. */
export function sourceNow(platform: Platform, { source }: Interaction): Message | null {
  return source === null ? null : (platform.messages.get(source.id) ?? source);
}

function place(
  platform: Platform,
  interaction: Interaction,
  body: MessageBody,
  files: FilesByNumber,
  flags: number,
  path: Path,
): Message {
  const message = composeMessage(platform, {
    channel: interaction.channel,
    author: platform.world.bot,
    body,
    files,
    flags,
    fields: answerFields(interaction, platform.settings.applicationId),
    path,
  });
  const ephemeral = (flags & MessageFlags.Ephemeral) !== 0;
  return platform.messages.add(message, ephemeral ? interaction.userId : null);
}

/** The fields that show what a message answers. */
function answerFields(interaction: Interaction, applicationId: string): Partial<APIMessage> {
  const { command, source, channel, id, type, metadata } = interaction;
  return {
    type: messageType(interaction),
    application_id: applicationId,
    webhook_id: applicationId,
    interaction_metadata: metadata,
    ...(command !== null && { interaction: { id, type, name: command.name, user: metadata.user } }),
    ...(source !== null && replyFields(channel, source)),
  };
}

function messageType({ command, source }: Interaction): MessageType {
  if (source !== null) return MessageType.Reply;
  const fromMenu = command !== null && command.type !== ApplicationCommandType.ChatInput;
  return fromMenu ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
}
