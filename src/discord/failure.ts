import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { SearchEngineError } from '../library/types.js';
import { describeError, type Logger } from './logger.js';
import type { Texts } from './texts/texts.js';

/** Discord's word that an answer came too late, or that what it should go to is gone: nothing is left to be said. */
const BEYOND_REPLY: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownInteraction, // 10062: more than 3 s until the first answer
  RESTJSONErrorCodes.InvalidWebhookToken, // 50027: more than 15 min until the last
  RESTJSONErrorCodes.UnknownWebhook, // 10015
  RESTJSONErrorCodes.UnknownMessage, // 10008: deleted in the meantime
  RESTJSONErrorCodes.UnknownChannel, // 10003
  RESTJSONErrorCodes.MissingAccess, // 50001
  RESTJSONErrorCodes.MissingPermissions, // 50013
  RESTJSONErrorCodes.CannotSendAnEmptyMessage, // 50006: embeds are stripped where the bot lacks Embed Links
  RESTJSONErrorCodes.CannotSendMessagesToThisUser, // 50007
]);

/** True for 40060: the interaction has been acknowledged, by an earlier attempt of ours or by another process. */
export function isAlreadyAcknowledged(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}

const isBeyondReply = (error: unknown): boolean =>
  error instanceof DiscordAPIError && BEYOND_REPLY.has(error.code);

/** What its asker hears of a failure; `reference` finds it in the log. */
export function failureText(error: unknown, reference: string, { failure }: Texts): string {
  return error instanceof SearchEngineError ? failure.engineAway : failure.broken(reference);
}

/**
 * The error boundary: whatever goes wrong while an event is handled ends here, as a log entry and, where Discord still
 * takes one, as a message by `tell`. Never rejects.
 */
export async function withinBoundary(
  work: () => Promise<void>,
  tell: (error: unknown) => Promise<void>,
  logger: Logger,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isBeyondReply(error)) {
      logger.warn({ error: describeError(error) }, 'Discord did not take the reply');
      return;
    }
    logger.error({ error: describeError(error) }, 'Handling an event failed');
    await tell(error).catch((second: unknown) =>
      logger.warn({ error: describeError(second) }, 'The failure could not be told either'),
    );
  }
}
