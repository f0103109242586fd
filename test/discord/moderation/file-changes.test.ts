import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reindexOnChange } from '../../../src/discord/moderation/file-changes.js';
import { createTurns } from '../../../src/discord/moderation/turns.js';
import { DEFAULT_TIMING } from '../../../src/discord/settings.js';
import { ReindexRunningError } from '../../../src/library.js';
import { openStore, type Store } from '../../../src/store/store.js';
import { newFolder } from '../../command-line.js';
import { libraryDouble, REPORT, recordingLogger } from '../library-double.js';

let library: ReturnType<typeof libraryDouble>;
let logger: ReturnType<typeof recordingLogger>;
let changed: () => void;
let dataDir: string;
let store: Store;

beforeEach(async () => {
  dataDir = await newFolder();
  store = await openStore({ dataDir });
  library = libraryDouble();
  logger = recordingLogger();
  const timing = { ...DEFAULT_TIMING, changeElsewhere: 50 };
  changed = reindexOnChange({ library, store, turns: createTurns(), timing }, logger);
});

afterEach(async () => {
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

const logged = (level: string) =>
  vi.waitFor(() => expect(logger.entries.filter((entry) => entry.level === level)).toHaveLength(1));

describe('reindexOnChange', () => {
  it('tells the other processes of the store', async () => {
    const before = await store.changes.indexRevision();
    changed();
    await logged('info');
    expect(await store.changes.indexRevision()).not.toBe(before);
  });

  it('renews the index and logs what changed', async () => {
    changed();
    await logged('info');
    expect(logger.entries).toMatchObject([
      { act: 'reindex', cause: 'files', articles: 2, added: 1, changed: 1, removed: 1 },
    ]);
  });

  it('renews once more for all changes that come meanwhile', async () => {
    let runs = 0;
    library.reindex = async () => {
      runs += 1;
      await pause(30);
      return REPORT;
    };
    for (let change = 0; change < 5; change += 1) changed();
    await pause(10);
    for (let change = 0; change < 5; change += 1) changed();
    await pause(200);
    expect(runs).toBe(2);
  });

  it('logs a failure, and renews at the next change', async () => {
    const { reindex } = library;
    library.reindex = () => Promise.reject(new Error('the folder is gone'));
    changed();
    await logged('error');
    expect(logger.entries).toMatchObject([{ act: 'reindex', error: { message: 'the folder is gone' } }]);
    library.reindex = reindex;
    changed();
    await logged('info');
  });

  it('waits while another program renews the index', async () => {
    let tries = 0;
    const { reindex } = library;
    library.reindex = (onProgress) => {
      tries += 1;
      return tries === 1 ? Promise.reject(new ReindexRunningError('elsewhere')) : reindex(onProgress);
    };
    changed();
    await logged('info');
    expect(tries).toBe(2);
  });
});
