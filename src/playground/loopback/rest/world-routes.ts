import { ChannelType, MessageFlags } from 'discord-api-types/v10';
import { refusals } from '../api-error.js';
import { guildSettings } from '../guild-payloads.js';
import { channelPayload, memberPayload, userPayload } from '../payloads.js';
import type { Platform } from '../platform.js';
import type { Guild } from '../world.js';
import { channelFor, messageOf } from './message-routes.js';
import { NO_CONTENT, ok, param, type RestReply, type RestRequest, type Route } from './router.js';

/** Sessions that a bot may start in a day, as /gateway/bot tells. */
const SESSION_STARTS = 1_000;
const DAY_MS = 86_400_000;
const GUILDS_PER_PAGE = 200;

interface ThreadBody {
  readonly name: string;
}

/** Users, servers, channels and threads. `gatewayUrl`: where the gateway is. */
export function worldRoutes(platform: Platform, gatewayUrl: () => string): readonly Route[] {
  const { world } = platform;
  const auth = 'bot';
  const { shards, identify } = platform.settings;
  const limit = {
    total: SESSION_STARTS,
    remaining: SESSION_STARTS,
    reset_after: DAY_MS,
    max_concurrency: identify.concurrency,
  };
  const guildRoute = (path: string, answer: (guild: Guild, request: RestRequest) => unknown): Route => ({
    method: 'GET',
    path: `/guilds/:guild${path}`,
    auth,
    handle: (request) => ok(answer(guildFor(platform, request), request)),
  });
  return [
    { method: 'GET', path: '/gateway', auth: 'none', handle: () => ok({ url: gatewayUrl() }) },
    {
      method: 'GET',
      path: '/gateway/bot',
      auth,
      handle: () => ok({ url: gatewayUrl(), shards, session_start_limit: limit }),
    },
    { method: 'GET', path: '/users/@me', auth, handle: () => ok(userPayload(world.bot)) },
    {
      method: 'GET',
      path: '/users/@me/guilds',
      auth,
      handle: ({ query }) => ok(listedGuilds(platform, query).map(guildSettings)),
    },
    { method: 'GET', path: '/users/:user', auth, handle: (request) => user(platform, request) },
    {
      method: 'POST',
      path: '/users/@me/channels',
      auth,
      handle: (request) => openPrivate(platform, request),
    },
    {
      method: 'GET',
      path: '/channels/:channel',
      auth,
      handle: (request) => ok(channelPayload(world, channelFor(platform, request))),
    },
    guildRoute('', guildSettings),
    guildRoute('/roles', (guild) => [...guild.roles.values()]),
    guildRoute('/channels', (guild) => listedChannels(platform, guild)),
    guildRoute('/members/:member', (guild, request) => {
      const member = guild.members.get(param(request, 'member'));
      if (member === undefined) throw refusals.unknownMember();
      return memberPayload(world, member);
    }),
    {
      method: 'PUT',
      path: '/channels/:channel/thread-members/@me',
      auth,
      handle: (request) => joinThread(platform, request),
    },
    {
      method: 'POST',
      path: '/channels/:channel/threads',
      auth,
      handle: (request) => openThread(platform, request),
    },
    {
      method: 'POST',
      path: '/channels/:channel/messages/:message/threads',
      auth,
      handle: (request) => openThreadOfMessage(platform, request),
    },
  ];
}

function installedGuilds(platform: Platform): readonly Guild[] {
  return [...platform.world.guilds.values()].filter((guild) => guild.installed);
}

/** One page, in the order of their ids; Discord gives at most 200. */
function listedGuilds(platform: Platform, query: URLSearchParams): readonly Guild[] {
  const limit = Math.min(Number(query.get('limit') ?? GUILDS_PER_PAGE), GUILDS_PER_PAGE);
  const after = BigInt(query.get('after') ?? 0);
  return installedGuilds(platform)
    .filter(({ id }) => BigInt(id) > after)
    .slice(0, limit);
}

function guildFor(platform: Platform, request: RestRequest): Guild {
  const guild = platform.world.guilds.get(param(request, 'guild'));
  if (guild === undefined) throw refusals.unknownGuild();
  if (!guild.installed) throw refusals.missingAccess();
  return guild;
}

function listedChannels(platform: Platform, guild: Guild): unknown {
  const { world } = platform;
  return world
    .channelsOf(guild)
    .filter((channel) => channel.type === ChannelType.GuildText)
    .map((channel) => channelPayload(world, channel));
}

function user(platform: Platform, request: RestRequest): RestReply {
  const found = platform.world.users.get(param(request, 'user'));
  if (found === undefined) throw refusals.unknownUser();
  return ok(userPayload(found));
}

function openPrivate(platform: Platform, request: RestRequest): RestReply {
  const { world } = platform;
  const body = platform.schemas.parse<{ readonly recipient_id?: string }>(
    'privateChannel',
    request.body ?? {},
  );
  const recipient = world.users.get(body.recipient_id ?? '');
  if (recipient === undefined) throw refusals.unknownUser();
  if (recipient.bot) throw refusals.closedPrivateMessages();
  return ok(channelPayload(world, world.dm(recipient)));
}

function openThread(platform: Platform, request: RestRequest): RestReply {
  const body = platform.schemas.parse<ThreadBody>('thread', request.body ?? {});
  const channel = channelFor(platform, request, 'CreatePublicThreads');
  const thread = platform.world.addThread(channel, { name: body.name, owner: platform.world.bot });
  return { status: 201, body: channelPayload(platform.world, thread) };
}

/** The bot hears of public threads without joining them, but may. */
function joinThread(platform: Platform, request: RestRequest): RestReply {
  if (!platform.world.isThread(channelFor(platform, request))) throw refusals.unknownChannel();
  return NO_CONTENT;
}

function openThreadOfMessage(platform: Platform, request: RestRequest): RestReply {
  const body = platform.schemas.parse<ThreadBody>('threadOfMessage', request.body ?? {});
  const channel = channelFor(platform, request, 'CreatePublicThreads');
  const message = messageOf(platform, request);
  if (platform.world.channels.has(message.id)) throw refusals.threadExists();
  const { name } = body;
  const thread = platform.world.addThread(channel, { name, owner: platform.world.bot, id: message.id });
  platform.messages.edit({ ...message, flags: (message.flags ?? 0) | MessageFlags.HasThread });
  return { status: 201, body: channelPayload(platform.world, thread) };
}
