import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { Signal } from './signal.js';

/** A message as it goes over the wire. Every edit makes a new one; those given out never change. */
export type Message = Readonly<APIMessage>;

/** What became of a message. `reader`: the only user who sees it (ephemeral), or null for all in the channel. */
export interface MessageChange {
  readonly kind: 'created' | 'edited' | 'deleted';
  readonly message: Message;
  readonly reader: string | null;
}

/** States of a message that are remembered beside the latest. */
const HISTORY_LIMIT = 500;

interface Kept {
  message: Message;
  readonly reader: string | null;
  readonly history: Message[];
}

/** All messages, by channel in the order of their ids. */
export class Messages {
  readonly changes = new Signal<MessageChange>();
  private readonly byId = new Map<string, Kept>();
  private readonly byChannel = new Map<string, string[]>();

  /** @param channelLimit messages kept in a channel; older ones are forgotten */
  constructor(private readonly channelLimit: number) {}

  add(message: Message, reader: string | null): Message {
    this.byId.set(message.id, { message, reader, history: [message] });
    const ids = this.byChannel.get(message.channel_id) ?? [];
    ids.push(message.id);
    if (ids.length > this.channelLimit) this.byId.delete(ids.shift() ?? '');
    this.byChannel.set(message.channel_id, ids);
    this.changes.emit({ kind: 'created', message, reader });
    return message;
  }

  edit(message: Message): Message {
    const kept = this.byId.get(message.id);
    if (kept === undefined) return message;
    kept.message = message;
    kept.history.push(message);
    if (kept.history.length > HISTORY_LIMIT) kept.history.shift();
    this.changes.emit({ kind: 'edited', message, reader: kept.reader });
    return message;
  }

  remove(id: string): void {
    const kept = this.byId.get(id);
    if (kept === undefined) return;
    this.byId.delete(id);
    const ids = this.byChannel.get(kept.message.channel_id) ?? [];
    ids.splice(ids.indexOf(id), 1);
    this.changes.emit({ kind: 'deleted', message: kept.message, reader: kept.reader });
  }

  get(id: string): Message | undefined {
    return this.byId.get(id)?.message;
  }

  /** The only user who sees the message, or null when all in the channel do. */
  readerOf(id: string): string | null {
    return this.byId.get(id)?.reader ?? null;
  }

  /** Every state of the message, oldest first; empty once it is deleted. */
  history(id: string): readonly Message[] {
    return [...(this.byId.get(id)?.history ?? [])];
  }

  /** A channel's messages, oldest first: those that everybody sees, and the ephemeral ones of `reader`. */
  inChannel(channelId: string, reader: string | null): readonly Message[] {
    return (this.byChannel.get(channelId) ?? []).flatMap((id) => {
      const kept = this.byId.get(id);
      return kept !== undefined && (kept.reader === null || kept.reader === reader) ? [kept.message] : [];
    });
  }
}

/** Whether the message still shows "thinking…". */
export function isThinking(message: Message): boolean {
  return ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
}

/** Whether only one user sees the message. */
export function isEphemeral(message: Message): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
