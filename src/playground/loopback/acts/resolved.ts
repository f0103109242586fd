import { bareMemberPayload, interactionChannelPayload, userPayload } from '../payloads.js';
import { channelPermissions } from '../permissions.js';
import type { Platform } from '../platform.js';
import type { Channel } from '../world.js';

/** The full objects behind the ids of an interaction's data. */
export class Resolved {
  private readonly kinds = new Map<string, Map<string, unknown>>();

  constructor(
    private readonly platform: Platform,
    private readonly channel: Channel,
    private readonly actingUserId: string,
  ) {}

  /** A user and, in a server, its membership; false when there is no such user. */
  addUser(id: string): boolean {
    const { world } = this.platform;
    const user = world.users.get(id);
    if (user === undefined) return false;
    this.put('users', id, userPayload(user));
    const member =
      this.channel.guildId === null ? undefined : world.guild(this.channel.guildId).members.get(id);
    if (member !== undefined) {
      const permissions = channelPermissions(world, this.channel, id).toString();
      this.put('members', id, { ...bareMemberPayload(member), permissions });
    }
    return true;
  }

  addRole(id: string): boolean {
    const { world } = this.platform;
    const role = this.channel.guildId === null ? undefined : world.guild(this.channel.guildId).roles.get(id);
    if (role === undefined) return false;
    this.put('roles', id, role);
    return true;
  }

  addChannel(id: string): boolean {
    const { world } = this.platform;
    const channel = world.channels.get(id);
    if (channel === undefined || channel.guildId !== this.channel.guildId) return false;
    this.put('channels', id, interactionChannelPayload(world, channel, this.actingUserId));
    return true;
  }

  put(kind: string, id: string, value: unknown): void {
    const things = this.kinds.get(kind) ?? new Map<string, unknown>();
    things.set(id, value);
    this.kinds.set(kind, things);
  }

  /** `{ resolved }` for the interaction's data, or nothing when nothing was named. */
  field(): { readonly resolved?: Readonly<Record<string, unknown>> } {
    if (this.kinds.size === 0) return {};
    return {
      resolved: Object.fromEntries(
        [...this.kinds].map(([kind, things]) => [kind, Object.fromEntries(things)]),
      ),
    };
  }
}
