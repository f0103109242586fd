import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Journal } from '../journal.js';

/** Events that a session keeps for a resume. */
const REPLAY_LIMIT = 2_000;

/** A message of the gateway. */
export interface GatewayMessage {
  readonly op: number;
  readonly d: unknown;
  readonly s: number | null;
  readonly t: string | null;
}

/** One socket of a client; it may outlive, or never get, a session. */
export class GatewayConnection {
  session: GatewaySession | null = null;
  /** A zombie hears and says nothing, though its socket is open. */
  zombie = false;
  lastHeartbeatAt = Date.now();

  constructor(
    readonly socket: WebSocket,
    private readonly journal: Journal,
  ) {}

  get shard(): number {
    return this.session?.shard ?? 0;
  }

  send(op: number, data: unknown): void {
    if (this.zombie) return;
    this.journal.record({ kind: 'sent', shard: this.shard, op, data });
    this.write({ op, d: data, s: null, t: null });
  }

  write(message: GatewayMessage): void {
    if (!this.zombie && this.socket.readyState === this.socket.OPEN)
      this.socket.send(JSON.stringify(message));
  }
}

/** What a client identified for: it lives on without a connection for a while, and can be resumed. */
export class GatewaySession {
  connection: GatewayConnection | null = null;
  disconnectedAt = 0;
  resumable = true;
  private sequence = 0;
  private readonly sent: GatewayMessage[] = [];

  constructor(
    readonly id: string,
    readonly intents: number,
    readonly shard: number,
    readonly shards: number,
    private readonly journal: Journal,
  ) {}

  get lastSequence(): number {
    return this.sequence;
  }

  /** Sends an event now, or after a resume. */
  dispatch(event: string, data: unknown): void {
    this.sequence += 1;
    const message = { op: GatewayOpcodes.Dispatch, d: data, s: this.sequence, t: event };
    this.sent.push(message);
    if (this.sent.length > REPLAY_LIMIT) this.sent.shift();
    this.journal.record({ kind: 'dispatch', shard: this.shard, event, sequence: this.sequence, data });
    this.connection?.write(message);
  }

  /** Whether all events after this sequence number are still there. */
  canReplay(after: number): boolean {
    const first = this.sent[0]?.s ?? this.sequence + 1;
    return after <= this.sequence && after >= first - 1;
  }

  /** Sends the events again that the client has missed. */
  replay(after: number): void {
    for (const message of this.sent) if ((message.s ?? 0) > after) this.connection?.write(message);
  }
}
