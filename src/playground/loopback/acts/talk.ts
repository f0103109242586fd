import { composeMessage } from '../answering/posting.js';
import type { UploadedFile } from '../files.js';
import type { Message } from '../messages.js';
import { holds } from '../permission-bits.js';
import { channelPermissions } from '../permissions.js';
import type { Platform } from '../platform.js';
import { idOf, type Reference } from '../world-model.js';
import { type Place, sceneOf } from './places.js';
import { RefusedByClientError } from './refused.js';

/** A plain message of a user. */
export interface TalkAct extends Place {
  readonly content: string;
  /** Users who are mentioned: those whom the content does not name are put before it. */
  readonly mentions?: readonly Reference[];
  readonly replyTo?: Message | Reference;
  /** Whether a reply mentions the author of the message; clients do by default. */
  readonly mentionAuthor?: boolean;
  readonly attachments?: readonly UploadedFile[];
}

/** Sends a message as a user would. */
export function talk(platform: Platform, act: TalkAct): Message {
  const { user, channel } = sceneOf(platform, act);
  const wanted = platform.world.isThread(channel) ? 'SendMessagesInThreads' : 'SendMessages';
  if (!holds(channelPermissions(platform.world, channel, user.id), wanted)) {
    throw new RefusedByClientError(`${user.username} may not write in ${channel.name}`);
  }
  const unnamed = (act.mentions ?? [])
    .map((mention) => `<@${idOf(mention)}>`)
    .filter((tag) => !act.content.includes(tag));
  const message = composeMessage(platform, {
    channel,
    author: user,
    body: {
      content: [...unnamed, act.content].join(' ').trim(),
      ...(act.replyTo !== undefined && { message_reference: { message_id: idOf(act.replyTo) } }),
      ...(act.mentionAuthor === false && {
        allowed_mentions: { parse: ['users', 'roles', 'everyone'] as never, replied_user: false },
      }),
    },
    files: new Map((act.attachments ?? []).map((file, index) => [String(index), file])),
  });
  return platform.messages.add(message, null);
}
