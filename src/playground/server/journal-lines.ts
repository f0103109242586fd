import type { JournalEntry } from '../loopback/journal.js';
import type { JournalLine } from '../protocol.js';

/** A journal's entry as a line of the drawer; the bot's token is not shown. */
export function journalLine(entry: JournalEntry, token: string): JournalLine {
  const { number, at, kind, ...rest } = entry;
  return { number, at, kind, ...described(entry), entry: withoutToken(rest, token) };
}

function described(entry: JournalEntry): Pick<JournalLine, 'title' | 'mark' | 'failed'> {
  switch (entry.kind) {
    case 'request':
      return {
        title: `${entry.method} ${entry.path}`,
        mark: String(entry.status),
        failed: entry.status >= 400,
      };
    case 'dispatch':
      return { title: entry.event, mark: `#${entry.sequence}`, failed: false };
    case 'sent':
    case 'received':
      return { title: `op ${entry.op}`, mark: '', failed: false };
    case 'opened':
    case 'closed':
      return { title: entry.kind, mark: entry.code === null ? '' : String(entry.code), failed: false };
    case 'fault':
    case 'violation':
      return { title: entry.text, mark: '', failed: true };
  }
}

function withoutToken(value: unknown, token: string): unknown {
  const json = JSON.stringify(value);
  return json.includes(token) ? JSON.parse(json.replaceAll(token, '…')) : value;
}
