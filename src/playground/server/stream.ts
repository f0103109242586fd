/** What happens in the local Discord, pushed to every open page as server-sent events. */
import type { ServerResponse } from 'node:http';
import type { Loopback } from '../loopback/loopback.js';
import type { Live, ShownMessage } from '../protocol.js';
import { pageWorld, type Town } from '../town.js';
import { journalLine } from './journal-lines.js';

/** Journal lines that a page gets when it opens. */
const FIRST_LINES = 300;
/** Journal lines are sent in bundles, so many ms apart: a reindex writes hundreds. */
const BUNDLE_MS = 150;
/** A comment now and then keeps the connection from being taken for dead, in ms. */
const KEEP_ALIVE_MS = 20_000;

/** Pushes to one page from now on, until it goes away. */
export function stream(loopback: Loopback, town: Town, response: ServerResponse): void {
  const send = (live: Live): void => {
    response.write(`data: ${JSON.stringify(live)}\n\n`);
  };
  send(hello(loopback, town));
  const stops = [
    loopback.onMessage(({ kind, message, reader }) =>
      send({ kind: 'message', change: kind, message, reader }),
    ),
    loopback.onWorld((change) => {
      if (change.kind === 'typing') {
        send({ kind: 'typing', place: change.channel.id, user: change.userId });
      } else send({ kind: 'world', world: pageWorld(loopback, town) });
    }),
    followJournal(loopback, send),
  ];
  const alive = setInterval(() => response.write(': alive\n\n'), KEEP_ALIVE_MS);
  response.once('close', () => {
    clearInterval(alive);
    for (const stop of stops) stop();
  });
}

function hello(loopback: Loopback, town: Town): Live {
  const world = pageWorld(loopback, town);
  return {
    kind: 'hello',
    world,
    messages: world.places.flatMap(({ id }) => messagesIn(loopback, id, world.people)),
    journal: loopback.journal.entries.slice(-FIRST_LINES).map((entry) => journalLine(entry, loopback.token)),
  };
}

/** A channel's messages in their order, those that only one of the people sees among them. */
function messagesIn(
  loopback: Loopback,
  place: string,
  people: readonly { readonly id: string }[],
): readonly ShownMessage[] {
  const seen = new Map<string, ShownMessage>();
  for (const { id } of people) {
    for (const message of loopback.messages(place, id)) {
      seen.set(message.id, { message, reader: loopback.readerOf(message) });
    }
  }
  return [...seen.values()].sort((a, b) => (BigInt(a.message.id) < BigInt(b.message.id) ? -1 : 1));
}

function followJournal(loopback: Loopback, send: (live: Live) => void): () => void {
  let waiting: ReturnType<typeof journalLine>[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = (): void => {
    timer = null;
    send({ kind: 'journal', lines: waiting });
    waiting = [];
  };
  const stop = loopback.journal.subscribe((entry) => {
    waiting.push(journalLine(entry, loopback.token));
    timer ??= setTimeout(flush, BUNDLE_MS);
  });
  return () => {
    stop();
    if (timer !== null) clearTimeout(timer);
  };
}
