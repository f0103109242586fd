import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/playground/loopback/journal.js';
import { journalLine } from '../../../src/playground/server/journal-lines.js';

const REQUEST: JournalEntry = {
  kind: 'request',
  number: 3,
  at: 1_000,
  method: 'POST',
  path: '/channels/1/messages',
  body: { content: 'x' },
  files: [],
  status: 400,
  reply: null,
  tookMs: 1,
};

describe('journalLine', () => {
  it('names a request by its method and path, and marks a failed one', () => {
    expect(journalLine(REQUEST, 'secret')).toMatchObject({
      number: 3,
      title: 'POST /channels/1/messages',
      mark: '400',
      failed: true,
      entry: { body: { content: 'x' } },
    });
  });

  it('never shows the bot’s token', () => {
    const entry: JournalEntry = {
      kind: 'received',
      number: 1,
      at: 0,
      shard: 0,
      op: 2,
      data: { token: 'secret', nested: [{ text: 'a secret b' }] },
    };
    expect(JSON.stringify(journalLine(entry, 'secret'))).not.toContain('secret');
  });
});
