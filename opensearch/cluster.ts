/**
 * OpenSearch nodes on this machine, each in a process of its own: for the bench and for tests. Nothing of it is part of
 * the bot.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildNode, missingForNode, SearchNode } from './node.js';

/** Enough for the tests. */
const HEAP_MB = 512;
const GREEN_MS = 90_000;
const ASK_AGAIN_MS = 200;

/** Nodes that form one cluster. */
export interface Cluster {
  /** Addresses of the nodes' REST interface. */
  readonly urls: readonly string[];
  /** Ends the i-th node without a word (kill -9). */
  kill(node: number): Promise<void>;
  /** The i-th node hangs (SIGSTOP) until it is resumed; its connections stay. */
  pause(node: number): void;
  resume(node: number): void;
  /** Starts the i-th node again, on its ports and data, after it was killed. Resolves when it answers. */
  restart(node: number): Promise<void>;
  /** Resolves when all nodes are there and no copy is missing. */
  green(): Promise<void>;
  stop(): Promise<void>;
}

/** Why no cluster can be started here, in a sentence; null when one can. */
export const missingForCluster = missingForNode;

/** Starts `size` nodes and waits until the cluster is green. The first time, Maven fetches some 60 MB. */
export async function startCluster(size: number, heapMb = HEAP_MB): Promise<Cluster> {
  const classPath = buildNode();
  const home = mkdtempSync(join(tmpdir(), 'opensearch-'));
  const ports = await freePorts(2 * size);
  const http = ports.slice(0, size);
  const transport = ports.slice(size);
  const urls = http.map((port) => `http://127.0.0.1:${port}`);
  const nodes: SearchNode[] = [];
  const launch = (node: number): Promise<void> => {
    const settings = nodeSettings(home, node, http, transport);
    const started = new SearchNode({ classPath, settings, heapMb, logFile: join(home, `node-${node}.log`) });
    nodes[node] = started;
    return started.ready;
  };
  const stop = async (): Promise<void> => {
    await Promise.all(nodes.map((node) => node.stop()));
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await Promise.all(http.map((_, node) => launch(node)));
    await green(urls, size);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    urls,
    kill: async (node) => nodes[node]?.kill(),
    pause: (node) => nodes[node]?.pause(),
    resume: (node) => nodes[node]?.resume(),
    restart: launch,
    green: () => green(urls, size),
    stop,
  };
}

function nodeSettings(
  home: string,
  node: number,
  http: readonly number[],
  transport: readonly number[],
): readonly string[] {
  const names = http.map((_, i) => `node-${i}`);
  // A hung node is dropped within seconds, not half a minute.
  const detection = ['follower', 'leader'].flatMap((kind) =>
    ['interval=500ms', 'timeout=1s', 'retry_count=2'].map(
      (setting) => `cluster.fault_detection.${kind}_check.${setting}`,
    ),
  );
  return [
    `path.home=${join(home, names[node] ?? '')}`,
    `node.name=${names[node]}`,
    'cluster.name=wenju',
    'network.host=127.0.0.1',
    `http.port=${http[node]}`,
    `transport.port=${transport[node]}`,
    `discovery.seed_hosts=${transport.map((port) => `127.0.0.1:${port}`).join(',')}`,
    `cluster.initial_cluster_manager_nodes=${names.join(',')}`,
    'cluster.routing.allocation.disk.threshold_enabled=false',
    ...detection,
  ];
}

async function green(urls: readonly string[], size: number): Promise<void> {
  const until = performance.now() + GREEN_MS;
  for (let turn = 0; performance.now() < until; turn++) {
    if (await isGreen(urls[turn % urls.length] ?? '', size)) return;
    await wait(ASK_AGAIN_MS);
  }
  throw new Error(`The OpenSearch cluster did not become green within ${GREEN_MS / 1000} s.`);
}

/** Whether a node says so; false when it gives no answer. */
async function isGreen(url: string, size: number): Promise<boolean> {
  const question = `${url}/_cluster/health?wait_for_nodes=${size}&wait_for_status=green&timeout=5s`;
  try {
    const response = await fetch(question, { signal: AbortSignal.timeout(10_000) });
    const { timed_out: isLate } = (await response.json()) as { readonly timed_out?: boolean };
    return response.ok && isLate === false;
  } catch {
    return false;
  }
}

/** Ports that were free a moment ago; all are held until the last is found, so that none comes twice. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(0, '127.0.0.1', resolve);
      });
      return server;
    }),
  );
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address();
      await new Promise((resolve) => server.close(resolve));
      if (address === null || typeof address === 'string') throw new Error('A socket has no port.');
      return address.port;
    }),
  );
}
