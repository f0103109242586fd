import { composeMessage, editMessage } from '../answering/posting.js';
import { invalidField, refusals } from '../api-error.js';
import { isEphemeral, type Message } from '../messages.js';
import { holds, type PermissionName } from '../permission-bits.js';
import { channelPermissions } from '../permissions.js';
import type { Platform } from '../platform.js';
import { isEmoji } from '../validation/emoji.js';
import type { MessageBody } from '../validation/message.js';
import { asBotReads } from '../visibility.js';
import type { Channel } from '../world.js';
import { NO_CONTENT, ok, param, type RestReply, type RestRequest, type Route } from './router.js';

/** Messages that one request may ask for, and how many it gets without asking. */
const MAX_PAGE = 100;
const DEFAULT_PAGE = 50;

/** Messages of channels, as the bot itself sends and reads them. */
export function messageRoutes(platform: Platform): readonly Route[] {
  const many = '/channels/:channel/messages';
  const one = `${many}/:message`;
  const auth = 'bot';
  return [
    { method: 'GET', path: many, auth, handle: (request) => list(platform, request) },
    { method: 'POST', path: many, auth, handle: (request) => post(platform, request) },
    {
      method: 'GET',
      path: one,
      auth,
      handle: (request) => ok(shown(platform, messageOf(platform, request))),
    },
    { method: 'PATCH', path: one, auth, handle: (request) => edit(platform, request) },
    { method: 'DELETE', path: one, auth, handle: (request) => remove(platform, request) },
    {
      method: 'POST',
      path: '/channels/:channel/typing',
      auth,
      handle: (request) => typing(platform, request),
    },
    {
      method: 'PUT',
      path: `${one}/reactions/:emoji/@me`,
      auth,
      handle: (request) => react(platform, request),
    },
  ];
}

/** The channel of the path; the bot must be in it and hold these permissions there. */
export function channelFor(
  platform: Platform,
  request: RestRequest,
  ...wanted: readonly PermissionName[]
): Channel {
  const channel = platform.world.channels.get(param(request, 'channel'));
  if (channel === undefined) throw refusals.unknownChannel();
  const permissions = channelPermissions(platform.world, channel, platform.world.bot.id);
  if (!holds(permissions, 'ViewChannel')) throw refusals.missingAccess();
  if (!holds(permissions, ...wanted)) throw refusals.missingPermissions();
  return channel;
}

/** The message of the path; nobody reads ephemeral messages this way. */
export function messageOf(platform: Platform, request: RestRequest): Message {
  const channel = channelFor(platform, request, 'ReadMessageHistory');
  const message = platform.messages.get(param(request, 'message'));
  if (message === undefined || message.channel_id !== channel.id || isEphemeral(message)) {
    throw refusals.unknownMessage();
  }
  return message;
}

function shown(platform: Platform, message: Message): Message {
  return asBotReads(platform, message, platform.settings.privilegedIntents.includes('message-content'));
}

function list(platform: Platform, request: RestRequest): RestReply {
  const channel = channelFor(platform, request, 'ReadMessageHistory');
  const asked = Number(request.query.get('limit') ?? DEFAULT_PAGE);
  const limit = Math.min(MAX_PAGE, Math.max(1, Number.isInteger(asked) ? asked : DEFAULT_PAGE));
  const page = pageOf([...platform.messages.inChannel(channel.id, null)].reverse(), request.query, limit);
  return ok(page.map((message) => shown(platform, message)));
}

/** Of messages, newest first, those before, after or around an id. */
function pageOf(newestFirst: readonly Message[], query: URLSearchParams, limit: number): readonly Message[] {
  const [before, after, around] = ['before', 'after', 'around'].map((name) => idIn(query, name));
  if (around !== undefined) {
    const newer = newestFirst.filter(({ id }) => BigInt(id) > around).slice(-Math.floor(limit / 2));
    const rest = newestFirst.filter(({ id }) => BigInt(id) <= around).slice(0, limit - newer.length);
    return [...newer, ...rest];
  }
  if (after !== undefined) return newestFirst.filter(({ id }) => BigInt(id) > after).slice(-limit);
  return newestFirst.filter(({ id }) => before === undefined || BigInt(id) < before).slice(0, limit);
}

function idIn(query: URLSearchParams, name: string): bigint | undefined {
  const id = query.get(name);
  if (id === null) return undefined;
  if (!/^\d{1,20}$/.test(id))
    throw invalidField([name], `Value "${id}" is not snowflake.`, 'NUMBER_TYPE_COERCE');
  return BigInt(id);
}

function post(platform: Platform, request: RestRequest): RestReply {
  const body = platform.schemas.parse<MessageBody>('message', request.body ?? {});
  const permission = platform.world.channels.get(param(request, 'channel'))?.parentId
    ? 'SendMessagesInThreads'
    : 'SendMessages';
  const channel = channelFor(platform, request, permission, ...neededFor(body, request));
  const recipient =
    channel.guildId === null ? channel.recipientIds.find((id) => id !== platform.world.bot.id) : undefined;
  if (recipient !== undefined && !platform.world.user(recipient).acceptsPrivateMessages) {
    throw refusals.closedPrivateMessages();
  }
  const message = composeMessage(platform, {
    channel,
    author: platform.world.bot,
    body,
    files: request.files,
  });
  return ok(platform.messages.add(message, null));
}

function neededFor(body: MessageBody, request: RestRequest): readonly PermissionName[] {
  const needed: PermissionName[] = [];
  if ((body.embeds ?? []).length > 0) needed.push('EmbedLinks');
  if (request.files.size > 0) needed.push('AttachFiles');
  if (body.message_reference) needed.push('ReadMessageHistory');
  return needed;
}

function edit(platform: Platform, request: RestRequest): RestReply {
  const message = messageOf(platform, request);
  const body = platform.schemas.parse<MessageBody>('messageEdit', request.body ?? {});
  if (message.author.id !== platform.world.bot.id) throw refusals.notTheAuthor();
  return ok(platform.messages.edit(editMessage(platform, message, body, request.files)));
}

function remove(platform: Platform, request: RestRequest): RestReply {
  const message = messageOf(platform, request);
  if (message.author.id !== platform.world.bot.id) {
    channelFor(platform, request, 'ManageMessages');
  }
  platform.messages.remove(message.id);
  return NO_CONTENT;
}

function typing(platform: Platform, request: RestRequest): RestReply {
  const channel = channelFor(platform, request, 'SendMessages');
  platform.world.changes.emit({ kind: 'typing', channel, userId: platform.world.bot.id });
  return NO_CONTENT;
}

function react(platform: Platform, request: RestRequest): RestReply {
  const message = messageOf(platform, request);
  channelFor(platform, request, 'AddReactions');
  const name = param(request, 'emoji');
  if (!isEmoji(name)) throw refusals.unknownEmoji();
  const before = message.reactions ?? [];
  if (before.some((reaction) => reaction.emoji.name === name && reaction.me)) return NO_CONTENT;
  const counts = { burst: 0, normal: 1 };
  const reaction = {
    emoji: { id: null, name },
    count: 1,
    count_details: counts,
    me: true,
    me_burst: false,
    burst_colors: [],
  };
  platform.messages.edit({ ...message, reactions: [...before, reaction] });
  return NO_CONTENT;
}
