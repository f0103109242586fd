/** Tells when the files of a corpus have changed and are written to the end; the only chokidar. */
import { basename } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** Milliseconds that a file must have kept its size: long copies come in pieces. */
const WRITTEN_AFTER = 2_000;
/** Milliseconds of quiet after the last change: a folder that is copied or checked out counts as one change. */
const QUIET_FOR = 1_000;
/** Looked for at this rate while a file is being written. */
const LOOK_EVERY = 100;

/** Watches until it is closed. */
export interface CorpusWatch {
  close(): Promise<void>;
}

/**
 * Calls `onChange` once for changes that come together, when all files are written. `onError` hears when watching fails
 * (no more watches on this machine, the folder is gone); nothing else ends then. Resolves when it watches.
 */
export async function watchCorpus(
  corpus: string,
  onChange: () => void,
  onError: (error: unknown) => void,
  { writtenAfter = WRITTEN_AFTER, quietFor = QUIET_FOR } = {},
): Promise<CorpusWatch> {
  let quiet: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(onChange, quietFor);
    quiet.unref();
  };
  const watcher: FSWatcher = watch(corpus, {
    ignoreInitial: true,
    followSymlinks: false,
    // What the corpus leaves out: hidden files, among them those that editors write to first.
    ignored: (path) => path !== corpus && basename(path).startsWith('.'),
    awaitWriteFinish: {
      stabilityThreshold: writtenAfter,
      pollInterval: Math.min(LOOK_EVERY, writtenAfter),
    },
  });
  watcher.on('add', changed).on('change', changed).on('unlink', changed).on('error', onError);
  await new Promise<void>((resolve) => {
    watcher.once('ready', resolve);
  });
  return {
    async close() {
      clearTimeout(quiet);
      await watcher.close();
    },
  };
}
