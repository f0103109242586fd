/** The search process: a library behind a pipe. Started by SearchProcess with fork; ends with its parent. */
import { constants, setPriority } from 'node:os';
import { LocalLibrary, type ReindexProgress, type ReindexReport, SearchEngineError } from '../library.js';
import { perform } from './calls.js';
import { failureOf } from './failures.js';
import { atPace } from './pace.js';
import type { Message, Numbered, Request } from './protocol.js';

/** One question in each language. */
const WARM_UP = ['这里有哪些文章？', 'What is Beijing about?'];

let library: LocalLibrary | null = null;

function send(message: Message): void {
  process.send?.(message);
}

async function answer(id: number, request: Request): Promise<unknown> {
  if (request.type === 'open') return open(id, request);
  return perform(opened(), request, progressOf(id));
}

/** Tells how far a request is. */
function progressOf(id: number): (progress: ReindexProgress) => void {
  return atPace((progress) => send({ type: 'progress', id, progress }));
}

async function open(
  id: number,
  { place, rebuild, yieldAfter = Number.POSITIVE_INFINITY }: Extract<Request, { type: 'open' }>,
): Promise<ReindexReport | null> {
  const warn = (message: string, error?: unknown) =>
    send({ type: 'warning', message, detail: error instanceof Error ? error.message : String(error ?? '') });
  const opening = new LocalLibrary({ ...place, warn });
  const tell = progressOf(id);
  const onProgress = (progress: ReindexProgress) => {
    if (progress.seconds > yieldAfter) letOthersGoFirst();
    tell(progress);
  };
  const report = rebuild
    ? await opening.reindex(onProgress)
    : await opening.open(onProgress).then(() => null);
  await warmUp(opening).catch((error: unknown) => {
    // Questions hear of it themselves, until it is back.
    if (!(error instanceof SearchEngineError)) throw error;
    warn('The search engine does not answer yet.', error);
  });
  library = opening;
  // Made once for a snapshot; whoever wants them then finds them there.
  void opening.starters('en').catch((error: unknown) => warn('There are no questions to begin with.', error));
  return report;
}

/** Meanwhile another process answers. Where the system does not let a process do that, both have an equal share. */
function letOthersGoFirst(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not every sandbox allows it.
  }
}

/** Dictionaries load with the first question, and names are folded for who types first; nobody should wait for them. */
async function warmUp(opening: LocalLibrary): Promise<void> {
  for (const question of WARM_UP) await opening.ask(question);
  await opening.suggest('');
}

function opened(): LocalLibrary {
  if (library === null) throw new Error('The search process has no library yet.');
  return library;
}

process.on('message', ({ id, request }: Numbered) => {
  answer(id, request).then(
    (result) => send({ type: 'done', id, result }),
    (error: unknown) => {
      send({ type: 'failed', id, ...failureOf(error) });
    },
  );
});
process.on('disconnect', () => process.exit(0));
// A signal to the whole group: the bot hears it too, and first lets questions be answered that are under way.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
