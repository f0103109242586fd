import type { BotHealth } from '../discord/health.js';
import type { IndexSize } from '../library.js';
import type { Figures } from './figures.js';

/** How the bot is at one moment. */
export interface Condition {
  /** Null before it is started. */
  readonly bot: BotHealth | null;
  readonly isStoreUp: boolean;
  /** Null when the index does not answer. */
  readonly index: IndexSize | null;
}

/** Whom to ask how they are. */
export interface Vitals {
  /** Null before the bot is started. */
  bot(): BotHealth | null | Promise<BotHealth | null>;
  /** What has happened so far, in every process of the bot. */
  figures(): Promise<readonly Figures[]>;
  /** Rejects when the store does not answer. */
  store(): Promise<void>;
  /** Rejects when the index does not answer. */
  index(): Promise<IndexSize>;
}

/** Somebody who does not answer within this time is not well, in ms; probes wait a second or more. */
export const PATIENCE_MS = 900;

/** Asks everybody at once. */
export async function conditionOf(vitals: Vitals): Promise<Condition> {
  const [bot, isStoreUp, index] = await Promise.all([
    inTime(Promise.resolve(vitals.bot()), null),
    inTime(
      vitals.store().then(() => true),
      false,
    ),
    inTime<IndexSize | null>(vitals.index(), null),
  ]);
  return { bot, isStoreUp, index };
}

/** Whether questions can be asked and are answered. */
export function isReady({ bot, isStoreUp, index }: Condition): boolean {
  return bot?.healthy === true && isStoreUp && index !== null && searches(index);
}

/** Whether all articles can be searched. */
export function searches({ engine }: IndexSize): boolean {
  return engine === undefined || engine === 'green' || engine === 'yellow';
}

async function inTime<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, otherwise);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
