import { GatewayCloseCodes } from 'discord-api-types/v10';
import type { Settings } from '../settings.js';
import { disallowedIntents, KNOWN_INTENTS } from './intents.js';

/** Largest message that a client may send, in bytes. */
const MAX_MESSAGE_BYTES = 4_096;
/** Messages that a client may send in the window below. */
const MAX_MESSAGES = 120;
const MESSAGE_WINDOW_MS = 60_000;
/** The data of a client's message. */
export type Fields = Readonly<Record<string, unknown>>;

/** A client broke a rule of the gateway: its connection is closed with this code. */
export class GatewayRefusal extends Error {
  override readonly name = 'GatewayRefusal';

  constructor(
    readonly code: GatewayCloseCodes,
    why: string,
  ) {
    super(why);
  }
}

/** Counts a message of a client by its time; throws when there are too many. */
export function countArrival(arrivals: number[]): void {
  const now = Date.now();
  arrivals.push(now);
  while ((arrivals[0] ?? now) < now - MESSAGE_WINDOW_MS) arrivals.shift();
  if (arrivals.length <= MAX_MESSAGES) return;
  throw new GatewayRefusal(GatewayCloseCodes.RateLimited, `more than ${MAX_MESSAGES} messages in a minute`);
}

/** A message of a client; throws when it is none. */
export function parseMessage(bytes: Buffer): { readonly op: number; readonly d: unknown } {
  if (bytes.byteLength > MAX_MESSAGE_BYTES) {
    throw new GatewayRefusal(GatewayCloseCodes.DecodeError, `a message of ${bytes.byteLength} bytes`);
  }
  try {
    const message: unknown = JSON.parse(bytes.toString('utf8'));
    if (
      typeof message === 'object' &&
      message !== null &&
      'op' in message &&
      typeof message.op === 'number'
    ) {
      return { op: message.op, d: 'd' in message ? message.d : null };
    }
  } catch {
    // Said below, as for everything else that is no message.
  }
  throw new GatewayRefusal(GatewayCloseCodes.DecodeError, 'what is no message in JSON');
}

/** The bot's token never goes into the journal. */
export function withoutToken(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('token' in data)) return data;
  return { ...data, token: '(hidden)' };
}

/** Closes with 4004 whoever does not have the bot's token. */
export function checkToken(data: Fields, settings: Settings): void {
  if (data.token === settings.token) return;
  throw new GatewayRefusal(GatewayCloseCodes.AuthenticationFailed, 'a wrong token');
}

/** The intents of an identify; throws for those that do not exist or were not granted. */
export function intentsOf(data: Fields, settings: Settings): number {
  const { intents, properties } = data;
  if (typeof intents !== 'number' || (intents & ~KNOWN_INTENTS) !== 0 || typeof properties !== 'object') {
    throw new GatewayRefusal(GatewayCloseCodes.InvalidIntents, `intents ${String(intents)}`);
  }
  if ((intents & disallowedIntents(settings.privilegedIntents)) === 0) return intents;
  throw new GatewayRefusal(GatewayCloseCodes.DisallowedIntents, `intents ${intents} without the grant`);
}

/** The shard of an identify and how many there are; the only one of one by default. */
export function shardsOf(data: Fields): readonly [shard: number, shards: number] {
  const given: unknown = data.shard ?? [0, 1];
  const [shard, shards] = Array.isArray(given) ? (given as unknown[]) : [];
  const fits = typeof shard === 'number' && typeof shards === 'number' && shard >= 0 && shard < shards;
  if (!fits) throw new GatewayRefusal(GatewayCloseCodes.InvalidShard, `shard ${JSON.stringify(given)}`);
  return [shard, shards];
}
