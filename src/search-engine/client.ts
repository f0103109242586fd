/**
 * The only door to OpenSearch's client: one request with one deadline, however many attempts and nodes it takes. The
 * client itself retries nothing here, because it would know neither of 429 and 500 nor of the deadline.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, ConnectionPool, errors } from '@opensearch-project/opensearch';
import { SearchEngineError } from './errors.js';
import {
  type EngineClient,
  type EngineRequest,
  type EngineResponse,
  type Patience,
  pauseAfter,
} from './requests.js';
import type { EngineSettings } from './settings.js';

/** A node that did not answer is tried again after so long; the client's own minute would outlive any restart. */
const DEAD_NODE_MS = 1000;
const PING_MS = 1000;
/** Answers after which another attempt may succeed: too much to do, a shard or node that is just going or coming. */
const PASSING = [408, 429, 500, 502, 503, 504];

const UNREADABLE = "The search engine's answer could not be read.";

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

/** Connects when it is first asked. Throws SearchEngineError when the certificates cannot be read. */
export function connect({ nodes, username, password, ca }: EngineSettings): EngineClient {
  const client = new Client({
    nodes: [...nodes],
    ...(username === undefined ? {} : { auth: { username, password: password ?? '' } }),
    ...(ca === undefined ? {} : { ssl: { ca: certificatesIn(ca) } }),
    ConnectionPool: QuickPool,
    pingTimeout: PING_MS,
    maxRetries: 0,
  });
  return {
    request: (request, patience) => attempts(client, request, patience),
    close: () => client.close(),
  };
}

function certificatesIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new SearchEngineError(`The certificates in ${file} (OPENSEARCH_CA) cannot be read.`, {
      cause: error,
    });
  }
}

async function attempts(
  client: Client,
  request: EngineRequest,
  { wholeMs, attemptMs, unreachableMs }: Patience,
): Promise<EngineResponse> {
  const started = performance.now();
  let reached = false;
  let timeouts = 0;
  let before: Failure | null = null;
  for (let attempt = 0; ; attempt++) {
    const left = wholeMs - (performance.now() - started);
    // A node that hangs is left soon; a cluster that is merely slow gets longer with each attempt.
    const full = attemptMs * (timeouts + 1);
    const patience = Math.min(full, left);
    const outcome = await tryOnce(client, request, Math.max(1, patience));
    if ('status' in outcome) return outcome;
    reached ||= outcome.reached;
    const isTimeout = outcome.error instanceof errors.TimeoutError;
    if (isTimeout) timeouts++;
    // An attempt that the end of all patience cut short tells nothing; the one before it does.
    const told: Failure = isTimeout && patience < full && before !== null ? before : outcome;
    before = told;
    const pause = pauseAfter(attempt);
    const until = reached ? wholeMs : Math.min(unreachableMs, wholeMs);
    if (!outcome.passing || performance.now() - started + pause >= until)
      throw new SearchEngineError(told.why, told.error === null ? {} : { cause: told.error });
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
  { method, path, query, body, lines, flawOf, accept = [] }: EngineRequest,
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
    const response = await client.transport.request(what, { requestTimeout, ignore: [404, 409, ...accept] });
    const why = isWords(response.body) ? UNREADABLE : (flawOf?.(response.body) ?? null);
    if (why !== null) return { passing: true, reached: true, why, error: null };
    return { status: response.statusCode ?? 0, body: response.body };
  } catch (error) {
    return failureOf(error);
  }
}

/** Whether an answer is none of OpenSearch's: a proxy before it may say anything. */
function isWords(body: unknown): boolean {
  return typeof body === 'string' && body !== '';
}

function failureOf(error: unknown): Failure {
  if (error instanceof errors.ResponseError) {
    const { statusCode: status } = error;
    const passing = PASSING.includes(status);
    return { passing, reached: true, why: `The search engine answered ${status}: ${reasonOf(error)}`, error };
  }
  if (error instanceof errors.TimeoutError)
    return { passing: true, reached: true, why: 'The search engine did not answer in time.', error };
  // A proxy before it may break off, or say something else.
  if (error instanceof errors.DeserializationError)
    return { passing: true, reached: true, why: UNREADABLE, error };
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
