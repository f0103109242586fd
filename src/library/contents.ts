/**
 * What a corpus holds right now: the files of its folder and the uploads, without the articles that were taken out; and
 * a fingerprint that changes when any of it does. Files that have not changed are not read again.
 */

import { createHash } from 'node:crypto';
import type { Article, UnreadableFile } from '../corpus/article.js';
import { sha256Of } from '../corpus/hash.js';
import { UnreadableFileError } from '../corpus/read.js';
import { listFiles, readSource } from '../corpus/walk.js';
import { UPLOADS } from './articles.js';
import { sameArticle } from './changes.js';
import { CorpusError } from './corpus-error.js';
import { DocumentReader } from './document-reader.js';
import type { FileRecord } from './file-record.js';
import { readFileArticles } from './reading-files.js';
import type { UploadState } from './uploads.js';

/** Raised when reading a corpus changes, so that old snapshots count as stale. */
const READING_VERSION = 2;

/** A file of the corpus or an upload before it is read. */
export interface ListedFile {
  /** Path relative to the corpus; of an upload `uploads/NAME`. */
  readonly file: string;
  readonly uploaded: boolean;
  /** Equal as long as the file has not changed: of size and time, or of the bytes. */
  readonly stamp: string;
  /** Throws UnreadableFileError. */
  read(): Promise<Uint8Array>;
}

export interface Listing {
  /** Those of the folder by name, then the uploads by name. */
  readonly files: readonly ListedFile[];
  readonly unreadable: readonly UnreadableFile[];
  /** Ids of articles that were taken out. */
  readonly hidden: ReadonlySet<string>;
  /** Which store says so; null when there is none. */
  readonly store: string | null;
  /** Of all of it: equal for an unchanged corpus. */
  readonly fingerprint: string;
}

export interface Contents {
  readonly articles: readonly Article[];
  readonly records: readonly FileRecord[];
  readonly warnings: readonly { readonly file: string; readonly message: string }[];
  readonly unreadable: readonly UnreadableFile[];
}

/** What was read before. */
export interface KnownContents {
  readonly articles: readonly Article[];
  readonly records: readonly FileRecord[];
}

const NO_UPLOADS: UploadState = { files: [], hidden: [] };
const NOTHING_KNOWN: KnownContents = { articles: [], records: [] };

/** Lists a corpus (a folder or one .jsonl) with its uploads. Throws CorpusError. */
export async function listCorpus(corpus: string, uploads: UploadState = NO_UPLOADS): Promise<Listing> {
  try {
    const { files, unreadable } = await listFiles(corpus);
    const names = new Set(uploads.files.map(({ name }) => `${UPLOADS}${name}`));
    const hash = createHash('sha256').update(String(READING_VERSION));
    const listed: ListedFile[] = files
      .filter(({ file }) => !names.has(file))
      .map((source) => ({
        file: source.file,
        uploaded: false,
        stamp: `${source.size}\t${source.mtimeMs}`,
        read: () => readSource(source),
      }));
    for (const { name, sha256, read } of uploads.files)
      listed.push({ file: `${UPLOADS}${name}`, uploaded: true, stamp: sha256, read });
    for (const { file, uploaded, stamp } of listed) hash.update(`\n${file}\t${uploaded}\t${stamp}`);
    for (const id of uploads.hidden) hash.update(`\n-${id}`);
    const { hidden, store = null } = uploads;
    return { files: listed, unreadable, hidden: new Set(hidden), store, fingerprint: hash.digest('hex') };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CorpusError(`The corpus ${corpus} cannot be read: ${why}`, { cause: error });
  }
}

/**
 * Reads every file; one that cannot be read is reported and the rest goes on. Articles that are the same as before are
 * the same objects. `onFile` hears how many are read.
 */
export async function readCorpus(
  listing: Listing,
  onFile: (read: number) => void,
  before: KnownContents = NOTHING_KNOWN,
): Promise<Contents> {
  const documents = new DocumentReader();
  try {
    const reader = new CorpusReader(listing, before, documents);
    for (const [index, file] of listing.files.entries()) {
      await reader.add(file);
      onFile(index + 1);
    }
    return reader.contents();
  } finally {
    await documents.close();
  }
}

/** Gathers the articles of file after file; the first of two with one id counts. */
class CorpusReader {
  readonly #documents: DocumentReader;
  readonly #hidden: ReadonlySet<string>;
  readonly #unlisted: readonly UnreadableFile[];
  readonly #recordOf: ReadonlyMap<string, FileRecord>;
  readonly #articleOf: ReadonlyMap<string, Article>;
  readonly #fileOfId = new Map<string, string>();
  readonly #articles: Article[] = [];
  readonly #records: FileRecord[] = [];
  readonly #warnings: { file: string; message: string }[] = [];

  constructor({ hidden, unreadable }: Listing, before: KnownContents, documents: DocumentReader) {
    this.#documents = documents;
    this.#hidden = hidden;
    this.#unlisted = unreadable;
    this.#recordOf = new Map(before.records.map((record) => [record.file, record]));
    this.#articleOf = new Map(before.articles.map((article) => [article.id, article]));
  }

  async add(listed: ListedFile): Promise<void> {
    const before = this.#recordOf.get(listed.file);
    const record =
      before !== undefined && before.uploaded === listed.uploaded && this.#holds(before, listed)
        ? before
        : null;
    if (record !== null) {
      this.#take(listed, record.sha256, record.warnings, this.#articlesOf(record), record);
      return;
    }
    try {
      const bytes = await listed.read();
      const sha256 = sha256Of(bytes);
      const touched = before !== undefined && before.sha256 === sha256 && this.#allThere(before);
      if (touched) this.#take(listed, sha256, before.warnings, this.#articlesOf(before), before);
      else {
        const raw = { file: listed.file, bytes };
        const { articles, warnings } = await readFileArticles(raw, this.#documents);
        this.#take(
          listed,
          sha256,
          warnings,
          articles.map((article) => this.#asBefore(article)),
          null,
        );
      }
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      const { file, code, reason } = error;
      this.#record(listed, {
        sha256: '',
        articles: [],
        leftOut: [],
        dropped: {},
        warnings: [],
        unreadable: { file, code, reason },
      });
    }
  }

  contents(): Contents {
    return {
      articles: this.#articles,
      records: this.#records,
      warnings: this.#warnings,
      unreadable: [...this.#unlisted, ...this.#records.flatMap(({ unreadable }) => unreadable ?? [])],
    };
  }

  /** Whether the record still says all of a file: it has not changed, and nothing that was left out may come back. */
  #holds(record: FileRecord, { stamp }: ListedFile): boolean {
    return record.stamp === stamp && record.unreadable === null && this.#allThere(record);
  }

  #allThere({ articles, leftOut, unreadable }: FileRecord): boolean {
    return (
      unreadable === null &&
      articles.every((id) => this.#articleOf.has(id)) &&
      leftOut.every((id) => this.#hidden.has(id) || this.#fileOfId.has(id))
    );
  }

  #articlesOf({ articles }: FileRecord): readonly Article[] {
    return articles.map((id) => this.#articleOf.get(id)).filter((article) => article !== undefined);
  }

  #asBefore(article: Article): Article {
    const before = this.#articleOf.get(article.id);
    return before !== undefined && sameArticle(before, article) ? before : article;
  }

  #take(
    listed: ListedFile,
    sha256: string,
    warnings: readonly string[],
    articles: readonly Article[],
    before: FileRecord | null,
  ): void {
    const { file } = listed;
    for (const message of warnings) this.#warnings.push({ file, message });
    const indexed: string[] = [];
    const leftOut: string[] = [];
    const leaveOut = (id: string) => {
      leftOut.push(id);
      if (this.#hidden.has(id)) return;
      this.#warnings.push({ file, message: `The id ${id} is taken by ${this.#fileOfId.get(id)}: skipped.` });
    };
    before?.leftOut.forEach(leaveOut);
    const taken: Article[] = [];
    for (const article of articles) {
      if (this.#fileOfId.has(article.id) || this.#hidden.has(article.id)) {
        leaveOut(article.id);
        continue;
      }
      this.#fileOfId.set(article.id, file);
      taken.push(article);
      indexed.push(article.id);
      for (const message of article.warnings) this.#warnings.push({ file, message });
    }
    for (const article of taken) this.#articles.push(article);
    // Those that were indexed before may be fewer now, never more: the rest is left out.
    const asBefore = before !== null && before.articles.length === taken.length;
    const dropped = asBefore ? before.dropped : droppedByRule(taken);
    this.#record(listed, { sha256, articles: indexed, leftOut, dropped, warnings, unreadable: null });
  }

  #record(
    { file, uploaded, stamp }: ListedFile,
    found: Omit<FileRecord, 'file' | 'uploaded' | 'stamp'>,
  ): void {
    this.#records.push({ file, uploaded, stamp, ...found });
  }
}

/** How often each rule left something out. */
function droppedByRule(articles: readonly Article[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { rule } of articles.flatMap(({ dropped }) => dropped)) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
