/** The index that is put to the test: a corpus as it is, or without some of its articles. */
import { listCorpus, readCorpus } from '../library/contents.js';
import { type LibrarySettings, openLibrary, type ReindexProgress, readWholeLexicons } from '../library.js';
import { assemble, buildParts } from '../retrieval/build-index.js';
import type { CorpusIndex } from '../retrieval/corpus-index.js';
import type { JudgedQuestion } from './questions.js';

export interface SubjectSettings extends LibrarySettings {
  /** Articles whose id starts so are left out; null for none. */
  readonly exclude: string | null;
}

/**
 * Opens the index: by its snapshot, or, where articles are left out, built in memory and kept nowhere. Throws
 * CorpusError when there is no corpus.
 */
export async function openSubject(
  { exclude, ...library }: SubjectSettings,
  onProgress: (progress: ReindexProgress) => void,
): Promise<CorpusIndex> {
  if (exclude === null) return indexOf(library, onProgress);
  const started = performance.now();
  const listing = await listCorpus(library.corpus);
  const filesTotal = listing.files.length;
  const progress = (phase: ReindexProgress['phase'], filesRead: number, passagesIndexed: number) =>
    onProgress({
      phase,
      filesRead,
      filesTotal,
      passagesIndexed,
      seconds: (performance.now() - started) / 1000,
    });
  const { articles } = await readCorpus(listing, (read) => progress('reading', read, 0));
  const kept = articles.filter(({ id }) => !id.startsWith(exclude));
  const parts = buildParts(kept, await readWholeLexicons(), (passages) =>
    progress('indexing', filesTotal, passages),
  );
  return assemble(parts);
}

async function indexOf(
  settings: LibrarySettings,
  onProgress: (progress: ReindexProgress) => void,
): Promise<CorpusIndex> {
  const library = await openLibrary(settings, onProgress);
  try {
    return library.index();
  } finally {
    await library.close();
  }
}

/** A question whose right articles are all left out has no answer any more: refusing is right then. */
export function withoutLeftOut(question: JudgedQuestion, exclude: string | null): JudgedQuestion {
  const { articleIds, files } = question.place;
  const isLeftOut =
    exclude !== null &&
    files.length === 0 &&
    articleIds.length > 0 &&
    articleIds.every((id) => id.startsWith(exclude));
  return isLeftOut ? { ...question, answerable: false } : question;
}
