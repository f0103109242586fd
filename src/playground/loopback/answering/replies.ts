import { type APIMessage, MessageReferenceType } from 'discord-api-types/v10';
import { invalidField } from '../api-error.js';
import type { Message } from '../messages.js';
import type { Platform } from '../platform.js';
import type { MessageBody } from '../validation/message.js';
import type { Channel } from '../world.js';

/** The fields of a message that replies to another one. */
export function replyFields(
  channel: Channel,
  referenced: Message,
): Required<Pick<APIMessage, 'message_reference' | 'referenced_message'>> {
  // Discord shows one level: the reply of a reply has no reply.
  const { referenced_message: _, ...shallow } = referenced;
  return {
    message_reference: {
      type: MessageReferenceType.Default,
      message_id: referenced.id,
      channel_id: channel.id,
      ...(channel.guildId !== null && { guild_id: channel.guildId }),
    },
    referenced_message: shallow,
  };
}

/** The message that a body replies to: null when to none, or when it is gone and the body does not mind. */
export function referencedMessage(platform: Platform, channel: Channel, body: MessageBody): Message | null {
  if (!body.message_reference) return null;
  const message = platform.messages.get(body.message_reference.message_id);
  const isThere = message?.channel_id === channel.id && platform.messages.readerOf(message.id) === null;
  if (message !== undefined && isThere) return message;
  if (body.message_reference.fail_if_not_exists === false) return null;
  throw invalidField(['message_reference'], 'Unknown message', 'REPLIES_UNKNOWN_MESSAGE');
}
