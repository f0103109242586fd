/**
 * An index as files. Every part is a file of its own, no string grows with the corpus, and the manifest, written last,
 * holds a checksum of each: a snapshot is whole or it is none. Files of segments never change, so that a later snapshot
 * shares them with an earlier one.
 */
import { createHash } from 'node:crypto';
import { copyFile, link, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexParts } from './build-index.js';
import { codeVersion } from './code-version.js';
import type { ArticlePlace } from './live-postings.js';
import type { MinedFacts } from './mined-facts.js';
import type { Segment } from './segment.js';
import { loadSegment, SegmentFormatError, segmentFiles, staysInFile } from './segment-files.js';
import { RecentlyUsed, type Sized } from './stored-bytes.js';

/** Raised whenever what is stored, or how it is made, changes: older snapshots are built anew. */
export const SNAPSHOT_VERSION = 5;
const MANIFEST = 'manifest.json';
/** Bodies of articles that are kept in memory once they were read: a question reads some fifty articles. */
const RECENT_BYTES = 32_000_000;

/** Thrown when a folder holds no whole snapshot of this version. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

interface StoredFile {
  readonly name: string;
  readonly sha256: string;
}

interface Manifest {
  readonly version: number;
  /** The code that made it. */
  readonly code: string;
  /** What the corpus looked like: see library's fingerprint. */
  readonly fingerprint: string;
  readonly segments: readonly { readonly id: string; readonly files: readonly StoredFile[] }[];
  /** Places, facts and whatever else the snapshot was given. */
  readonly others: readonly StoredFile[];
}

/** An index as it is stored: the lexicons are not, they are distributed with the program. */
export type StoredParts = Omit<IndexParts, 'lexicons'>;

/** What is stored beside the parts, by name: letters and hyphens. */
export type Annexes = Readonly<Record<string, Uint8Array>>;

/**
 * Writes a snapshot into a new folder. Segments that the snapshot in `earlier` has are not written again; both folders
 * then share their files. `annexes` are kept beside the index.
 */
export async function saveSnapshot(
  folder: string,
  parts: StoredParts,
  fingerprint: string,
  { annexes = {}, earlier = null }: { readonly annexes?: Annexes; readonly earlier?: string | null } = {},
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const write = async (name: string, bytes: Uint8Array): Promise<StoredFile> => {
    await writeFile(join(folder, name), bytes);
    return { name, sha256: checksumOf(bytes) };
  };
  const known = earlier === null ? [] : await segmentsOf(earlier);
  const segments: Manifest['segments'][number][] = [];
  for (const segment of parts.segments) {
    const stored = known.find(({ id }) => id === segment.id);
    const shared = stored !== undefined && earlier !== null && (await share(stored.files, earlier, folder));
    if (shared) {
      segments.push(stored);
      continue;
    }
    const files: StoredFile[] = [];
    for (const [name, bytes] of segmentFiles(segment))
      files.push(await write(`${segment.id}-${name}`, bytes));
    segments.push({ id: segment.id, files });
  }
  const others = [
    await write('places.json', jsonBytes(parts.places.map(({ segment, article }) => [segment, article]))),
    await write('facts.json', jsonBytes(storedFacts(parts.facts))),
  ];
  for (const [name, bytes] of Object.entries(annexes)) others.push(await write(`annex-${name}`, bytes));
  const code = codeVersion();
  const manifest: Manifest = { version: SNAPSHOT_VERSION, code, fingerprint, segments, others };
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest));
}

/** The fingerprint of the snapshot in a folder. Throws SnapshotError when there is none of this version. */
export async function snapshotFingerprint(folder: string): Promise<string> {
  return (await readManifest(folder)).fingerprint;
}

/** Names of a snapshot's files in its folder: by segment, and the others, the manifest last. Throws SnapshotError. */
export async function snapshotFiles(folder: string): Promise<SnapshotFiles> {
  const { segments, others } = await readManifest(folder);
  return {
    segments: segments.map(({ id, files }) => ({ id, files: files.map(({ name }) => name) })),
    others: [...others.map(({ name }) => name), MANIFEST],
  };
}

export interface SnapshotFiles {
  readonly segments: readonly { readonly id: string; readonly files: readonly string[] }[];
  readonly others: readonly string[];
}

/**
 * Reads a snapshot with its annexes. Segments that `known` has already are not read again. Throws SnapshotError when it
 * is missing, damaged or of another version.
 */
export async function loadSnapshot(
  folder: string,
  known: StoredParts | null = null,
): Promise<{ readonly parts: StoredParts; readonly annexes: Annexes; readonly fingerprint: string }> {
  const manifest = await readManifest(folder);
  const segments: Segment[] = [];
  const recent = new RecentlyUsed<Sized>(RECENT_BYTES);
  for (const { id, files } of manifest.segments) {
    const there = known?.segments.find((segment) => segment.id === id);
    if (there !== undefined) {
      segments.push(there);
      continue;
    }
    segments.push(await readSegment(folder, id, files, recent));
  }
  const others = new Map<string, Buffer>();
  for (const file of manifest.others) others.set(file.name, await readChecked(folder, file));
  const annexes = [...others].flatMap(([name, bytes]) =>
    name.startsWith('annex-') ? [[name.slice('annex-'.length), bytes] as const] : [],
  );
  const parts = wellFormed(() => ({
    segments,
    places: placesFrom(textOf(others, 'places.json')),
    facts: loadedFacts(textOf(others, 'facts.json')),
  }));
  return { parts, annexes: Object.fromEntries(annexes), fingerprint: manifest.fingerprint };
}

/** Checks all of a segment's files, and keeps those in memory that do not stay where they lie. */
async function readSegment(
  folder: string,
  id: string,
  files: readonly StoredFile[],
  recent: RecentlyUsed<Sized>,
): Promise<Segment> {
  const bytes = new Map<string, Buffer>();
  for (const file of files) {
    const name = file.name.slice(id.length + 1);
    const read = await readChecked(folder, file);
    if (!staysInFile(name)) bytes.set(name, read);
  }
  const path = (name: string) => join(folder, `${id}-${name}`);
  return wellFormed(() => loadSegment(id, { bytes, path, recent }));
}

async function segmentsOf(folder: string): Promise<Manifest['segments']> {
  try {
    return (await readManifest(folder)).segments;
  } catch (error) {
    if (error instanceof SnapshotError) return [];
    throw error;
  }
}

/** Whether all files could be taken over: as links, or as copies where the file system has none. */
async function share(files: readonly StoredFile[], from: string, to: string): Promise<boolean> {
  try {
    for (const { name } of files) {
      await link(join(from, name), join(to, name)).catch(() => copyFile(join(from, name), join(to, name)));
    }
    return true;
  } catch {
    return false;
  }
}

async function readManifest(folder: string): Promise<Manifest> {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'));
  } catch (error) {
    throw new SnapshotError('There is no snapshot, or its manifest is damaged.', { cause: error });
  }
  if (manifest.version !== SNAPSHOT_VERSION) {
    throw new SnapshotError(`The snapshot has version ${manifest.version}, not ${SNAPSHOT_VERSION}.`);
  }
  if (manifest.code !== codeVersion()) {
    throw new SnapshotError('The snapshot was made by another version of the program.');
  }
  return manifest;
}

async function readChecked(folder: string, { name, sha256 }: StoredFile): Promise<Buffer> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, name));
  } catch (error) {
    throw new SnapshotError(`${name} of the snapshot cannot be read.`, { cause: error });
  }
  if (checksumOf(bytes) !== sha256) throw new SnapshotError(`${name} of the snapshot is damaged.`);
  return bytes;
}

function wellFormed<T>(load: () => T): T {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof SegmentFormatError || error instanceof SyntaxError)) throw error;
    throw new SnapshotError('The snapshot is not what its version says.', { cause: error });
  }
}

function textOf(files: ReadonlyMap<string, Buffer>, name: string): string {
  const bytes = files.get(name);
  if (bytes === undefined) throw new SegmentFormatError(`${name} is missing.`);
  return bytes.toString('utf8');
}

function placesFrom(json: string): readonly ArticlePlace[] {
  const pairs: readonly (readonly [number, number])[] = JSON.parse(json);
  return pairs.map(([segment, article]) => ({ segment, article }));
}

function storedFacts({ gazetteer, ordinals, transliterations }: MinedFacts): unknown {
  return { gazetteer, ordinals, transliterations: [...transliterations] };
}

function loadedFacts(json: string): MinedFacts {
  const { gazetteer, ordinals, transliterations } = JSON.parse(json);
  return { gazetteer, ordinals, transliterations: new Map(transliterations) };
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

function checksumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
