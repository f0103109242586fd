/**
 * Copies a store's write-ahead log into its file in a thread of its own. SQLite would do it within the write that makes
 * the log too long, which then waits for the disk, and with it the gateway.
 */
import { Worker } from 'node:worker_threads';

const THREAD = new URL('./checkpoint-thread.js', import.meta.url);
/** Writes between two checkpoints: some hundred pages of log. */
const WRITES = 100;

/** The checkpoints of one open file. Its thread is started when it is first needed. */
export class Checkpoints {
  readonly #file: string;
  readonly #code: URL;
  #worker: Worker | null = null;
  #writes = 0;
  #isUnderWay = false;

  /** `code`: what the thread runs; tests break it. */
  constructor(file: string, code = THREAD) {
    this.#file = file;
    this.#code = code;
  }

  /** To be told of every write. */
  wrote(): void {
    this.#writes++;
    if (this.#writes < WRITES || this.#isUnderWay) return;
    this.#writes = 0;
    this.#isUnderWay = true;
    this.#thread().postMessage('checkpoint');
  }

  /** Ends the thread, which lets go of the file. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === null) return;
    this.#worker = null;
    // The process must not end before the thread has.
    worker.ref();
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('end');
    await ended;
  }

  #thread(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(this.#code, { workerData: { file: this.#file }, execArgv: [] });
    this.#worker = worker;
    worker.unref();
    worker.on('message', () => {
      this.#isUnderWay = false;
    });
    // Without the thread SQLite does it itself, later: see wal_autocheckpoint in sqlite.ts.
    worker.on('error', () => {
      if (this.#worker === worker) this.#worker = null;
    });
    return worker;
  }
}
