/** Lets the processes of one machine share a library: over a socket that no other user of the machine can open. */
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type FullLibrary, perform } from './calls.js';
import { failureOf } from './failures.js';
import { FrameReader, frameOf } from './frames.js';
import type { CallMessage, Message } from './protocol.js';

const OWNER_ONLY = 0o600;

/** A library that other processes can reach. */
export interface LibraryServer {
  /** For SocketLibrary. */
  readonly address: string;
  close(): Promise<void>;
}

/** A new address: a socket in a folder of its own that only this user may enter, or on Windows a named pipe. */
async function newAddress(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wenju-'));
  return process.platform === 'win32' ? `\\\\.\\pipe\\${folder.split('\\').at(-1)}` : join(folder, 'library');
}

/** Answers the calls of one process; one that sends nonsense is cut off. */
function answerCalls(socket: Socket, library: FullLibrary): void {
  const reader = new FrameReader();
  const send = (message: Message): void => {
    if (socket.writable) socket.write(frameOf(message));
  };
  const answer = ({ id, request }: CallMessage): void => {
    perform(library, request, (progress) => send({ type: 'progress', id, progress })).then(
      (result) => send({ type: 'done', id, result }),
      (error: unknown) => send({ type: 'failed', id, ...failureOf(error) }),
    );
  };
  socket.on('data', (chunk) => {
    try {
      // Only processes of ours can open the socket.
      for (const message of reader.push(chunk)) answer(message as CallMessage);
    } catch {
      socket.destroy();
    }
  });
  socket.on('error', () => socket.destroy());
}

/** Shares a library until `close`; the library stays the caller's. */
export async function serveLibrary(library: FullLibrary): Promise<LibraryServer> {
  const address = await newAddress();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    answerCalls(socket, library);
  });
  server.listen(address);
  await once(server, 'listening');
  if (process.platform !== 'win32') await chmod(address, OWNER_ONLY);
  return {
    address,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
      await rm(dirname(address), { recursive: true, force: true });
    },
  };
}
