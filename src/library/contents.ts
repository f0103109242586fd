/** What a corpus holds right now: its files, its articles, and a fingerprint that changes when a file does. */
import { createHash } from 'node:crypto';
import type { Article, UnreadableFile } from '../corpus/article.js';
import { readArticles, UnreadableFileError } from '../corpus/read.js';
import { listFiles, readSource, type SourceFile } from '../corpus/walk.js';

/** Raised when reading a corpus changes, so that old snapshots count as stale. */
const READING_VERSION = 1;

/** Thrown when the corpus itself is missing or may not be read. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
}

export interface Listing {
  readonly files: readonly SourceFile[];
  readonly unreadable: readonly UnreadableFile[];
  /** Of names, sizes and times of change: equal for an unchanged corpus. */
  readonly fingerprint: string;
}

export interface Contents {
  readonly articles: readonly Article[];
  readonly warnings: readonly { readonly file: string; readonly message: string }[];
  readonly unreadable: readonly UnreadableFile[];
}

/** Lists a corpus (a folder or one .jsonl). Throws CorpusError. */
export async function listCorpus(corpus: string): Promise<Listing> {
  try {
    const { files, unreadable } = await listFiles(corpus);
    const hash = createHash('sha256').update(String(READING_VERSION));
    for (const { file, size, mtimeMs } of files) hash.update(`\n${file}\t${size}\t${mtimeMs}`);
    return { files, unreadable, fingerprint: hash.digest('hex') };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CorpusError(`The corpus ${corpus} cannot be read: ${why}`, { cause: error });
  }
}

/** Reads every file; one that cannot be read is reported and the rest goes on. `onFile` hears how many are read. */
export async function readCorpus(listing: Listing, onFile: (read: number) => void): Promise<Contents> {
  const articles: Article[] = [];
  const warnings: { file: string; message: string }[] = [];
  const unreadable = [...listing.unreadable];
  const seen = new Map<string, string>();
  for (const [index, source] of listing.files.entries()) {
    try {
      const result = readArticles({ file: source.file, bytes: await readSource(source) });
      for (const message of result.warnings) warnings.push({ file: source.file, message });
      for (const article of result.articles) {
        const other = seen.get(article.id);
        if (other !== undefined) {
          warnings.push({
            file: source.file,
            message: `The id ${article.id} is taken by ${other}: skipped.`,
          });
          continue;
        }
        seen.set(article.id, source.file);
        articles.push(article);
        for (const message of article.warnings) warnings.push({ file: source.file, message });
      }
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      unreadable.push({ file: error.file, code: error.code, reason: error.reason });
    }
    onFile(index + 1);
  }
  return { articles, warnings, unreadable };
}
