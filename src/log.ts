/** Structured logs on standard error, human-readable on a terminal; the token never appears. */
import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

/** A logger that replaces every occurrence of the secrets, wherever they stand in a line. */
export function createLogger(level: string, secrets: readonly (string | null)[]): Logger {
  const hidden = secrets.filter((secret) => secret !== null && secret !== '');
  const target = process.stderr.isTTY ? pretty({ destination: 2, sync: true }) : process.stderr;
  const write = (line: string) =>
    target.write(hidden.reduce<string>((text, secret) => text.replaceAll(secret ?? '', '[secret]'), line));
  return pino({ level }, { write });
}
