import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { guildPayload } from '../guild-payloads.js';
import { memberPayload, userPayload } from '../payloads.js';
import type { Platform } from '../platform.js';
import { shardOf } from '../snowflake.js';
import type { Guild } from '../world.js';
import type { GatewayEvent } from './events.js';
import { applicationFlags } from './intents.js';
import { checkToken, type Fields, GatewayRefusal, intentsOf, shardsOf } from './protocol.js';
import { type GatewayConnection, GatewaySession } from './session.js';

/** The sessions of all clients: how they begin, are resumed, hear of events, and end. */
export class GatewaySessions {
  private readonly sessions = new Map<string, GatewaySession>();
  /** When a shard of each bucket last identified. */
  private readonly identified = new Map<number, number>();

  /** @param url where clients are to resume */
  constructor(
    private readonly platform: Platform,
    private readonly url: () => string,
  ) {}

  /** Ids of the sessions that have a living connection. */
  get connected(): readonly string[] {
    return [...this.sessions.values()].filter(({ connection }) => connection !== null).map(({ id }) => id);
  }

  /** No session can be resumed any more, though those with a connection go on. */
  forgetAll(): void {
    for (const session of this.sessions.values()) session.resumable = false;
  }

  /** Ends the session of this connection, which may begin another one. */
  end(connection: GatewayConnection): void {
    this.detach(connection, true);
    connection.session = null;
  }

  /** The session of this connection has none for now; `forGood` when the client gave it up. */
  detach(connection: GatewayConnection, forGood = false): void {
    const { session } = connection;
    if (session?.connection !== connection) return;
    session.connection = null;
    session.disconnectedAt = Date.now();
    if (forGood) this.sessions.delete(session.id);
  }

  /** Forgets those that nobody can resume any more. */
  forgetExpired(): void {
    for (const [id, session] of this.sessions) if (this.isExpired(session)) this.sessions.delete(id);
  }

  /** Op 2: begins a session and sends READY and the servers. */
  identify(connection: GatewayConnection, data: Fields): void {
    if (connection.session !== null) {
      throw new GatewayRefusal(GatewayCloseCodes.AlreadyAuthenticated, 'a second identify');
    }
    const { settings } = this.platform;
    checkToken(data, settings);
    const intents = intentsOf(data, settings);
    const [shard, shards] = shardsOf(data);
    if (this.isTooSoon(shard)) {
      this.platform.violate(`gateway: shard ${shard} identified too soon after another one of its bucket`);
      connection.send(GatewayOpcodes.InvalidSession, false);
      return;
    }
    const guilds = this.guildsOf(shard, shards);
    if (guilds.length > settings.guildsPerShard) {
      throw new GatewayRefusal(GatewayCloseCodes.ShardingRequired, `${guilds.length} servers in one shard`);
    }
    const id = `session-${this.platform.nextId()}`;
    const session = new GatewaySession(id, intents, shard, shards, this.platform.journal);
    this.sessions.set(id, session);
    join(session, connection);
    this.welcome(session, guilds);
  }

  /** Op 6: sends what the client has missed, or op 9 when that is not to be had. */
  resume(connection: GatewayConnection, data: Fields): void {
    checkToken(data, this.platform.settings);
    const session = this.sessions.get(String(data.session_id));
    const after = Number(data.seq);
    if (session === undefined || this.isExpired(session) || !session.resumable || !session.canReplay(after)) {
      this.sessions.delete(String(data.session_id));
      connection.send(GatewayOpcodes.InvalidSession, false);
      return;
    }
    session.connection?.socket.terminate();
    join(session, connection);
    session.replay(after);
    session.dispatch('RESUMED', { _trace: [] });
  }

  /** Op 8: sends the members of a server. */
  sendMembers(session: GatewaySession, data: Fields): void {
    const { world } = this.platform;
    const guild = world.guilds.get(String(data.guild_id));
    if (guild === undefined) return;
    const asked = [data.user_ids ?? []].flat();
    const found = [...guild.members.values()].filter(
      ({ userId }) => asked.length === 0 || asked.some((id) => id === userId),
    );
    session.dispatch('GUILD_MEMBERS_CHUNK', {
      guild_id: guild.id,
      members: found.map((member) => memberPayload(world, member)),
      chunk_index: 0,
      chunk_count: 1,
      not_found: asked.filter((id) => !guild.members.has(String(id))),
      ...(typeof data.nonce === 'string' && { nonce: data.nonce }),
    });
  }

  /** Sends an event to the sessions of its shard that have asked for it. */
  broadcast(event: GatewayEvent): void {
    for (const session of this.sessions.values()) {
      const shard = event.guildId === null ? 0 : shardOf(event.guildId, session.shards);
      const wanted = event.intents === 0 || (session.intents & event.intents) !== 0;
      if (session.shard === shard && wanted) session.dispatch(event.name, event.data(session.intents));
    }
  }

  /** Discord lets one shard of a bucket identify at a time. */
  private isTooSoon(shard: number): boolean {
    const { concurrency, windowMs } = this.platform.settings.identify;
    const bucket = shard % concurrency;
    const last = this.identified.get(bucket);
    const now = Date.now();
    if (last !== undefined && now - last < windowMs) return true;
    this.identified.set(bucket, now);
    return false;
  }

  private guildsOf(shard: number, shards: number): readonly Guild[] {
    return [...this.platform.world.guilds.values()].filter(
      (guild) => guild.installed && shardOf(guild.id, shards) === shard,
    );
  }

  private welcome(session: GatewaySession, guilds: readonly Guild[]): void {
    const { world, settings } = this.platform;
    session.dispatch('READY', {
      v: 10,
      user: { ...userPayload(world.bot), verified: true, mfa_enabled: true, email: null, flags: 0 },
      user_settings: {},
      private_channels: [],
      relationships: [],
      presences: [],
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: this.url(),
      shard: [session.shard, session.shards],
      application: { id: settings.applicationId, flags: applicationFlags(settings.privilegedIntents) },
      _trace: [],
    });
    if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
    const allMembers = (session.intents & GatewayIntentBits.GuildMembers) !== 0;
    for (const guild of guilds) session.dispatch('GUILD_CREATE', guildPayload(world, guild, allMembers));
  }

  private isExpired(session: GatewaySession): boolean {
    return (
      session.connection === null && Date.now() - session.disconnectedAt > this.platform.settings.resumeMs
    );
  }
}

function join(session: GatewaySession, connection: GatewayConnection): void {
  session.connection = connection;
  connection.session = session;
}
