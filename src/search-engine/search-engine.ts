/**
 * A corpus in a cluster: an index a segment with its passages and its files, an index a snapshot with the rest, and two
 * aliases that say which of them count. They change in one call, so that nobody ever sees half of a change.
 */
import type { LivePostings } from '../retrieval/live-postings.js';
import type { Retriever } from '../retrieval/retriever.js';
import type { Segment } from '../retrieval/segment.js';
import { SearchEngineError } from './errors.js';
import { type EngineNames, namesUnder } from './names.js';
import type { EngineClient, Patience } from './requests.js';
import { openSearchRetriever } from './retriever.js';
import {
  ADMIN_PATIENCE,
  createIndex,
  dropIndices,
  fillSegmentIndex,
  snapshotIndex,
} from './segment-indices.js';
import type { EngineSettings } from './settings.js';
import { fetchFiles, storeFiles } from './stored-files.js';
import { EngineWriterLock } from './writer-lock.js';

/** A question waits for this, so it is short; whoever gets no answer goes on with what is known. */
const LOOK_PATIENCE: Patience = { wholeMs: 1500, attemptMs: 1000, unreachableMs: 500 };
/** Probes wait less than a second for everything together. */
const HEALTH_PATIENCE: Patience = { wholeMs: 700, attemptMs: 700, unreachableMs: 300 };
/** At the start nobody waits for an answer yet. */
const START_PATIENCE: Patience = { wholeMs: 20_000, attemptMs: 3000, unreachableMs: 2000 };
/** Searches of a snapshot that has been replaced may still be under way for so long. */
const REPLACED_KEPT_MS = 60_000;

/** A snapshot in a local folder, ready to be shared. */
export interface FinishedSnapshot {
  readonly name: string;
  readonly folder: string;
  /** Names of files in the folder, by segment. */
  readonly segments: readonly { readonly segment: Segment; readonly files: readonly string[] }[];
  /** Names of all other files, the manifest among them. */
  readonly others: readonly string[];
}

export class SearchEngine {
  readonly #names: EngineNames;
  readonly #replicas: number;
  readonly #client: EngineClient;

  constructor(settings: EngineSettings) {
    this.#names = namesUnder(settings.prefix);
    this.#replicas = settings.replicas;
    this.#client = connectLater(settings);
  }

  /** Over segments that are all in the cluster. */
  retriever(segments: readonly Segment[], postings: LivePostings): Retriever {
    return openSearchRetriever(this.#client, this.#names, segments, postings);
  }

  /** The name of the snapshot that counts; null when there is none. Throws SearchEngineError soon. */
  async current(): Promise<string | null> {
    const [index] = await this.#indicesOf(this.#names.current, LOOK_PATIENCE);
    return index === undefined ? null : this.#names.snapshotIn(index);
  }

  /** Resolves when the cluster answers. Throws SearchEngineError. */
  async reach(): Promise<void> {
    await this.#indicesOf(this.#names.current, START_PATIENCE);
  }

  /**
   * Shares a snapshot: what the cluster does not have of it is written, then it counts from one moment to the next. The
   * caller holds `lock`, which is confirmed last. When something fails, the snapshot before goes on counting. Throws
   * SearchEngineError or EngineLockedError. `onWritten` hears how many passages are written.
   */
  async publish(
    { name, folder, segments, others }: FinishedSnapshot,
    lock: EngineWriterLock,
    onWritten: (passages: number) => void,
  ): Promise<void> {
    const before = new Set(await this.#indicesOf(this.#names.alias, ADMIN_PATIENCE));
    const made: string[] = [];
    let written = 0;
    const count = (passages: number) => {
      written += passages;
      onWritten(written);
    };
    try {
      for (const { segment, files } of segments) {
        const index = this.#names.segment(segment.id);
        if (before.has(index)) continue;
        made.push(index);
        await fillSegmentIndex(this.#client, index, segment, this.#replicas, count);
        await storeFiles(this.#client, index, folder, files);
      }
      const index = this.#names.snapshot(name);
      made.push(index);
      await createIndex(this.#client, index, snapshotIndex(this.#replicas));
      await storeFiles(this.#client, index, folder, others);
      await lock.confirm();
      await this.#letCount(index, new Set(segments.map(({ segment }) => this.#names.segment(segment.id))));
    } catch (error) {
      // What cannot be taken away now is left over, and found later.
      await dropIndices(this.#client, made).catch(() => {});
      throw error;
    }
  }

  /** Copies files of a snapshot that counts into a folder. Throws SearchEngineError. */
  async fetch(
    part: { readonly snapshot: string } | { readonly segment: string },
    folder: string,
  ): Promise<void> {
    const index =
      'snapshot' in part ? this.#names.snapshot(part.snapshot) : this.#names.segment(part.segment);
    await fetchFiles(this.#client, index, folder);
  }

  /** A lock among the writers of all machines; nobody has it yet. */
  lock(): EngineWriterLock {
    return new EngineWriterLock(this.#client, this.#names.lock);
  }

  /**
   * Takes away what counts no more and what writers that failed have left. The caller holds the lock. Nothing happens
   * while searches of what was replaced may still be under way. Throws SearchEngineError.
   */
  async sweep(): Promise<readonly string[]> {
    const [counting, ofSegments] = [
      await this.#indicesOf(this.#names.current, ADMIN_PATIENCE),
      await this.#indicesOf(this.#names.alias, ADMIN_PATIENCE),
    ];
    const there = await this.#indicesThere();
    const [current] = counting;
    const madeAt = there.find(({ index }) => index === current)?.madeAt ?? 0;
    if (Date.now() - madeAt < REPLACED_KEPT_MS) return [];
    const kept = new Set([...counting, ...ofSegments]);
    const left = there.map(({ index }) => index).filter((index) => !kept.has(index));
    await dropIndices(this.#client, left);
    return left;
  }

  /** How the index is, red also where there is none. Throws SearchEngineError soon. */
  async health(): Promise<ClusterHealth> {
    const path = `/_cluster/health/${this.#names.alias}`;
    // 408: there is none.
    const request = { method: 'GET', path, query: { timeout: '0s' }, accept: [408] } as const;
    const { body } = await this.#client.request(request, HEALTH_PATIENCE);
    const { status, number_of_nodes: nodes } = body as {
      readonly status: ClusterHealth['status'];
      readonly number_of_nodes: number;
    };
    return { status, nodes };
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  /** The one moment at which a snapshot takes the place of another. */
  async #letCount(snapshot: string, segments: ReadonlySet<string>): Promise<void> {
    const { alias, current } = this.#names;
    const old = [
      ...(await this.#indicesOf(alias, ADMIN_PATIENCE))
        .filter((index) => !segments.has(index))
        .map((index) => ({ index, alias })),
      ...(await this.#indicesOf(current, ADMIN_PATIENCE)).map((index) => ({ index, alias: current })),
    ].filter(({ index }) => index !== snapshot);
    const actions = [
      ...[...segments].map((index) => ({ add: { index, alias } })),
      { add: { index: snapshot, alias: current } },
      // By an attempt whose answer was lost they may be gone already.
      ...old.map((gone) => ({ remove: { ...gone, must_exist: false } })),
    ];
    await this.#client.request({ method: 'POST', path: '/_aliases', body: { actions } }, ADMIN_PATIENCE);
    const [now] = await this.#indicesOf(current, ADMIN_PATIENCE);
    if (now !== snapshot)
      throw new SearchEngineError('The search engine did not take the new index into use.');
  }

  async #indicesOf(alias: string, patience: Patience): Promise<readonly string[]> {
    const { status, body } = await this.#client.request(
      { method: 'GET', path: `/_alias/${alias}` },
      patience,
    );
    return status === 200 ? Object.keys(body as object) : [];
  }

  /** All indices of segments and snapshots, with when they were made by the cluster's clock, in ms since 1970. */
  async #indicesThere(): Promise<readonly { readonly index: string; readonly madeAt: number }[]> {
    const { status, body } = await this.#client.request(
      {
        method: 'GET',
        path: `/${this.#names.all.join(',')}/_settings/index.creation_date`,
        query: { ignore_unavailable: true, allow_no_indices: true },
      },
      ADMIN_PATIENCE,
    );
    if (status !== 200) return [];
    type Settings = Readonly<
      Record<string, { readonly settings: { readonly index: { readonly creation_date: string } } }>
    >;
    return Object.entries(body as Settings).map(([index, { settings }]) => ({
      index,
      madeAt: Number(settings.index.creation_date),
    }));
  }
}

/** How a cluster is: green, yellow while copies are missing, red while some articles cannot be searched. */
export interface ClusterHealth {
  readonly status: 'green' | 'yellow' | 'red';
  readonly nodes: number;
}

/** The client's library is loaded by whoever asks a cluster, and by nobody else. */
function connectLater(settings: EngineSettings): EngineClient {
  let client: Promise<EngineClient> | null = null;
  const connected = () => {
    client ??= import('./client.js').then(({ connect }) => connect(settings));
    return client;
  };
  return {
    request: async (request, patience) => (await connected()).request(request, patience),
    // A client that is closed twice never says that it is.
    close: async () => {
      const closing = client;
      client = null;
      await (await closing)?.close();
    },
  };
}
