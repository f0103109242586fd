/**
 * Many documents into one index. No more bytes are under way than the cluster is asked to hold at once, and what it
 * turns away for now is sent again, item by item.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { SearchEngineError } from './errors.js';
import { type EngineClient, type Patience, pauseAfter } from './requests.js';

/** Bytes of a request, about; one document may pass it. */
const BATCH_BYTES = 2 << 20;
/** Requests under way at once. */
const CONCURRENCY = 2;
/** A node that dies takes some seconds to be replaced; a cluster that is full may take longer. */
const PATIENCE: Patience = { wholeMs: 120_000, attemptMs: 30_000, unreachableMs: 30_000 };
/** How long items are sent again that the cluster has too much to do for. */
const ITEMS_PATIENCE_MS = 120_000;
const PASSING = [429, 500, 502, 503, 504];

export interface NumberedDocument {
  readonly id: string;
  readonly document: object;
}

interface BulkResponse {
  readonly items: readonly {
    readonly index: {
      readonly status: number;
      readonly error?: { readonly type: string; readonly reason: string };
    };
  }[];
}

/** Writes all documents; `onWritten` hears how many of a batch are written. Throws SearchEngineError. */
export async function writeAll(
  client: EngineClient,
  index: string,
  documents: Iterable<NumberedDocument>,
  onWritten: (count: number) => void = () => {},
): Promise<void> {
  const batches = batchesOf(documents);
  let failed = false;
  const worker = async (): Promise<void> => {
    try {
      for (let next = batches.next(); !failed && next.done !== true; next = batches.next()) {
        await writeBatch(client, index, next.value);
        onWritten(next.value.length);
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: CONCURRENCY }, worker));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** Documents as lines of a request, in batches. */
function* batchesOf(documents: Iterable<NumberedDocument>): Generator<readonly string[]> {
  let batch: string[] = [];
  let size = 0;
  for (const { id, document } of documents) {
    const item = `${JSON.stringify({ index: { _id: id } })}\n${JSON.stringify(document)}\n`;
    if (size > 0 && size + item.length > BATCH_BYTES) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(item);
    size += item.length;
  }
  if (batch.length > 0) yield batch;
}

async function writeBatch(client: EngineClient, index: string, batch: readonly string[]): Promise<void> {
  const started = performance.now();
  let left = batch;
  for (let attempt = 0; left.length > 0; attempt++) {
    const { status, body } = await client.request(
      { method: 'POST', path: `/${index}/_bulk`, lines: left.join('') },
      PATIENCE,
    );
    if (status !== 200) throw new SearchEngineError(`The index ${index} went away while it was filled.`);
    const { items } = body as BulkResponse;
    const turnedAway = items.flatMap(({ index: { status: code, error } }, i) => {
      if (error === undefined) return [];
      if (!PASSING.includes(code))
        throw new SearchEngineError(
          `The search engine refuses a passage (${code}, ${error.type}: ${error.reason}).`,
        );
      return [left[i] ?? ''];
    });
    left = turnedAway;
    if (left.length === 0) return;
    if (performance.now() - started > ITEMS_PATIENCE_MS)
      throw new SearchEngineError(`The search engine turned ${left.length} passages away for too long.`);
    await wait(pauseAfter(attempt));
  }
}
