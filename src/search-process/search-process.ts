/** One search process and the questions that are under way in it. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ReindexProgress } from '../library.js';
import { revive } from './failures.js';
import type { Message, Request, Results } from './protocol.js';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

/** Thrown for every question that was under way when the process ended. */
export class SearchProcessEndedError extends Error {
  override readonly name = 'SearchProcessEndedError';
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
  readonly onProgress: ((progress: ReindexProgress) => void) | undefined;
}

export class SearchProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #ended = false;
  /** Resolves when the process has ended, wanted or not. */
  readonly ended: Promise<void>;

  constructor(onWarning: (message: string, detail: string) => void) {
    // Structured clones keep what JSON would lose, and the child's output stays off the parent's standard output.
    this.#child = fork(CHILD, [], {
      execArgv: ['--import', TSX],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child.on('message', (message: Message) => this.#receive(message, onWarning));
    this.ended = new Promise((resolve) => {
      const end = () => {
        this.#ended = true;
        for (const waiting of this.#waiting.values()) {
          waiting.reject(new SearchProcessEndedError('The search process ended.'));
        }
        this.#waiting.clear();
        resolve();
      };
      this.#child.once('exit', end);
      // Every message that meets a closed pipe is an error of its own.
      this.#child.on('error', end);
    });
  }

  /** The process's number, for logs and tests. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  get hasEnded(): boolean {
    return this.#ended;
  }

  /** Sends a request and waits for its result. Throws what the library threw, or SearchProcessEndedError. */
  request<R extends Request>(
    request: R,
    onProgress?: (progress: ReindexProgress) => void,
  ): Promise<Results[R['type']]> {
    if (this.#ended) return Promise.reject(new SearchProcessEndedError('The search process has ended.'));
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        resolve: (result) => resolve(result as Results[R['type']]),
        reject,
        onProgress,
      });
      this.#child.send({ id, request });
    });
  }

  /** Waits until nothing is under way, then ends the process. */
  async retire(): Promise<void> {
    const idle = () => this.#waiting.size === 0;
    while (!idle() && !this.#ended) await new Promise((resolve) => setTimeout(resolve, 50));
    await this.kill();
  }

  /** Ends it at once: what it writes is whole at every moment, and it leaves other signals to this process. */
  async kill(): Promise<void> {
    if (!this.#ended) this.#child.kill('SIGKILL');
    await this.ended;
  }

  #receive(message: Message, onWarning: (message: string, detail: string) => void): void {
    if (message.type === 'warning') {
      onWarning(message.message, message.detail);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return;
    if (message.type === 'progress') {
      waiting.onProgress?.(message.progress);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.type === 'done') waiting.resolve(message.result);
    else waiting.reject(revive(message));
  }
}
