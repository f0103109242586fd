/**
 * Reads PDF and Word files in a thread of its own: a file that was made to exhaust whoever opens it costs that thread
 * its time and its memory, while questions are answered.
 */
import { Worker } from 'node:worker_threads';
import type { RawFile, ReadResult } from '../corpus/read.js';
import { UnreadableFileError } from '../corpus/unreadable.js';

/** What the thread is sent and what it sends back. */
export interface DocumentRequest {
  readonly id: number;
  readonly raw: RawFile;
}
export type DocumentReply =
  | { readonly id: number; readonly result: ReadResult }
  | { readonly id: number; readonly failure: { readonly code: string; readonly reason: string } };

/** A thread does not take over how its process loads TypeScript. */
const THREAD = `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))})
  .then(({ register }) => register())
  .then(() => import(${JSON.stringify(new URL('./document-thread.ts', import.meta.url).href)}))`;
/** What one file may take when nothing else is said. */
const PATIENCE_MS = 30_000;
/** Memory of the thread. */
const HEAP_MB = 512;
/** A thread without work ends after so long. */
const IDLE_MS = 10_000;

/** Reads one document after the other; `close` ends its thread. */
export class DocumentReader {
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #next = 1;
  readonly #patienceMs: number;

  /** `patienceMs` is what one file may take in all. */
  constructor(patienceMs = PATIENCE_MS) {
    this.#patienceMs = patienceMs;
  }

  /** The articles of a PDF or Word file. Throws UnreadableFileError. */
  read(raw: RawFile): Promise<ReadResult> {
    const mine = this.#last.then(() => this.#readNow(raw));
    this.#last = mine.catch(() => {});
    return mine;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#end();
  }

  async #readNow(raw: RawFile): Promise<ReadResult> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    const worker = this.#started();
    worker.ref();
    try {
      return await this.#ask(worker, raw);
    } finally {
      worker.unref();
      this.#idle = setTimeout(() => void this.#end(), IDLE_MS).unref();
    }
  }

  #ask(worker: Worker, raw: RawFile): Promise<ReadResult> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const refuse = (code: string, reason: string) => {
        done();
        void this.#end();
        reject(new UnreadableFileError(code, raw.file, reason));
      };
      const patience = setTimeout(() => refuse('too-slow', 'reading it takes too long'), this.#patienceMs);
      const onReply = (reply: DocumentReply) => {
        if (reply.id !== id) return;
        done();
        if ('result' in reply) resolve(reply.result);
        else reject(new UnreadableFileError(reply.failure.code, raw.file, reply.failure.reason));
      };
      const onEnd = () => refuse('too-large', 'reading it takes too much memory');
      const done = () => {
        clearTimeout(patience);
        worker.off('message', onReply).off('error', onEnd).off('exit', onEnd);
        // An error without a listener would end the process.
        worker.on('error', () => {});
      };
      worker.on('message', onReply).on('error', onEnd).on('exit', onEnd);
      worker.postMessage({ id, raw } satisfies DocumentRequest);
    });
  }

  #started(): Worker {
    this.#worker ??= new Worker(THREAD, {
      eval: true,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      stdout: true,
      stderr: true,
    });
    return this.#worker;
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}
