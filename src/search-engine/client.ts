/**
 * The only door to OpenSearch's client: one request with one deadline, however many attempts and nodes it takes. The
 * client itself retries nothing here, because it would know neither of 429 and 500 nor of the deadline.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, ConnectionPool, errors } from '@opensearch-project/opensearch';
import { SearchEngineError } from './errors.js';
import type { EngineSettings } from './settings.js';

/** A node that did not answer is tried again after so long; the client's own minute would outlive any restart. */
const DEAD_NODE_MS = 1000;
const PING_MS = 1000;
/** Pauses between attempts: doubling from the first to the longest, each shortened at random by up to a half. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2000;
/** Answers after which another attempt may succeed: too much to do, a shard or node that is just going or coming. */
const PASSING = [408, 429, 500, 502, 503, 504];

export interface EngineRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: unknown;
  /** Lines of JSON in place of a body. */
  readonly lines?: string;
  /** What is wrong with a body that came without an error and may be right the next time; null when nothing is. */
  flawOf?(body: unknown): string | null;
}

/** How long a request may take. */
export interface Patience {
  /** All attempts together. */
  readonly wholeMs: number;
  readonly attemptMs: number;
  /** When no node even takes a connection. */
  readonly unreachableMs: number;
}

export interface EngineResponse {
  readonly status: number;
  readonly body: unknown;
}

/** A cluster as everything here speaks to it. */
export interface EngineClient {
  /**
   * The answer, also one that says 404 or 409. Throws SearchEngineError when there is none within the time, or it is
   * another refusal.
   */
  request(request: EngineRequest, patience: Patience): Promise<EngineResponse>;
  close(): Promise<void>;
}

/** Nodes that died are asked for a sign of life one at a time and soon. */
class QuickPool extends ConnectionPool {
  #asking = false;

  constructor(...settings: ConstructorParameters<typeof ConnectionPool>) {
    super(...settings);
    this.resurrectTimeout = DEAD_NODE_MS;
    this.resurrectTimeoutCutoff = 0;
  }

  override resurrect(...[asked, told]: Parameters<ConnectionPool['resurrect']>): void {
    if (this.#asking) return;
    this.#asking = true;
    super.resurrect(asked, (isAlive, connection) => {
      this.#asking = false;
      if (isAlive !== null) told?.(isAlive, connection);
    });
  }
}

/** Connects when it is first asked. Throws what reading the certificate throws. */
export function connect({ nodes, username, password, ca }: EngineSettings): EngineClient {
  const client = new Client({
    nodes: [...nodes],
    ...(username === undefined ? {} : { auth: { username, password: password ?? '' } }),
    ...(ca === undefined ? {} : { ssl: { ca: readFileSync(ca, 'utf8') } }),
    ConnectionPool: QuickPool,
    pingTimeout: PING_MS,
    maxRetries: 0,
  });
  return {
    request: (request, patience) => attempts(client, request, patience),
    close: () => client.close(),
  };
}

async function attempts(
  client: Client,
  request: EngineRequest,
  { wholeMs, attemptMs, unreachableMs }: Patience,
): Promise<EngineResponse> {
  const started = performance.now();
  let reached = false;
  for (let attempt = 0; ; attempt++) {
    const left = wholeMs - (performance.now() - started);
    const outcome = await tryOnce(client, request, Math.max(1, Math.min(attemptMs, left)));
    if ('status' in outcome) return outcome;
    reached ||= outcome.reached;
    const pause = pauseAfter(attempt);
    const until = reached ? wholeMs : Math.min(unreachableMs, wholeMs);
    if (!outcome.passing || performance.now() - started + pause >= until)
      throw new SearchEngineError(outcome.why, outcome.error === null ? {} : { cause: outcome.error });
    await wait(pause);
  }
}

/** Why an attempt gave no answer. */
interface Failure {
  /** Whether another attempt may succeed. */
  readonly passing: boolean;
  /** Whether some node took the request. */
  readonly reached: boolean;
  readonly why: string;
  readonly error: unknown;
}

async function tryOnce(
  client: Client,
  { method, path, query, body, lines, flawOf }: EngineRequest,
  requestTimeout: number,
): Promise<EngineResponse | Failure> {
  const what = {
    method,
    path,
    ...(query === undefined ? {} : { querystring: { ...query } }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(lines === undefined ? {} : { bulkBody: lines }),
  };
  try {
    const response = await client.transport.request(what, { requestTimeout, ignore: [404, 409] });
    const why = flawOf?.(response.body) ?? null;
    if (why !== null) return { passing: true, reached: true, why, error: null };
    return { status: response.statusCode ?? 0, body: response.body };
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof errors.ResponseError) {
    const { statusCode: status } = error;
    const passing = PASSING.includes(status);
    return { passing, reached: true, why: `The search engine answered ${status}: ${reasonOf(error)}`, error };
  }
  if (error instanceof errors.TimeoutError)
    return { passing: true, reached: true, why: 'The search engine did not answer in time.', error };
  const isConnection =
    error instanceof errors.ConnectionError || error instanceof errors.NoLivingConnectionsError;
  if (!isConnection) throw error;
  return {
    passing: true,
    reached: false,
    why: `The search engine cannot be reached: ${error.message}`,
    error,
  };
}

/** What OpenSearch says of itself; a proxy before it may say anything. */
function reasonOf(error: InstanceType<typeof errors.ResponseError>): string {
  const { error: told }: { error?: { type?: unknown; reason?: unknown } } = error.body ?? {};
  return told?.reason === undefined ? error.message : `${told.type}: ${told.reason}`;
}

/** The pause after the n-th attempt (from 0) in ms, never the same for two clients. */
export function pauseAfter(attempt: number): number {
  const full = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
  return full * (1 - Math.random() / 2);
}
