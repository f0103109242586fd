import { randomUUID } from 'node:crypto';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STORE_FILE } from '../store/place.js';
import { openStore } from '../store/store.js';
import { bad, type Finding, good, reasonOf } from './finding.js';

const BACKUP = 'docs/operating.md says how to back the store up and how to put a backup back.';

/** Whether DATA_DIR can be written: by writing there. */
export async function checkDataFolder(dataDir: string): Promise<Finding> {
  const probe = join(dataDir, `doctor-${randomUUID()}`);
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(probe, 'a file of wenju doctor');
    await rm(probe);
    return good('Data folder', `${dataDir} can be written.`);
  } catch (error) {
    return bad(
      'Data folder',
      `${dataDir} cannot be written: ${reasonOf(error)}.`,
      'Let the user that runs Wenju write there, or set DATA_DIR to a folder of theirs.',
    );
  }
}

/** Whether the store opens, is up to date, can be written and is whole. A file that is not there yet is not made. */
export async function checkStore(place: {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
}): Promise<Finding> {
  const { dataDir, databaseUrl } = place;
  if (databaseUrl === null && !(await isThere(join(dataDir, STORE_FILE))))
    return good('Store', 'There is none yet: the first start makes it.');
  try {
    // Opening takes the write lock and brings the tables up to date, as a start does.
    const store = await openStore({ dataDir, databaseUrl: databaseUrl ?? undefined });
    try {
      await store.verify();
      const [files, hidden] = [await store.uploads.list(), await store.uploads.hidden()];
      const kept = `${count(files, 'upload')}, ${count(hidden, 'removal')}`;
      // PostgreSQL looks after its own pages.
      const state =
        databaseUrl === null ? `${join(dataDir, STORE_FILE)} opens and is whole` : 'PostgreSQL lets Wenju in';
      return good('Store', `${state}: ${kept}.`);
    } finally {
      await store.close();
    }
  } catch (error) {
    return bad('Store', reasonOf(error), BACKUP);
  }
}

const count = ({ length }: readonly unknown[], noun: string): string =>
  `${length} ${noun}${length === 1 ? '' : 's'}`;

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
