/**
 * A lock among the writers of all machines, as a document that its holder writes anew every few seconds. Whether a
 * holder lives is seen by whether the document changes while one looks: no clock of any machine has a say.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { SearchEngineError } from './errors.js';
import type { EngineClient, EngineResponse, Patience } from './requests.js';

/** How often the holder shows that it lives. */
const HEARTBEAT_MS = 2000;
/** A lock that has not changed for so long has no holder any more; a cluster that lost a node needs some seconds. */
const ABANDONED_MS = 15_000;
/** How often somebody who waits looks again. */
const LOOK_AGAIN_MS = 500;
const PATIENCE: Patience = { wholeMs: 8000, attemptMs: 3000, unreachableMs: 4000 };
/** Whoever wants the lock waits for a cluster that is electing a new leader, or is slow. */
const TAKING_PATIENCE: Patience = { wholeMs: 30_000, attemptMs: 5000, unreachableMs: 4000 };
const DOCUMENT = 'writer';

/** Thrown when another machine holds the lock, or has taken it over. */
export class EngineLockedError extends Error {
  override readonly name = 'EngineLockedError';
}

/** A state of the document, which no later state shares. */
interface Version {
  readonly _seq_no: number;
  readonly _primary_term: number;
}

export class EngineWriterLock {
  readonly #token = randomUUID();
  readonly #document: string;
  #version: Version | null = null;
  #beats: NodeJS.Timeout | null = null;
  #beating: Promise<void> = Promise.resolve();

  constructor(
    readonly client: EngineClient,
    readonly index: string,
  ) {
    this.#document = `/${index}/_doc/${DOCUMENT}`;
  }

  /**
   * Waits at most `patienceMs` for a holder that lives, then throws EngineLockedError. Whether one lives takes a while
   * to see.
   */
  async take(patienceMs: number): Promise<void> {
    await this.#makeIndex();
    const until = performance.now() + patienceMs;
    let seen: Version | null = null;
    let seenAt = performance.now();
    for (;;) {
      const holder = await this.#createdOr();
      if (holder === null) break;
      if (seen === null || !isSame(seen, holder)) {
        const isAlive = seen !== null;
        seen = holder;
        seenAt = performance.now();
        if (isAlive && seenAt >= until)
          throw new EngineLockedError('Another machine is indexing this corpus.');
      } else if (performance.now() - seenAt >= ABANDONED_MS && (await this.#write(holder))) break;
      await wait(LOOK_AGAIN_MS);
    }
    this.#beats = setInterval(() => void this.#beat().catch(() => {}), HEARTBEAT_MS).unref();
  }

  /** Makes sure that nobody else has taken the lock over. Throws EngineLockedError or SearchEngineError. */
  async confirm(): Promise<void> {
    await this.#beat();
  }

  /** Gives the lock back, unless somebody else has it by now; whoever wants it takes an abandoned one over. */
  async release(): Promise<void> {
    if (this.#beats !== null) clearInterval(this.#beats);
    this.#beats = null;
    await this.#beating.catch(() => {});
    if (this.#version === null) return;
    const request = { method: 'DELETE', path: this.#document, query: asQuery(this.#version) } as const;
    await this.client.request(request, PATIENCE).catch((error: unknown) => {
      if (!(error instanceof SearchEngineError)) throw error;
    });
    this.#version = null;
  }

  #beat(): Promise<void> {
    const next = this.#beating
      .catch(() => {})
      .then(async () => {
        if (this.#version === null || !(await this.#write(this.#version))) {
          this.#version = null;
          throw new EngineLockedError('Another machine has taken over the indexing of this corpus.');
        }
      });
    this.#beating = next.catch(() => {});
    return next;
  }

  /** Null when the lock was free and is ours; else the state that its holder has given it. */
  async #createdOr(): Promise<Version | null> {
    const path = `/${this.index}/_create/${DOCUMENT}`;
    const created = await this.client.request(
      { method: 'PUT', path, body: this.#content() },
      TAKING_PATIENCE,
    );
    if (this.#isOurs(created)) return null;
    const { status, body } = await this.client.request(
      { method: 'GET', path: this.#document },
      TAKING_PATIENCE,
    );
    if (status !== 200) return this.#createdOr();
    const found = body as Version & { readonly _source: { readonly token: string } };
    // Ours, when the answer to the first attempt was lost.
    if (found._source.token !== this.#token) return found;
    this.#version = found;
    return null;
  }

  /** Whether the document was still in that state, and now is ours. */
  async #write(version: Version): Promise<boolean> {
    const request = {
      method: 'PUT',
      path: this.#document,
      query: asQuery(version),
      body: this.#content(),
    } as const;
    const response = await this.client.request(request, PATIENCE);
    if (this.#isOurs(response)) return true;
    // An attempt whose answer was lost may have written it.
    const { status, body } = await this.client.request({ method: 'GET', path: this.#document }, PATIENCE);
    const found = body as Version & { readonly _source?: { readonly token: string } };
    if (status !== 200 || found._source?.token !== this.#token) return false;
    this.#version = found;
    return true;
  }

  #isOurs({ status, body }: EngineResponse): boolean {
    if (status !== 200 && status !== 201) return false;
    this.#version = body as Version;
    return true;
  }

  #content(): object {
    return { token: this.#token };
  }

  async #makeIndex(): Promise<void> {
    const settings = {
      number_of_shards: 1,
      auto_expand_replicas: '0-2',
      'unassigned.node_left.delayed_timeout': '0ms',
    };
    const { status } = await this.client.request({ method: 'HEAD', path: `/${this.index}` }, TAKING_PATIENCE);
    if (status === 200) return;
    const body = { settings, mappings: { dynamic: false } };
    // 400: another machine has made it meanwhile.
    await this.client.request(
      { method: 'PUT', path: `/${this.index}`, body, accept: [400] },
      TAKING_PATIENCE,
    );
  }
}

function isSame(a: Version, b: Version): boolean {
  return a._seq_no === b._seq_no && a._primary_term === b._primary_term;
}

function asQuery({ _seq_no, _primary_term }: Version): Readonly<Record<string, number>> {
  return { if_seq_no: _seq_no, if_primary_term: _primary_term };
}
