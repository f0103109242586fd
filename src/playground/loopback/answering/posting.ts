import { type APIMessage, MessageFlags, MessageType } from 'discord-api-types/v10';
import { invalidForm, refusals } from '../api-error.js';
import { isThinking, type Message } from '../messages.js';
import { userPayload } from '../payloads.js';
import { holds } from '../permission-bits.js';
import { channelPermissions } from '../permissions.js';
import type { Platform } from '../platform.js';
import { type AnyComponent, numbered } from '../validation/component-tree.js';
import { type MessageBody, messageFaults } from '../validation/message.js';
import type { Path } from '../validation/rules.js';
import type { Channel, User } from '../world.js';
import { attach, type FilesByNumber, keptAttachments } from './attaching.js';
import { mentionsIn } from './mentions.js';
import { referencedMessage, replyFields } from './replies.js';

/** Flags of a new message that its sender may keep. */
const KEPT_FLAGS =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;
/** Flags that an edit may set. */
const EDITABLE_FLAGS = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;

/** A message that is to be made. */
export interface Draft {
  readonly channel: Channel;
  readonly author: User;
  readonly body: MessageBody;
  readonly files: FilesByNumber;
  /** Flags beside those of the body that a sender may set, such as Ephemeral. */
  readonly flags?: number;
  /** Fields that come from an interaction. */
  readonly fields?: Partial<APIMessage>;
  /** Where the body stands in what was sent, for the paths of its faults. */
  readonly path?: Path;
}

/** Checks the draft by the rules beyond the schemas and makes the message; it is not stored yet. */
export function composeMessage(platform: Platform, draft: Draft): APIMessage {
  const { channel, author, body, files, path = [] } = draft;
  const flags = ((body.flags ?? 0) & KEPT_FLAGS) | (draft.flags ?? 0);
  check(body, flags, path);
  const referenced = referencedMessage(platform, channel, body);
  return refuseEmpty({
    id: platform.nextId(),
    type: referenced === null ? MessageType.Default : MessageType.Reply,
    channel_id: channel.id,
    author: userPayload(author),
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    pinned: false,
    ...shownFields(body),
    ...mentionFields(platform, channel, author, body, referenced),
    attachments: attach(platform, channel.id, body, files, [], path),
    flags,
    ...(body.nonce !== undefined && body.nonce !== null && { nonce: body.nonce }),
    ...(referenced !== null && replyFields(channel, referenced)),
    ...draft.fields,
  });
}

/** The message with the fields of the body changed; a "thinking" one becomes an ordinary one. */
export function editMessage(
  platform: Platform,
  message: Message,
  body: MessageBody,
  files: FilesByNumber,
  path: Path = [],
): APIMessage {
  const channel = platform.world.channel(message.channel_id);
  const author = platform.world.user(message.author.id);
  const flags = editedFlags(message, body);
  const merged = mergedBody(message, body);
  check(merged, flags, path);
  const kept = keptAttachments(message.attachments, body);
  return refuseEmpty({
    ...message,
    ...shownFields(merged),
    ...mentionFields(platform, channel, author, merged, null),
    attachments: attach(platform, channel.id, body, files, kept, path),
    flags,
    edited_timestamp: isThinking(message) ? null : new Date().toISOString(),
  });
}

function check(body: MessageBody, flags: number, path: Path): void {
  const faults = messageFaults(body, flags, path);
  if (faults.length > 0) throw invalidForm(faults);
}

/** Fields that an edit leaves out stay; null empties them. */
function mergedBody(message: Message, body: MessageBody): MessageBody {
  return {
    ...body,
    content: body.content === undefined ? message.content : body.content,
    embeds: body.embeds === undefined ? message.embeds : body.embeds,
    components:
      body.components === undefined
        ? ((message.components ?? []) as unknown as readonly AnyComponent[])
        : body.components,
  };
}

/** Components v2 can be switched on by an edit, never off. */
function editedFlags(message: Message, body: MessageBody): number {
  const before = (message.flags ?? 0) & ~MessageFlags.Loading;
  if (body.flags === undefined || body.flags === null) return before;
  return (before & ~MessageFlags.SuppressEmbeds) | (body.flags & EDITABLE_FLAGS);
}

function refuseEmpty(message: APIMessage): APIMessage {
  const parts = [message.content, message.embeds, message.attachments, message.components ?? []];
  if (isThinking(message) || parts.some((part) => part.length > 0)) return message;
  throw refusals.emptyMessage();
}

function shownFields(body: MessageBody): Required<Pick<APIMessage, 'content' | 'embeds' | 'components'>> {
  return {
    content: (body.content ?? '').trim(),
    embeds: (body.embeds ?? []).map((embed) => ({ ...embed, type: 'rich' }) as APIMessage['embeds'][number]),
    components: numbered(body.components ?? []) as unknown as NonNullable<APIMessage['components']>,
  };
}

function mentionFields(
  platform: Platform,
  channel: Channel,
  author: User,
  body: MessageBody,
  repliedTo: Message | null,
): Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'> {
  const { world } = platform;
  const mayCallAll = holds(channelPermissions(world, channel, author.id), 'MentionEveryone');
  const allowed = body.allowed_mentions ?? null;
  const mentions = mentionsIn(body.content ?? '', world, channel, allowed, mayCallAll);
  const users = new Set(mentions.users);
  if (repliedTo !== null && allowed?.replied_user !== false) users.add(repliedTo.author.id);
  return {
    mentions: [...users].map((id) => userPayload(world.user(id))),
    mention_roles: [...mentions.roles],
    mention_everyone: mentions.everyone,
  };
}
