/** What a shard's process and the machine's own say to each other, over the pipe that discord.js opens between them. */
import type { BotHealth } from '../discord/health.js';
import type { Figures } from '../health/figures.js';

/** From a shard. */
export type FromShard =
  | { readonly wenju: 'ready'; readonly inviteLink: string }
  /** Discord will not let this shard back in, and no other either. */
  | { readonly wenju: 'refused'; readonly message: string }
  | {
      readonly wenju: 'report';
      readonly question: number;
      readonly health: BotHealth | null;
      readonly figures: Figures;
    };

/** To a shard. */
export type ToShard =
  | { readonly wenju: 'report'; readonly question: number }
  /** Finish what is under way, and end. */
  | { readonly wenju: 'stop' };

/** The message that was said; null when it is none of these, as discord.js's own are. */
export function readMessage<T extends FromShard | ToShard>(said: unknown): T | null {
  // Both ends are ours and of one version.
  return typeof said === 'object' && said !== null && 'wenju' in said ? (said as T) : null;
}
