/** Looks into a ZIP archive before anybody unpacks it: what an entry says of its size need not be true. */
import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  /** Packed, as it stands in the archive. */
  readonly packed: Uint8Array;
  readonly deflated: boolean;
}

/** Thrown when an archive is none, is damaged, or unpacks to more than is allowed. */
export class ZipError extends Error {
  override readonly name = 'ZipError';

  constructor(
    /** damaged, too-large. */
    readonly code: 'damaged' | 'too-large',
    message: string,
  ) {
    super(message);
  }
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
/** The end of the directory stands last, before a comment of at most 64 kB. */
const LONGEST_COMMENT = 65_535;
const DEFLATED = 8;
const STORED = 0;

/** Whether bytes begin as a ZIP archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= END_SIZE && viewOf(bytes).getUint32(0, true) === LOCAL;
}

/** The entries of an archive by its directory. Throws ZipError; also when there are more than `most`. */
export function zipEntries(bytes: Uint8Array, most: number): readonly ZipEntry[] {
  try {
    return readDirectory(bytes, most);
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new ZipError('damaged', 'its directory is damaged');
  }
}

/** Size of an entry when it is unpacked. Throws ZipError when it is damaged or has more than `most` bytes. */
export function unpackedSize({ packed, deflated }: ZipEntry, most: number): number {
  if (!deflated) {
    if (packed.length > most) throw tooLarge();
    return packed.length;
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? tooLarge() : new ZipError('damaged', 'it cannot be unpacked');
  }
}

function tooLarge(): ZipError {
  return new ZipError('too-large', 'it unpacks to more than is read');
}

function readDirectory(bytes: Uint8Array, most: number): ZipEntry[] {
  const view = viewOf(bytes);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > most) throw new ZipError('too-large', `it holds ${count} files`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== CENTRAL) throw new ZipError('damaged', 'its directory is damaged');
    const method = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const further = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const local = view.getUint32(at + 42, true);
    if (method !== DEFLATED && method !== STORED)
      throw new ZipError('damaged', 'it is packed in an unknown way');
    const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength));
    entries.push({ name, packed: dataAt(bytes, view, local, size), deflated: method === DEFLATED });
    at += CENTRAL_SIZE + nameLength + further;
  }
  return entries;
}

function endOf(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new ZipError('damaged', 'it has no directory');
}

function dataAt(bytes: Uint8Array, view: DataView, local: number, size: number): Uint8Array {
  if (view.getUint32(local, true) !== LOCAL)
    throw new ZipError('damaged', 'an entry is not where it should be');
  const start = local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + size > bytes.length) throw new ZipError('damaged', 'it is cut short');
  return bytes.subarray(start, start + size);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
