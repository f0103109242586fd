/** Files kept in an index, cut into documents, so that every machine can have what one has made. */
import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type NumberedDocument, writeAll } from './bulk.js';
import { SearchEngineError } from './errors.js';
import type { EngineClient, Patience } from './requests.js';

/** Bytes of a file in one document, which holds them in four characters for three bytes. */
const CHUNK_BYTES = 512 << 10;
/** Documents that are asked for at once. */
const CHUNKS_AT_ONCE = 4;
const LISTING = 'files';
const PATIENCE: Patience = { wholeMs: 60_000, attemptMs: 20_000, unreachableMs: 10_000 };

/** How many documents each file has, by the file's name. */
type Listing = Readonly<Record<string, number>>;

/** Writes the files of a folder into an index, which is part of nothing before all of them are there. */
export async function storeFiles(
  client: EngineClient,
  index: string,
  folder: string,
  names: readonly string[],
): Promise<void> {
  await writeAll(client, index, documentsOf(folder, names));
}

/** All files in pieces, read when they are sent, and then how many pieces each has. */
function* documentsOf(folder: string, names: readonly string[]): Iterable<NumberedDocument> {
  const files: Record<string, number> = {};
  for (const name of names) {
    let chunks = 0;
    for (const chunk of chunksOf(folder, name)) {
      chunks++;
      yield chunk;
    }
    files[name] = chunks;
  }
  yield { id: LISTING, document: { files } };
}

/** Writes the files that are kept in an index into a folder. Throws SearchEngineError, also when some are missing. */
export async function fetchFiles(client: EngineClient, index: string, folder: string): Promise<void> {
  const listing = await listingIn(client, index);
  for (const [name, chunks] of Object.entries(listing)) {
    const file = await open(join(folder, name), 'w');
    try {
      for (let first = 0; first < chunks; first += CHUNKS_AT_ONCE) {
        const count = Math.min(CHUNKS_AT_ONCE, chunks - first);
        const ids = Array.from({ length: count }, (_, i) => chunkId(name, first + i));
        for (const bytes of await fetchChunks(client, index, ids)) await file.write(bytes);
      }
    } finally {
      await file.close();
    }
  }
}

function chunkId(name: string, number: number): string {
  return `file:${name}:${number}`;
}

function* chunksOf(folder: string, name: string): Iterable<NumberedDocument> {
  const file = openSync(join(folder, name), 'r');
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  try {
    for (let number = 0; ; number++) {
      const size = readSync(file, buffer, 0, CHUNK_BYTES, null);
      if (size === 0) return;
      yield { id: chunkId(name, number), document: { bytes: buffer.toString('base64', 0, size) } };
    }
  } finally {
    closeSync(file);
  }
}

async function listingIn(client: EngineClient, index: string): Promise<Listing> {
  const { status, body } = await client.request(
    { method: 'GET', path: `/${index}/_doc/${LISTING}` },
    PATIENCE,
  );
  if (status !== 200) throw new SearchEngineError(`The index ${index} is not there, or not whole.`);
  const { _source: source } = body as { readonly _source: { readonly files: Listing } };
  return source.files;
}

interface FoundChunk {
  readonly found?: boolean;
  readonly _source?: { readonly bytes: string };
}

async function fetchChunks(
  client: EngineClient,
  index: string,
  ids: readonly string[],
): Promise<readonly Buffer[]> {
  const { body } = await client.request({ method: 'POST', path: `/${index}/_mget`, body: { ids } }, PATIENCE);
  const { docs = [] } = body as { readonly docs?: readonly FoundChunk[] };
  return ids.map((id, i) => {
    const bytes = docs[i]?._source?.bytes;
    if (bytes === undefined) throw new SearchEngineError(`${id} is missing in the index ${index}.`);
    return Buffer.from(bytes, 'base64');
  });
}
