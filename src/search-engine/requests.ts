/** What is asked of a cluster, and how long an answer may take. */

/** Pauses between attempts: doubling from the first to the longest, each shortened at random by up to a half. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2000;
export interface EngineRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: unknown;
  /** Lines of JSON in place of a body. */
  readonly lines?: string;
  /** Statuses beside 404 and 409 that are an answer, too. */
  readonly accept?: readonly number[];
  /** What is wrong with a body that came without an error and may be right the next time; null when nothing is. */
  flawOf?(body: unknown): string | null;
}

/** How long a request may take. */
export interface Patience {
  /** All attempts together. */
  readonly wholeMs: number;
  /** The first attempt; each after one that took too long may take that much longer. */
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

/** The pause after the n-th attempt (from 0) in ms, never the same for two clients. */
export function pauseAfter(attempt: number): number {
  const full = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
  return full * (1 - Math.random() / 2);
}
