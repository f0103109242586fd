/** Errors on their way between processes: those that callers tell apart keep their class. */
import { CorpusError } from '../library/corpus-error.js';
// Not from library.ts: a shard's process has no use for the index and all that reads it.
import { ChangePendingError, ReindexRunningError, SearchEngineError } from '../library/types.js';

/** An error as it is sent. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}

/** What is sent of an error. */
export function failureOf(error: unknown): Failure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { name, message };
}

/** The error that was sent. */
export function revive({ name, message }: Failure): Error {
  if (name === 'ReindexRunningError') return new ReindexRunningError(message);
  if (name === 'CorpusError') return new CorpusError(message);
  if (name === 'SearchEngineError') return new SearchEngineError(message);
  if (name === 'ChangePendingError') return new ChangePendingError(message);
  const error = new Error(message);
  error.name = name;
  return error;
}
