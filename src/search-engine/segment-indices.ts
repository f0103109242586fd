/** The indices of segments: made, filled and taken away. They are part of nothing until a snapshot that has them is published. */
import type { Segment } from '../retrieval/segment.js';
import { writeAll } from './bulk.js';
import type { EngineClient, Patience } from './client.js';
import { passageDocuments, segmentIndex } from './documents.js';
import { SearchEngineError } from './errors.js';

/** For acts that change which indices there are. */
const ADMIN_PATIENCE: Patience = { wholeMs: 60_000, attemptMs: 30_000, unreachableMs: 10_000 };

/** Makes and fills the index of a segment. Throws SearchEngineError; what it has made then is left over. */
export async function fillSegmentIndex(
  client: EngineClient,
  index: string,
  segment: Segment,
  replicas: number,
  onWritten: (passages: number) => void = () => {},
): Promise<void> {
  await createIndex(client, index, segmentIndex(replicas));
  await writeAll(client, index, numbered(segment), onWritten);
  await refresh(client, index);
}

function* numbered(segment: Segment) {
  for (const document of passageDocuments(segment)) yield { id: String(document.passage), document };
}

/** Makes an index anew: one that is there already is what a writer who died has left. */
async function createIndex(client: EngineClient, index: string, body: object): Promise<void> {
  await dropIndices(client, [index]);
  const { status } = await client.request(
    { method: 'PUT', path: `/${index}`, body, query: { wait_for_active_shards: 1 } },
    ADMIN_PATIENCE,
  );
  if (status !== 200) throw new SearchEngineError(`The index ${index} could not be made (${status}).`);
}

/** What was written before is found from now on. */
async function refresh(client: EngineClient, index: string): Promise<void> {
  const request = { method: 'POST', path: `/${index}/_refresh`, flawOf: isPartial } as const;
  const { status } = await client.request(request, ADMIN_PATIENCE);
  if (status !== 200) throw new SearchEngineError(`The index ${index} went away while it was filled.`);
}

function isPartial(body: unknown): string | null {
  const { _shards: shards } = body as { readonly _shards?: { readonly failed: number } };
  return shards !== undefined && shards.failed > 0 ? 'A part of an index could not be refreshed.' : null;
}

/** Takes indices away; those that are not there are no error. */
export async function dropIndices(client: EngineClient, indices: readonly string[]): Promise<void> {
  for (const index of indices) await client.request({ method: 'DELETE', path: `/${index}` }, ADMIN_PATIENCE);
}
