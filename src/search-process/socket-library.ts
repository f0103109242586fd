/** A library that another process of this machine shares. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { ReindexProgress } from '../library.js';
import { CallingLibrary } from './calls.js';
import { revive } from './failures.js';
import { FrameReader, frameOf } from './frames.js';
import type { Call, Message, Results } from './protocol.js';

/** Thrown for every call that was under way when the other process ended. */
export class LibraryLostError extends Error {
  override readonly name = 'LibraryLostError';
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
  readonly onProgress: ((progress: ReindexProgress) => void) | undefined;
}

/** Speaks to the LibraryServer at an address. A connection that was lost is made again by the next call. */
export class SocketLibrary extends CallingLibrary {
  readonly #address: string;
  readonly #waiting = new Map<number, Waiting>();
  #socket: Promise<Socket> | null = null;
  #next = 1;

  constructor(address: string) {
    super();
    this.#address = address;
  }

  async close(): Promise<void> {
    const socket = await this.#socket?.catch(() => null);
    socket?.destroy();
  }

  protected override async call<C extends Call>(
    request: C,
    onProgress?: (progress: ReindexProgress) => void,
  ): Promise<Results[C['type']]> {
    const socket = await this.#connected();
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        resolve: (result) => resolve(result as Results[C['type']]),
        reject,
        onProgress,
      });
      socket.write(frameOf({ id, request }));
    });
  }

  #connected(): Promise<Socket> {
    this.#socket ??= this.#connect().catch((error: unknown) => {
      this.#socket = null;
      throw error;
    });
    return this.#socket;
  }

  async #connect(): Promise<Socket> {
    const socket = connect(this.#address);
    await once(socket, 'connect');
    const reader = new FrameReader();
    socket.on('data', (chunk) => {
      try {
        for (const message of reader.push(chunk)) this.#receive(message as Message);
      } catch {
        socket.destroy();
      }
    });
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      this.#socket = null;
      const lost = new LibraryLostError('The process with the articles has ended.');
      for (const { reject } of this.#waiting.values()) reject(lost);
      this.#waiting.clear();
    });
    return socket;
  }

  #receive(message: Message): void {
    if (message.type === 'warning') return;
    const waiting = this.#waiting.get(message.id);
    if (message.type === 'progress') {
      waiting?.onProgress?.(message.progress);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.type === 'done') waiting?.resolve(message.result);
    else waiting?.reject(revive(message));
  }
}
