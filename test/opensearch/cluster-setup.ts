import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type Cluster, missingForCluster, startCluster } from '../../opensearch/cluster.js';

const NODES = 3;

declare module 'vitest' {
  export interface ProvidedContext {
    /** Addresses of a cluster's nodes; none where no cluster can be started. */
    readonly nodes: readonly string[];
    /** Where the nodes can be killed and started again (see cluster-faults.ts); empty where they cannot. */
    readonly faults: string;
    /** Why none can be, in a sentence. */
    readonly missing: string | null;
  }
}

/**
 * One cluster of three nodes for all tests; whoever harms it mends it. The one at OPENSEARCH_URL, when that is set: its
 * nodes are not killed.
 */
export async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { OPENSEARCH_URL: given } = process.env;
  if (given !== undefined) {
    provide('missing', null);
    provide('nodes', given.split(','));
    provide('faults', '');
    return undefined;
  }
  const missing = missingForCluster();
  provide('missing', missing);
  if (missing !== null) {
    provide('nodes', []);
    provide('faults', '');
    process.stderr.write(`The tests on a real cluster are skipped: ${missing}\n`);
    return undefined;
  }
  const cluster = await startCluster(NODES);
  const faults = await serveFaults(cluster);
  provide('nodes', [...cluster.urls]);
  provide('faults', `http://127.0.0.1:${(faults.address() as AddressInfo).port}`);
  return async () => {
    faults.close();
    await cluster.stop();
  };
}

/** The nodes are children of this process, so tests, which run in others, ask it: `POST /kill/0`. */
async function serveFaults(cluster: Cluster): Promise<Server> {
  const acts: Readonly<Record<string, (node: number) => void | Promise<void>>> = {
    kill: cluster.kill,
    pause: cluster.pause,
    resume: cluster.resume,
    restart: cluster.restart,
    green: cluster.green,
  };
  const server = createServer((request, response) => {
    const [, act = '', node] = request.url?.split('/') ?? [];
    Promise.resolve()
      .then(() => acts[act]?.(Number(node)))
      .then(
        () => response.end(),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}
