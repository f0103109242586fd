import type { Answer } from '../reading/answer.js';
import type { Logger } from './logger.js';

/** Hears what the bot does, without words or persons; for metrics. Must not throw. */
export interface Observer {
  /** A question was answered, or was not: `late` past the deadline, `failed` when the library did. */
  question(event: {
    readonly way: string;
    readonly status: Answer['status'] | 'late' | 'failed';
    readonly ms: number;
  }): void;
  /** An interaction or a message was dealt with: a command's name, a control's prefix, or `message`. */
  handled(event: {
    readonly kind: 'command' | 'control' | 'message';
    readonly name: string;
    readonly ms: number;
  }): void;
  /** Something went wrong; `code` is an error's code or name. */
  failure(code: string): void;
}

/** Hears nothing. */
export const NO_OBSERVER: Observer = { question: () => {}, handled: () => {}, failure: () => {} };

/** A logger whose errors and warnings the observer hears too: whatever fails in the bot is logged, and nowhere twice. */
export function overheard(logger: Logger, observer: Observer): Logger {
  const hear = (fields: Readonly<Record<string, unknown>>): void => {
    if (fields.error !== undefined) observer.failure(codeOf(fields.error));
  };
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => {
      hear(fields);
      logger.warn(fields, message);
    },
    error: (fields, message) => {
      hear(fields);
      logger.error(fields, message);
    },
  };
}

/** The code or name of an error as `describeError` gives it. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const { code, name }: { code?: unknown; name?: unknown } = error;
  if (typeof code === 'string' || typeof code === 'number') return String(code);
  return typeof name === 'string' ? name : 'unknown';
}
