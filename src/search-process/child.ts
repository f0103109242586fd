/** The search process: a library behind a pipe. Started by SearchProcess with fork; ends with its parent. */
import { LocalLibrary, type ReindexReport } from '../library.js';
import type { Message, Numbered, Request } from './protocol.js';

let library: LocalLibrary | null = null;

function send(message: Message): void {
  process.send?.(message);
}

async function answer(id: number, request: Request): Promise<unknown> {
  switch (request.type) {
    case 'open':
      return open(id, request);
    case 'ask':
      return opened().ask(request.question, request.limit === undefined ? {} : { limit: request.limit });
    case 'sources':
      return opened().sources();
  }
}

async function open(
  id: number,
  { corpus, dataDir, rebuild }: Extract<Request, { type: 'open' }>,
): Promise<ReindexReport | null> {
  const warn = (message: string, error?: unknown) =>
    send({ type: 'warning', message, detail: error instanceof Error ? error.message : String(error ?? '') });
  const opening = new LocalLibrary({ corpus, dataDir, warn });
  const onProgress = (progress: Parameters<Parameters<LocalLibrary['open']>[0]>[0]) =>
    send({ type: 'progress', id, progress });
  const report = rebuild
    ? await opening.reindex(onProgress)
    : await opening.open(onProgress).then(() => null);
  library = opening;
  return report;
}

function opened(): LocalLibrary {
  if (library === null) throw new Error('The search process has no library yet.');
  return library;
}

process.on('message', ({ id, request }: Numbered) => {
  answer(id, request).then(
    (result) => send({ type: 'done', id, result }),
    (error: unknown) => {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      send({ type: 'failed', id, name, message });
    },
  );
});
process.on('disconnect', () => process.exit(0));
