import { type APIRole, ChannelType } from 'discord-api-types/v10';
import { bitsOf, EVERYONE_PERMISSIONS, type Permissions } from './permission-bits.js';
import { newRole, overwritePayload } from './roles.js';
import { Signal } from './signal.js';
import {
  type Channel,
  type Guild,
  idOf,
  type Member,
  type NewChannel,
  type NewGuild,
  type NewMember,
  type NewRole,
  type NewThread,
  type NewUser,
  type Reference,
  UnknownReferenceError,
  type User,
  type WorldChange,
} from './world-model.js';

export type { Channel, Guild, Member, Reference, User } from './world-model.js';

/** The users, servers and channels, all in memory. Messages are in their own store. */
export class World {
  readonly changes = new Signal<WorldChange>();
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  private readonly privateChannels = new Map<string, Channel>();
  private readonly guildChannels = new Map<string, Channel[]>();

  /** @param bot the bot's name and id, which is the application's id too */
  constructor(
    private readonly nextId: () => string,
    readonly bot: User,
  ) {
    this.users.set(bot.id, bot);
  }

  addUser(options: NewUser): User {
    const { name = 'member' } = options;
    const user: User = {
      id: this.nextId(),
      username: name.toLowerCase().replace(/[^\p{L}\p{N}._]/gu, '_'),
      globalName: options.bot === true ? null : name,
      bot: options.bot ?? false,
      locale: options.locale ?? 'en-US',
      acceptsPrivateMessages: true,
      installedApplication: false,
    };
    this.users.set(user.id, user);
    return user;
  }

  /** A server with a #general; the bot is in it, with `botPermissions` beside @everyone's, unless `installed` is false. */
  addGuild(options: NewGuild): Guild {
    const id = this.nextId();
    const owner = options.owner ?? this.addUser({ name: `${options.name} owner` });
    const everyone = bitsOf(options.everyone ?? EVERYONE_PERMISSIONS);
    const guild: Guild = {
      id,
      name: options.name,
      ownerId: idOf(owner),
      preferredLocale: options.locale ?? 'en-US',
      installed: false,
      roles: new Map([[id, newRole(id, '@everyone', everyone, 0)]]),
      members: new Map(),
    };
    this.guilds.set(id, guild);
    this.join(guild, guild.ownerId, null, []);
    this.makeChannel({ guildId: id, name: 'general' });
    if (options.installed ?? true) this.inviteBot(guild, options.botPermissions);
    return guild;
  }

  /** Brings the bot into a server, with permissions beside @everyone's. */
  inviteBot(reference: Reference, permissions: Permissions = []): void {
    const guild = this.guild(reference);
    const role = this.makeRole(guild, this.bot.username, permissions, this.bot.id);
    this.join(guild, this.bot.id, null, [role.id]);
    guild.installed = true;
    this.changes.emit({ kind: 'guild', guild });
  }

  /** Takes the bot out of a server, as an admin would who kicks it. */
  removeBot(reference: Reference): void {
    const guild = this.guild(reference);
    guild.installed = false;
    guild.members.delete(this.bot.id);
    this.changes.emit({ kind: 'guild-left', guild });
  }

  addRole(reference: Reference, options: NewRole): APIRole {
    const guild = this.guild(reference);
    const role = this.makeRole(guild, options.name, options.permissions ?? []);
    this.changes.emit({ kind: 'role', guild, role });
    return role;
  }

  addMember(reference: Reference, options: NewMember): User {
    const guild = this.guild(reference);
    const user = options.user === undefined ? this.addUser(options) : this.user(options.user);
    const roleIds = (options.roles ?? []).map((role) => this.role(guild, role).id);
    const { permissions } = options;
    if (permissions !== undefined) roleIds.push(this.addRole(guild, { name: user.username, permissions }).id);
    const member = this.join(guild, user.id, options.nick ?? null, roleIds);
    this.changes.emit({ kind: 'member', member });
    return user;
  }

  /** Replaces a member's roles, as an admin would. */
  setRoles(guildReference: Reference, user: Reference, roles: readonly Reference[]): void {
    const guild = this.guild(guildReference);
    const member = this.member(guild, user);
    member.roleIds = roles.map((role) => this.role(guild, role).id);
    this.changes.emit({ kind: 'member-updated', member });
  }

  addChannel(reference: Reference, options: NewChannel): Channel {
    const guild = this.guild(reference);
    const overwrites = (options.overwrites ?? []).map((overwrite) => overwritePayload(guild, overwrite));
    const channel = this.makeChannel({
      guildId: guild.id,
      name: options.name,
      topic: options.topic ?? null,
      overwrites,
    });
    this.changes.emit({ kind: 'channel', channel });
    return channel;
  }

  /** A public thread below a channel. With `id` it is the thread of the message of that id. */
  addThread(parent: Reference, options: NewThread): Channel {
    const { guildId, id } = this.channel(parent);
    const channel = this.makeChannel({
      type: ChannelType.PublicThread,
      guildId,
      parentId: id,
      ownerId: idOf(options.owner),
      name: options.name,
      ...(options.id !== undefined && { id: options.id }),
    });
    this.changes.emit({ kind: 'channel', channel });
    return channel;
  }

  /** The private channel between the bot and a user: made at the first call. */
  dm(reference: Reference): Channel {
    const user = this.user(reference);
    const known = this.privateChannels.get(user.id);
    if (known !== undefined) return known;
    const channel = this.makeChannel({ type: ChannelType.DM, recipientIds: [user.id, this.bot.id] });
    this.privateChannels.set(user.id, channel);
    return channel;
  }

  /** A private channel of several users; the bot is not in it. */
  addGroup(users: readonly Reference[], name = ''): Channel {
    return this.makeChannel({ type: ChannelType.GroupDM, name, recipientIds: users.map(idOf) });
  }

  user(reference: Reference): User {
    return found(this.users, reference, 'user');
  }

  guild(reference: Reference): Guild {
    return found(this.guilds, reference, 'server');
  }

  channel(reference: Reference): Channel {
    return found(this.channels, reference, 'channel');
  }

  member(guild: Reference, user: Reference): Member {
    return found(this.guild(guild).members, user, 'member');
  }

  channelsOf(guild: Reference): readonly Channel[] {
    return this.guildChannels.get(idOf(guild)) ?? [];
  }

  isThread(channel: Channel): boolean {
    return channel.type === ChannelType.PublicThread;
  }

  private role(guild: Guild, reference: Reference): APIRole {
    return found(guild.roles, reference, 'role');
  }

  private join(guild: Guild, userId: string, nick: string | null, roleIds: string[]): Member {
    const member = { userId, guildId: guild.id, joinedAt: new Date().toISOString(), nick, roleIds };
    guild.members.set(userId, member);
    return member;
  }

  private makeRole(guild: Guild, name: string, permissions: Permissions, botId?: string): APIRole {
    const role = newRole(this.nextId(), name, bitsOf(permissions), guild.roles.size, botId);
    guild.roles.set(role.id, role);
    return role;
  }

  private makeChannel(channel: Partial<Channel>): Channel {
    const made: Channel = {
      id: this.nextId(),
      type: ChannelType.GuildText,
      guildId: null,
      parentId: null,
      ownerId: null,
      name: '',
      topic: null,
      overwrites: [],
      recipientIds: [],
      ...channel,
    };
    this.channels.set(made.id, made);
    if (made.guildId !== null) {
      const channels = this.guildChannels.get(made.guildId) ?? [];
      channels.push(made);
      this.guildChannels.set(made.guildId, channels);
    }
    return made;
  }
}

function found<T>(things: ReadonlyMap<string, T>, reference: Reference, what: string): T {
  const thing = things.get(idOf(reference));
  if (thing === undefined) throw new UnknownReferenceError(`no ${what} with the id ${idOf(reference)}`);
  return thing;
}
