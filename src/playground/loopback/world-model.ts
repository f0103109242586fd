import type { APIOverwrite, APIRole, ChannelType, LocaleString } from 'discord-api-types/v10';
import type { Permissions } from './permission-bits.js';

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
  installed: boolean;
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

/** A user to be. */
export interface NewUser {
  readonly name?: string;
  readonly locale?: LocaleString;
  readonly bot?: boolean;
}

/** A member to be. */
export interface NewMember extends NewUser {
  /** One who is known already; otherwise a new user is made. */
  readonly user?: Reference;
  readonly nick?: string;
  /** Given through a role of the member's own. */
  readonly permissions?: Permissions;
  readonly roles?: readonly Reference[];
}

/** A server to be. */
export interface NewGuild {
  readonly name: string;
  /** A new user when it is not given. */
  readonly owner?: Reference;
  readonly locale?: LocaleString;
  /** False for a server without the bot. */
  readonly installed?: boolean;
  /** Permissions of @everyone. */
  readonly everyone?: Permissions;
  /** Permissions of the bot's own role. */
  readonly botPermissions?: Permissions;
}

/** A role to be. */
export interface NewRole {
  readonly name: string;
  readonly permissions?: Permissions;
}

/** A text channel to be. */
export interface NewChannel {
  readonly name: string;
  readonly topic?: string;
  readonly overwrites?: readonly Overwrite[];
}

/** A public thread to be. */
export interface NewThread {
  readonly name: string;
  readonly owner: Reference;
  /** The id of the message that it starts from, which the thread takes over. */
  readonly id?: string;
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
