import {
  type APIOverwrite,
  type APIRole,
  ChannelType,
  type LocaleString,
  OverwriteType,
} from 'discord-api-types/v10';
import { bitsOf, EVERYONE_PERMISSIONS, type Permissions } from './permissions.js';
import { Signal } from './signal.js';

/** A person or the bot. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly globalName: string | null;
  readonly bot: boolean;
  /** The language of the user's Discord. */
  locale: LocaleString;
  /** False: private messages from the bot are refused with 50007. */
  acceptsPrivateMessages: boolean;
  /** Whether the user has installed the application for themselves. */
  installedApplication: boolean;
}

/** A user's membership of a server. */
export interface Member {
  readonly userId: string;
  readonly guildId: string;
  readonly joinedAt: string;
  nick: string | null;
  roleIds: string[];
}

/** A server. Its @everyone role has the server's own id. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly preferredLocale: LocaleString;
  /** Whether the bot is a member; without it, only user-installed commands work there. */
  readonly installed: boolean;
  readonly roles: Map<string, APIRole>;
  readonly members: Map<string, Member>;
}

/** A text channel, a thread, or a private channel of two or more. */
export interface Channel {
  readonly id: string;
  readonly type: ChannelType.GuildText | ChannelType.PublicThread | ChannelType.DM | ChannelType.GroupDM;
  readonly guildId: string | null;
  readonly parentId: string | null;
  /** Who opened the thread; null elsewhere. */
  readonly ownerId: string | null;
  readonly name: string;
  readonly topic: string | null;
  readonly overwrites: readonly APIOverwrite[];
  /** All who are in a private channel, the bot among them; empty in servers. */
  readonly recipientIds: readonly string[];
}

/** Anything that names something by its id. */
export type Reference = string | { readonly id: string };

/** What became of the world, for those who show it or pass it on. */
export type WorldChange =
  | { readonly kind: 'guild'; readonly guild: Guild }
  | { readonly kind: 'guild-left'; readonly guild: Guild }
  | { readonly kind: 'member'; readonly member: Member }
  | { readonly kind: 'member-updated'; readonly member: Member }
  | { readonly kind: 'role'; readonly guild: Guild; readonly role: APIRole }
  | { readonly kind: 'channel'; readonly channel: Channel }
  | { readonly kind: 'typing'; readonly channel: Channel; readonly userId: string };

/** A name that is not in the world: the caller's mistake. */
export class UnknownReferenceError extends Error {
  override readonly name = 'UnknownReferenceError';
}

/** How a new member comes in. */
export interface NewMember {
  /** One who is known already; otherwise a new user is made. */
  readonly user?: Reference;
  readonly name?: string;
  readonly nick?: string;
  readonly locale?: LocaleString;
  /** Given through a role of the member's own. */
  readonly permissions?: Permissions;
  readonly roles?: readonly Reference[];
}

/** Restricts or widens a channel for a role or a member. */
export interface Overwrite {
  readonly for: { readonly role: Reference } | { readonly member: Reference } | 'everyone';
  readonly allow?: Permissions;
  readonly deny?: Permissions;
}

/** The id behind a reference. */
export function idOf(reference: Reference): string {
  return typeof reference === 'string' ? reference : reference.id;
}

/** The users, servers and channels, all in memory. Messages are in their own store. */
export class World {
  readonly changes = new Signal<WorldChange>();
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();

  /** @param bot the bot's name and id, which is the application's id too */
  constructor(
    private readonly nextId: () => string,
    readonly bot: User,
  ) {
    this.users.set(bot.id, bot);
  }

  addUser(options: { readonly name: string; readonly locale?: LocaleString; readonly bot?: boolean }): User {
    const user: User = {
      id: this.nextId(),
      username: options.name.toLowerCase().replace(/[^\p{L}\p{N}._]/gu, '_'),
      globalName: options.bot === true ? null : options.name,
      bot: options.bot ?? false,
      locale: options.locale ?? 'en-US',
      acceptsPrivateMessages: true,
      installedApplication: false,
    };
    this.users.set(user.id, user);
    return user;
  }

  /** A server with a #general; the bot is in it, with `botPermissions` beside @everyone's, unless `installed` is false. */
  addGuild(options: {
    readonly name: string;
    readonly owner?: Reference;
    readonly locale?: LocaleString;
    readonly installed?: boolean;
    readonly everyone?: Permissions;
    readonly botPermissions?: Permissions;
  }): Guild {
    const id = this.nextId();
    const installed = options.installed ?? true;
    const ownerId =
      options.owner === undefined ? this.addUser({ name: `${options.name} owner` }).id : idOf(options.owner);
    const guild: Guild = {
      id,
      name: options.name,
      ownerId,
      preferredLocale: options.locale ?? 'en-US',
      installed,
      roles: new Map([[id, newRole(id, '@everyone', bitsOf(options.everyone ?? EVERYONE_PERMISSIONS), 0)]]),
      members: new Map(),
    };
    this.join(guild, ownerId, null, []);
    if (installed) {
      const role = this.makeRole(guild, this.bot.username, options.botPermissions ?? [], this.bot.id);
      this.join(guild, this.bot.id, null, [role.id]);
    }
    this.makeChannel({ guildId: id, name: 'general' });
    this.guilds.set(id, guild);
    this.changes.emit({ kind: 'guild', guild });
    return guild;
  }

  /** Takes the bot out of a server, as an admin would who kicks it. */
  removeGuild(reference: Reference): void {
    const guild = this.guild(reference);
    this.guilds.delete(guild.id);
    this.changes.emit({ kind: 'guild-left', guild });
  }

  addRole(
    reference: Reference,
    options: { readonly name: string; readonly permissions?: Permissions },
  ): APIRole {
    const guild = this.guild(reference);
    const role = this.makeRole(guild, options.name, options.permissions ?? []);
    this.changes.emit({ kind: 'role', guild, role });
    return role;
  }

  addMember(reference: Reference, options: NewMember): User {
    const guild = this.guild(reference);
    const user =
      options.user === undefined
        ? this.addUser({ name: options.name ?? 'member', ...(options.locale && { locale: options.locale }) })
        : this.user(options.user);
    const roleIds = (options.roles ?? []).map((role) => this.role(guild, role).id);
    if (options.permissions !== undefined) {
      roleIds.push(
        this.addRole(guild, { name: `${user.username}'s own`, permissions: options.permissions }).id,
      );
    }
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

  addChannel(
    reference: Reference,
    options: { readonly name: string; readonly topic?: string; readonly overwrites?: readonly Overwrite[] },
  ): Channel {
    const guild = this.guild(reference);
    const overwrites = (options.overwrites ?? []).map((overwrite) => wireOverwrite(guild, overwrite));
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
  addThread(
    parent: Reference,
    options: { readonly name: string; readonly owner: Reference; readonly id?: string },
  ): Channel {
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
    for (const channel of this.channels.values()) {
      if (channel.type === ChannelType.DM && channel.recipientIds.includes(user.id)) return channel;
    }
    return this.makeChannel({ type: ChannelType.DM, recipientIds: [user.id, this.bot.id] });
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
    return [...this.channels.values()].filter((channel) => channel.guildId === idOf(guild));
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
    return made;
  }
}

function found<T>(things: ReadonlyMap<string, T>, reference: Reference, what: string): T {
  const thing = things.get(idOf(reference));
  if (thing === undefined) throw new UnknownReferenceError(`no ${what} with the id ${idOf(reference)}`);
  return thing;
}

/** Typed as a number, which every set of flags takes. */
const NO_FLAGS: number = 0;

function newRole(id: string, name: string, permissions: bigint, position: number, botId?: string): APIRole {
  return {
    id,
    name,
    permissions: permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: botId !== undefined,
    mentionable: false,
    flags: NO_FLAGS,
    ...(botId !== undefined && { tags: { bot_id: botId } }),
  };
}

function wireOverwrite(guild: Guild, overwrite: Overwrite): APIOverwrite {
  const target = overwrite.for;
  const id = target === 'everyone' ? guild.id : idOf('role' in target ? target.role : target.member);
  const type = target !== 'everyone' && 'member' in target ? OverwriteType.Member : OverwriteType.Role;
  return {
    id,
    type,
    allow: bitsOf(overwrite.allow ?? []).toString(),
    deny: bitsOf(overwrite.deny ?? []).toString(),
  };
}
