import { listCorpus, readCorpus } from '../library/contents.js';
import { SnapshotError, SnapshotFolder } from '../library/snapshots.js';
import type { LibrarySettings } from '../library/types.js';
import { UploadSource } from '../library/uploads.js';
import { bad, type Finding, good, notice, reasonOf } from './finding.js';

/** How many files a sentence names. */
const NAMED = 3;

/** Whether the corpus can be read and holds articles, and whether the published snapshot is of it. */
export async function checkCorpus(
  settings: Pick<LibrarySettings, 'corpus' | 'dataDir' | 'databaseUrl' | 'engine'>,
): Promise<readonly Finding[]> {
  const source = new UploadSource(settings);
  try {
    // A store that cannot be read is a finding of its own.
    const uploads = await source.state().catch(() => undefined);
    const listing = await listCorpus(settings.corpus, uploads);
    const { articles, unreadable } = await readCorpus(listing, () => {});
    const files = unreadable.map(({ file }) => file);
    return [
      corpus(settings.corpus, listing.files.length, articles.length, files),
      uploads === undefined
        ? notice('Snapshot', 'Whether it is current cannot be told without the store.', 'See the store.')
        : await snapshot(settings, listing.fingerprint),
    ];
  } catch (error) {
    return [
      bad(
        'Corpus',
        reasonOf(error),
        'Set CORPUS_DIR to a folder of articles or to one .jsonl file that can be read.',
      ),
    ];
  } finally {
    await source.close();
  }
}

function corpus(path: string, files: number, articles: number, unreadable: readonly string[]): Finding {
  const held = `${path} holds ${articles} article${articles === 1 ? '' : 's'} in ${files} file${files === 1 ? '' : 's'}`;
  const which = `${unreadable.slice(0, NAMED).join(', ')}${unreadable.length > NAMED ? ', …' : ''}`;
  if (articles === 0)
    return bad(
      'Corpus',
      `${held}.`,
      'Put .txt, .md, .html, .jsonl, .pdf or .docx files there, or set CORPUS_DIR.',
    );
  if (unreadable.length > 0)
    return notice(
      'Corpus',
      `${held}; ${unreadable.length} cannot be read: ${which}.`,
      'npx wenju index says why.',
    );
  return good('Corpus', `${held}, all readable.`);
}

async function snapshot(
  { corpus, dataDir, engine }: Pick<LibrarySettings, 'corpus' | 'dataDir' | 'engine'>,
  fingerprint: string,
): Promise<Finding> {
  const mend = 'The next start builds it anew; npx wenju index does it now.';
  const folder = new SnapshotFolder(dataDir, corpus, engine?.prefix);
  const name = await folder.current();
  if (name === null) return notice('Snapshot', 'There is none yet.', mend);
  try {
    const current = (await folder.fingerprint(name)) === fingerprint;
    await folder.load(name, null);
    return current
      ? good('Snapshot', 'It is whole, and of the corpus as it is now.')
      : notice('Snapshot', 'The corpus has changed since it was built.', mend);
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    return notice('Snapshot', `It cannot be used: ${error.message}`, mend);
  }
}
