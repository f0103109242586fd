import { ChannelType } from 'discord-api-types/v10';
import type { Loopback } from './loopback/loopback.js';
import type { Guild, User } from './loopback/world.js';
import type { PagePlace, PageWorld, Person } from './protocol.js';

/** The server of the playground and the two people who try the bot in it. */
export interface Town {
  readonly guild: Guild;
  readonly member: User;
  readonly moderator: User;
}

/** Founds a server with two channels, a thread, a member and a moderator. */
export function foundTown({ world }: Loopback): Town {
  const guild = world.addGuild({ name: 'Wenju 问据' });
  const member = world.addMember(guild, { name: '林晓 Lin' });
  const moderator = world.addMember(guild, { name: '陈墨 Chen', permissions: ['ManageGuild'] });
  world.addRole(guild, { name: 'librarians' });
  world.addChannel(guild, { name: 'archive' });
  const [general] = world.channelsOf(guild);
  if (general !== undefined) world.addThread(general, { name: 'questions', owner: member });
  world.dm(member);
  world.dm(moderator);
  return { guild, member, moderator };
}

/** The town as the page shows it. */
export function pageWorld({ world }: Loopback, town: Town): PageWorld {
  const person = (user: User, kind: Person['kind']): Person => ({
    id: user.id,
    name: user.globalName ?? user.username,
    kind,
  });
  const own = world.channelsOf(town.guild).map(
    (channel): PagePlace => ({
      id: channel.id,
      kind: channel.type === ChannelType.PublicThread ? 'thread' : 'channel',
      name: channel.name,
      parent: channel.parentId,
      owner: null,
    }),
  );
  const people = [person(town.member, 'member'), person(town.moderator, 'moderator')];
  const direct = people.map(
    ({ id }): PagePlace => ({
      id: world.dm(id).id,
      kind: 'dm',
      name: world.bot.username,
      parent: null,
      owner: id,
    }),
  );
  return {
    server: town.guild.name,
    bot: person(world.bot, 'bot'),
    people,
    places: [...own, ...direct],
    roles: rolesToGive(town.guild),
  };
}

/** Neither @everyone nor the bot's own role, nor that of a single member. */
function rolesToGive(guild: Guild): PageWorld['roles'] {
  const taken = new Set([...guild.members.values()].flatMap(({ roleIds }) => roleIds));
  return [...guild.roles.values()]
    .filter(({ id }) => id !== guild.id && !taken.has(id))
    .map(({ id, name }) => ({ id, name }));
}
