/** The indices of segments: made, filled and taken away. They are part of nothing until a snapshot that has them is published. */
import type { Segment } from '../retrieval/segment.js';
import { writeAll } from './bulk.js';
import { passageDocuments, segmentIndex } from './documents.js';
import { SearchEngineError } from './errors.js';
import type { EngineClient, Patience } from './requests.js';

/** For acts that change which indices there are. */
export const ADMIN_PATIENCE: Patience = { wholeMs: 60_000, attemptMs: 30_000, unreachableMs: 10_000 };

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
export async function createIndex(client: EngineClient, index: string, body: object): Promise<void> {
  await dropIndices(client, [index]);
  const { status, body: answer } = await client.request(
    { method: 'PUT', path: `/${index}`, body, accept: [400] },
    ADMIN_PATIENCE,
  );
  // Already there: made by an attempt whose answer was lost.
  const isThere = status === 400 && JSON.stringify(answer).includes('resource_already_exists_exception');
  if (status !== 200 && !isThere)
    throw new SearchEngineError(`The index ${index} could not be made (${JSON.stringify(answer)}).`);
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

/** What the index of a snapshot's files is made with; nobody searches it. */
export function snapshotIndex(replicas: number) {
  return {
    settings: {
      number_of_shards: 1,
      auto_expand_replicas: `0-${replicas}`,
      refresh_interval: '-1',
      'unassigned.node_left.delayed_timeout': '0ms',
    },
    mappings: { dynamic: false },
  };
}
