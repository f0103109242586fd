import { DiscordAPIError, HTTPError } from 'discord.js';

type LogMethod = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/** The part of pino's interface that the bot uses: structured fields first, then one English sentence. */
export interface Logger {
  readonly debug: LogMethod;
  readonly info: LogMethod;
  readonly warn: LogMethod;
  readonly error: LogMethod;
}

/**
 * An error as plain fields for the log. Errors of discord.js carry the request's body and its address, in which
 * interaction tokens stand: neither is taken over.
 */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error) };
  const fields = { name: error.name, message: error.message, stack: error.stack };
  if (error instanceof DiscordAPIError) {
    return { ...fields, code: error.code, status: error.status, method: error.method };
  }
  if (error instanceof HTTPError) return { ...fields, status: error.status, method: error.method };
  return error.cause === undefined ? fields : { ...fields, cause: describeError(error.cause) };
}
