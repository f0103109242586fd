/** Structured logs on standard error, human-readable on a terminal; the token never appears. */
import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

/** A logger that replaces every occurrence of the secrets, wherever they stand in a line. */
export function createLogger(level: string, secrets: readonly (string | null)[]): Logger {
  // In a line of JSON a quotation mark or a backslash of a password stands escaped.
  const hidden = secrets.flatMap((secret) =>
    secret === null || secret === '' ? [] : [secret, JSON.stringify(secret).slice(1, -1)],
  );
  const target = process.stderr.isTTY ? pretty({ destination: 2, sync: true }) : process.stderr;
  const write = (line: string) =>
    target.write(hidden.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line));
  return pino({ level, serializers: { error: fieldsOf, err: fieldsOf } }, { write });
}

/** What an error says, which JSON leaves out, and none of its other fields: a request's address may hold a token. */
function fieldsOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause === undefined ? {} : { cause: fieldsOf(cause) }) };
}
