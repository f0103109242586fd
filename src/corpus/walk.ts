import { constants } from 'node:fs';
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { UnreadableFile } from './article.js';
import { UnreadableFileError } from './unreadable.js';

/** A file of the corpus before it is read. */
export interface SourceFile {
  /** Path relative to the corpus, with `/`. */
  readonly file: string;
  /** Where it lies; of a link, its target. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly mtimeMs: number;
}

const MEGABYTE = 1024 * 1024;
/** No article is larger; what is, is a data file in the wrong place. */
const LARGEST_FILE = 32 * MEGABYTE;
/** A .jsonl holds a whole corpus. */
const LARGEST_JSONL = 1024 * MEGABYTE;
/** Files about a collection rather than of it. */
const ABOUT_FILE = /^(?:readme|licen[cs]e|copying|notice|contributing|changelog|authors)(?:[.-].{0,20})?$/i;

interface Listing {
  readonly files: readonly SourceFile[];
  readonly unreadable: readonly UnreadableFile[];
}

const byFile = (a: { readonly file: string }, b: { readonly file: string }): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : 0;

function problem(error: unknown): { readonly code: string; readonly reason: string } {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (code === 'EACCES' || code === 'EPERM') return { code: 'no-permission', reason: 'it may not be read' };
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ESTALE')
    return { code: 'vanished', reason: 'it is no longer there' };
  if (code === 'ELOOP') return { code: 'outside', reason: 'it became a link, which is not followed' };
  return { code: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
}

/** Collects the files below a folder; links are put aside, since where they lead decides about them. */
class Walk {
  readonly files: SourceFile[] = [];
  readonly unreadable: UnreadableFile[] = [];
  readonly links: { readonly file: string; readonly path: string }[] = [];

  async folder(path: string, prefix: string): Promise<void> {
    let entries: Awaited<ReturnType<typeof this.read>>;
    try {
      entries = await this.read(path);
    } catch (error) {
      // The corpus itself must be there; a folder in it may go while it is walked.
      if (prefix === '') throw error;
      this.unreadable.push({ file: prefix.slice(0, -1), ...problem(error) });
      return;
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.') || ABOUT_FILE.test(entry.name)) continue;
      const file = `${prefix}${entry.name}`;
      const inner = join(path, entry.name);
      if (entry.isSymbolicLink()) this.links.push({ file, path: inner });
      else if (entry.isDirectory()) await this.folder(inner, `${file}/`);
      else if (entry.isFile()) await this.add(file, inner);
      else this.unreadable.push({ file, code: 'not-a-file', reason: 'it is neither a file nor a folder' });
    }
  }

  async add(file: string, path: string): Promise<void> {
    try {
      const { size, mtimeMs } = await stat(path);
      this.files.push({ file, path, size, mtimeMs });
    } catch (error) {
      this.unreadable.push({ file, ...problem(error) });
    }
  }

  private read(path: string) {
    return readdir(path, { withFileTypes: true });
  }
}

/** A link counts when it leads to a file of the corpus that is not listed already (mounted volumes link so). */
async function followLinks(walk: Walk, root: string): Promise<void> {
  const listed = new Set(walk.files.map((source) => source.path));
  for (const link of walk.links.sort(byFile)) {
    try {
      const target = await realpath(link.path);
      if (!target.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) {
        walk.unreadable.push({
          file: link.file,
          code: 'outside',
          reason: 'it is a link out of the corpus, which is not followed',
        });
      } else if (!(await stat(target)).isFile()) {
        walk.unreadable.push({
          file: link.file,
          code: 'not-a-file',
          reason: 'it is a link to a folder, which is not followed',
        });
      } else if (!listed.has(target)) {
        listed.add(target);
        await walk.add(link.file, target);
      }
    } catch (error) {
      walk.unreadable.push({ file: link.file, ...problem(error) });
    }
  }
}

/**
 * The files of a corpus, a folder or one file, sorted by name. Hidden files, READMEs and licences are no articles. Links
 * out of the corpus are not followed and reported. Throws when the corpus itself is not there.
 */
export async function listFiles(corpus: string): Promise<Listing> {
  const root = await realpath(corpus);
  const walk = new Walk();
  if ((await stat(root)).isFile()) await walk.add(basename(corpus), root);
  else await walk.folder(root, '');
  await followLinks(walk, root);
  return { files: walk.files.sort(byFile), unreadable: walk.unreadable.sort(byFile) };
}

async function readAll(source: SourceFile, handle: FileHandle): Promise<Uint8Array> {
  const info = await handle.stat();
  if (!info.isFile()) throw new UnreadableFileError('not-a-file', source.file, 'it is no longer a file');
  const limit = /\.(?:jsonl|ndjson)$/i.test(source.file) ? LARGEST_JSONL : LARGEST_FILE;
  if (info.size > limit) {
    const reason = `it has ${Math.ceil(info.size / MEGABYTE)} MB, more than the ${limit / MEGABYTE} MB that are read`;
    throw new UnreadableFileError('too-large', source.file, reason);
  }
  const bytes = new Uint8Array(info.size);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
    if (bytesRead === 0)
      throw new UnreadableFileError('vanished', source.file, 'it was cut short while it was read');
    filled += bytesRead;
  }
  return bytes;
}

/** A file's bytes. Throws UnreadableFileError: vanished, too-large, outside, not-a-file, no-permission, unreadable. */
export async function readSource(source: SourceFile): Promise<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    // Not following a link that has taken the file's place since it was listed, and not waiting for a pipe.
    handle = await open(source.path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    return await readAll(source, handle);
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    const { code, reason } = problem(error);
    throw new UnreadableFileError(code, source.file, reason);
  } finally {
    await handle?.close();
  }
}
