import {
  type APIAttachment,
  type APIMessage,
  type APIMessageReference,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import { invalidField, invalidForm, refusals } from './api-error.js';
import type { UploadedFile } from './files.js';
import { mentionsIn } from './mentions.js';
import type { Message } from './messages.js';
import { userPayload } from './payloads.js';
import { channelPermissions, holds } from './permissions.js';
import type { Platform } from './platform.js';
import type { AnyComponent } from './validation/components.js';
import { type MessageBody, messageFaults } from './validation/message.js';
import type { Channel, User } from './world.js';

/** Files of a request by the number in their field's name. */
export type FilesByNumber = ReadonlyMap<string, UploadedFile>;

/** Flags of a message that its sender may keep. */
const KEPT_FLAGS =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

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
  readonly path?: readonly (string | number)[];
}

/** Checks the draft by the rules beyond the schemas and makes the message; it is not stored yet. */
export function composeMessage(platform: Platform, draft: Draft): APIMessage {
  const { channel, author, body, files } = draft;
  const flags = ((body.flags ?? 0) & KEPT_FLAGS) | (draft.flags ?? 0);
  const faults = messageFaults(body, flags, draft.path);
  if (faults.length > 0) throw invalidForm(faults);
  const attachments = attach(platform, channel.id, body, files, [], draft.path);
  const reference = referenceOf(platform, channel, body);
  const message: APIMessage = {
    id: platform.nextId(),
    type: reference === null ? MessageType.Default : MessageType.Reply,
    channel_id: channel.id,
    author: userPayload(author),
    content: (body.content ?? '').trim(),
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    pinned: false,
    ...mentionFields(platform, channel, author, body, reference?.referenced ?? null),
    attachments,
    embeds: wireEmbeds(body),
    components: numbered(body.components ?? []) as unknown as NonNullable<APIMessage['components']>,
    flags,
    ...(body.nonce !== undefined && body.nonce !== null && { nonce: body.nonce }),
    ...(reference !== null && {
      message_reference: reference.reference,
      referenced_message: reference.referenced,
    }),
    ...draft.fields,
  };
  if (isEmpty(message)) throw refusals.emptyMessage();
  return message;
}

/** The message with the fields of the body changed; a "thinking" one becomes an ordinary one. */
export function editMessage(
  platform: Platform,
  message: Message,
  body: MessageBody,
  files: FilesByNumber,
  path: readonly (string | number)[] = [],
): APIMessage {
  const thinking = ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
  const channel = platform.world.channel(message.channel_id);
  const author = platform.world.user(message.author.id);
  const flags = editedFlags(message, body);
  const merged: MessageBody = {
    ...body,
    content: body.content === undefined ? message.content : body.content,
    embeds: body.embeds === undefined ? message.embeds : body.embeds,
    components:
      body.components === undefined
        ? ((message.components ?? []) as unknown as AnyComponent[])
        : body.components,
  };
  const faults = messageFaults(merged, flags, path);
  if (faults.length > 0) throw invalidForm(faults);
  const kept =
    body.attachments === undefined || body.attachments === null ? message.attachments : keptOf(message, body);
  const edited: APIMessage = {
    ...message,
    content: (merged.content ?? '').trim(),
    embeds: wireEmbeds(merged),
    components: numbered(merged.components ?? []) as unknown as NonNullable<APIMessage['components']>,
    attachments: attach(platform, message.channel_id, body, files, kept, path),
    flags,
    edited_timestamp: thinking ? null : new Date().toISOString(),
    ...mentionFields(platform, channel, author, { ...merged, content: merged.content ?? '' }, null),
  };
  if (isEmpty(edited)) throw refusals.emptyMessage();
  return edited;
}

/** Components v2 can be switched on by an edit, never off. */
function editedFlags(message: Message, body: MessageBody): number {
  const before = (message.flags ?? 0) & ~MessageFlags.Loading;
  if (body.flags === undefined || body.flags === null) return before;
  const settable = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;
  return (before & ~MessageFlags.SuppressEmbeds) | (body.flags & settable);
}

function isEmpty(message: APIMessage): boolean {
  if (((message.flags ?? 0) & MessageFlags.Loading) !== 0) return false;
  const parts = [message.embeds, message.attachments, message.components ?? []];
  return message.content === '' && parts.every((part) => part.length === 0);
}

function wireEmbeds(body: MessageBody): APIMessage['embeds'] {
  return (body.embeds ?? []).map((embed) => ({ ...embed, type: 'rich' }) as APIMessage['embeds'][number]);
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

function referenceOf(
  platform: Platform,
  channel: Channel,
  body: MessageBody,
): { readonly reference: APIMessageReference; readonly referenced: Message } | null {
  if (!body.message_reference) return null;
  const referenced = platform.messages.get(body.message_reference.message_id);
  const visible = referenced?.channel_id === channel.id && platform.messages.readerOf(referenced.id) === null;
  if (referenced === undefined || !visible) {
    if (body.message_reference.fail_if_not_exists === false) return null;
    throw invalidField(['message_reference'], 'Unknown message', 'REPLIES_UNKNOWN_MESSAGE');
  }
  const { referenced_message: _, ...shallow } = referenced;
  const reference = {
    type: MessageReferenceType.Default,
    message_id: referenced.id,
    channel_id: channel.id,
    ...(channel.guildId !== null && { guild_id: channel.guildId }),
  };
  return { reference, referenced: shallow };
}

function keptOf(message: Message, body: MessageBody): readonly APIAttachment[] {
  const ids = new Set((body.attachments ?? []).map((attachment) => String(attachment.id)));
  return message.attachments.filter((attachment) => ids.has(attachment.id));
}

/** Stores the new files of a body; every `attachments` entry must be one of them or a kept one. */
function attach(
  platform: Platform,
  channelId: string,
  body: MessageBody,
  files: FilesByNumber,
  kept: readonly APIAttachment[],
  path: readonly (string | number)[] = [],
): APIAttachment[] {
  const references = new Map((body.attachments ?? []).map((reference) => [String(reference.id), reference]));
  const known = new Set(kept.map((attachment) => attachment.id));
  for (const id of references.keys()) {
    if (files.has(id) || known.has(id)) continue;
    throw invalidField(
      [...path, 'attachments'],
      `No file or attachment with the id ${id}`,
      'ATTACHMENT_NOT_FOUND',
    );
  }
  const added = [...files].map(([number, file]) => {
    if (file.bytes.byteLength > platform.settings.attachmentBytes) throw refusals.tooLarge();
    const reference = references.get(number);
    const description = reference?.description ?? undefined;
    return platform.files.add(channelId, {
      ...file,
      name: reference?.filename ?? file.name,
      ...(description !== undefined && { description }),
    });
  });
  return [...kept, ...added];
}

/** Discord numbers every component from 1, in order, where the sender did not. */
function numbered(components: readonly AnyComponent[]): readonly AnyComponent[] {
  let last = 0;
  const visit = (component: AnyComponent): AnyComponent => {
    last += 1;
    const id = component.id || last;
    return {
      ...component,
      id,
      ...(component.components && { components: component.components.map(visit) }),
      ...(component.accessory && { accessory: visit(component.accessory) }),
    };
  };
  return components.map(visit);
}
