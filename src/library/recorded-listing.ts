/** What a corpus holds when its files are left as they were indexed, by whatever machine, and only the store is asked anew. */
import { createHash } from 'node:crypto';
import { UnreadableFileError } from '../corpus/unreadable.js';
import { UPLOADS } from './articles.js';
import type { ListedFile, Listing } from './contents.js';
import { CorpusError } from './corpus-error.js';
import type { FileRecord } from './file-record.js';
import type { UploadState } from './uploads.js';

/**
 * The files of the records with the uploads of now. A file is read only when an article of it comes back that was taken
 * out, and then as it is here (`here`: what this machine has; null when it has no articles).
 */
export function listRecorded(
  records: readonly FileRecord[],
  uploads: UploadState,
  here: Listing | null,
): Listing {
  const readers = new Map(here?.files.map((listed) => [listed.file, listed.read]));
  const names = new Set(uploads.files.map(({ name }) => `${UPLOADS}${name}`));
  const files: ListedFile[] = records
    .filter(({ file, uploaded }) => !uploaded && !names.has(file))
    .map((record) => ({
      file: record.file,
      uploaded: false,
      stamp: record.stamp,
      read: readers.get(record.file) ?? (() => Promise.reject(notHere(record))),
    }));
  for (const { name, sha256, read } of uploads.files)
    files.push({ file: `${UPLOADS}${name}`, uploaded: true, stamp: sha256, read });
  const hash = createHash('sha256');
  for (const { file, uploaded, stamp } of files) hash.update(`\n${file}\t${uploaded}\t${stamp}`);
  for (const id of uploads.hidden) hash.update(`\n-${id}`);
  const { hidden, store = null } = uploads;
  return { files, unreadable: [], hidden: new Set(hidden), store, fingerprint: hash.digest('hex') };
}

/** A file that could not be read before stays so; for another one the change must be made where it is. */
function notHere({ file, unreadable }: FileRecord): Error {
  return unreadable === null
    ? new CorpusError(`${file} has an article that comes back, and this machine does not have the file.`)
    : new UnreadableFileError('vanished', file, unreadable.reason);
}
