import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { GatewayFaults } from '../faults.js';
import type { Interaction } from '../interactions.js';
import type { Platform } from '../platform.js';
import { isLocalHost } from '../rest/server.js';
import { eventOfMessage, eventOfWorld, type GatewayEvent } from './events.js';
import { countArrival, type Fields, GatewayRefusal, parseMessage, withoutToken } from './protocol.js';
import { GatewayConnection } from './session.js';
import { GatewaySessions } from './sessions.js';

/** Heartbeats that a client may miss before its connection is closed. */
const MISSED_HEARTBEATS = 2;
/** Close codes with which a client gives its session up. */
const GOODBYES = [1_000, 1_001];

/** The gateway: takes connections, hears what clients say, and passes on what happens in the world. */
export class Gateway implements GatewayFaults {
  private readonly sockets = new WebSocketServer({ noServer: true });
  private readonly connections = new Set<GatewayConnection>();
  private readonly sessions: GatewaySessions;
  private readonly watch: NodeJS.Timeout;
  private refusing = false;
  private repeats = 0;

  /** @param url where clients reach this gateway */
  constructor(
    private readonly platform: Platform,
    url: () => string,
  ) {
    this.sessions = new GatewaySessions(platform, url);
    platform.world.changes.subscribe((change) => this.broadcast(eventOfWorld(platform, change)));
    platform.messages.changes.subscribe((change) => this.broadcast(eventOfMessage(platform, change)));
    platform.interactions.opened.subscribe((interaction) => this.dispatchInteraction(interaction));
    this.watch = setInterval(() => this.closeSilent(), platform.settings.heartbeatMs);
    this.watch.unref();
  }

  /** Takes the websocket connections of an HTTP server. */
  listenOn(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  close(): void {
    clearInterval(this.watch);
    this.dropGateway();
    this.sockets.close();
  }

  /** Ids of the sessions that have a living connection. */
  get connectedSessions(): readonly string[] {
    return this.sessions.connected;
  }

  dropGateway(): void {
    for (const { socket } of this.connections) socket.terminate();
  }

  closeWith(code: number): void {
    for (const { socket } of this.connections) socket.close(code);
  }

  reconnect(): void {
    for (const connection of this.connections) connection.send(GatewayOpcodes.Reconnect, null);
  }

  invalidSession(resumable = false): void {
    for (const connection of this.connections) {
      if (!resumable) this.sessions.end(connection);
      connection.send(GatewayOpcodes.InvalidSession, resumable);
    }
  }

  zombie(): void {
    for (const connection of this.connections) {
      connection.zombie = true;
      // Its session hears nothing from now on, and can be resumed over another connection.
      this.sessions.detach(connection);
    }
  }

  forgetSessions(): void {
    this.sessions.forgetAll();
  }

  refuseConnections(refuse: boolean): void {
    this.refusing = refuse;
  }

  repeatInteractions(times: number): void {
    this.repeats += times;
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const { host, origin } = request.headers;
    // Only browsers send an Origin: no page may play the bot.
    const fromProgram = isLocalHost(host) && origin === undefined;
    const isGateway = url.pathname.replace(/\/$/, '') === '/gateway';
    if (this.refusing || !fromProgram || !isGateway) socket.destroy();
    else this.sockets.handleUpgrade(request, socket, head, (client) => this.opened(client, url.searchParams));
  }

  private opened(client: WebSocket, query: URLSearchParams): void {
    const connection = new GatewayConnection(client, this.platform.journal);
    this.connections.add(connection);
    this.platform.journal.record({ kind: 'opened', shard: 0, code: null });
    client.on('close', (code) => this.closed(connection, code));
    client.on('error', () => client.terminate());
    if (query.get('v') !== '10' || query.get('encoding') !== 'json' || query.has('compress')) {
      const why = 'only v=10 and encoding=json without compression are spoken';
      this.refuse(connection, new GatewayRefusal(GatewayCloseCodes.InvalidAPIVersion, why));
      return;
    }
    const arrivals: number[] = [];
    client.on('message', (data) => this.receive(connection, data, arrivals));
    connection.send(GatewayOpcodes.Hello, {
      heartbeat_interval: this.platform.settings.heartbeatMs,
      _trace: [],
    });
  }

  private closed(connection: GatewayConnection, code: number): void {
    this.connections.delete(connection);
    this.platform.journal.record({ kind: 'closed', shard: connection.shard, code });
    this.sessions.detach(connection, GOODBYES.includes(code));
  }

  private receive(connection: GatewayConnection, data: RawData, arrivals: number[]): void {
    if (connection.zombie) return;
    try {
      countArrival(arrivals);
      const { op, d } = parseMessage(data as Buffer);
      this.platform.journal.record({ kind: 'received', shard: connection.shard, op, data: withoutToken(d) });
      this.handle(connection, op, (typeof d === 'object' && d !== null ? d : {}) as Fields);
    } catch (error) {
      if (!(error instanceof GatewayRefusal)) throw error;
      this.refuse(connection, error);
    }
  }

  private handle(connection: GatewayConnection, op: number, data: Fields): void {
    switch (op) {
      case GatewayOpcodes.Heartbeat:
        connection.lastHeartbeatAt = Date.now();
        connection.send(GatewayOpcodes.HeartbeatAck, null);
        return;
      case GatewayOpcodes.Identify:
        this.sessions.identify(connection, data);
        return;
      case GatewayOpcodes.Resume:
        this.sessions.resume(connection, data);
        return;
    }
    if (connection.session === null) {
      throw new GatewayRefusal(GatewayCloseCodes.NotAuthenticated, `op ${op} before identifying`);
    }
    switch (op) {
      case GatewayOpcodes.RequestGuildMembers:
        this.sessions.sendMembers(connection.session, data);
        return;
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
        return;
    }
    throw new GatewayRefusal(GatewayCloseCodes.UnknownOpcode, `op ${op}`);
  }

  private broadcast(event: GatewayEvent | null): void {
    if (event !== null) this.sessions.broadcast(event);
  }

  private dispatchInteraction(interaction: Interaction): void {
    const { guildId } = interaction.channel;
    const event = { name: 'INTERACTION_CREATE', guildId, intents: 0, data: () => interaction.payload };
    this.broadcast(event);
    if (this.repeats === 0) return;
    this.repeats -= 1;
    this.broadcast(event);
  }

  /** Discord closes connections whose client has stopped to send heartbeats. */
  private closeSilent(): void {
    const oldest = Date.now() - this.platform.settings.heartbeatMs * (MISSED_HEARTBEATS + 1);
    for (const { zombie, lastHeartbeatAt, socket } of this.connections) {
      if (!zombie && lastHeartbeatAt < oldest) socket.close(GatewayCloseCodes.SessionTimedOut);
    }
    this.sessions.forgetExpired();
  }

  private refuse(connection: GatewayConnection, { code, message }: GatewayRefusal): void {
    this.platform.violate(`gateway: ${message} (closed with ${code})`);
    connection.socket.close(code, message);
  }
}
