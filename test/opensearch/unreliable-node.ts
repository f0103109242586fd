import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What becomes of a request: passed on, never answered, cut off, answered in the node's place, or its answer changed. */
export type Fate =
  | 'pass'
  | 'hang'
  | 'cut'
  | { readonly status: number; readonly body: object }
  | { readonly change: (body: string) => string };

/** A node of a cluster as it is seen over a line that can be made to fail. */
export interface UnreliableNode {
  readonly url: string;
  /** Requests so far, as `POST /path`. */
  readonly seen: readonly string[];
  /** Decides about every request from now on. */
  decide(fate: (seen: string) => Fate): void;
  /** Takes no connection until `rise`. */
  fall(): Promise<void>;
  rise(): Promise<void>;
  close(): Promise<void>;
}

export async function unreliableNode(node: string): Promise<UnreliableNode> {
  const seen: string[] = [];
  const sockets = new Set<Socket>();
  let decide: (seen: string) => Fate = () => 'pass';
  const server = createServer((incoming, outgoing) => {
    const what = `${incoming.method} ${incoming.url}`;
    seen.push(what);
    const fate = decide(what);
    if (fate === 'hang') return;
    if (fate === 'cut') incoming.socket.destroy();
    else if (fate !== 'pass' && 'status' in fate) {
      incoming.resume();
      outgoing.writeHead(fate.status, { 'content-type': 'application/json' }).end(JSON.stringify(fate.body));
    } else passOn(node, incoming, outgoing, fate === 'pass' ? null : fate.change);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    decide: (fate) => {
      decide = fate;
    },
    fall: stop,
    rise: () => listen(port),
    close: async () => {
      if (server.listening) await stop();
    },
  };
}

function passOn(
  node: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  change: ((body: string) => string) | null,
): void {
  const { method, headers } = incoming;
  const forward = request(`${node}${incoming.url}`, { method, headers }, (answer) => {
    const { statusCode = 502 } = answer;
    if (change === null) {
      outgoing.writeHead(statusCode, answer.headers);
      answer.pipe(outgoing);
      return;
    }
    let body = '';
    answer.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    answer.on('end', () => {
      const type = answer.headers['content-type'] ?? 'application/json';
      outgoing.writeHead(statusCode, { 'content-type': type }).end(change(body));
    });
  });
  forward.on('error', () => outgoing.destroy());
  incoming.pipe(forward);
}
