/**
 * OpenSearch nodes on this machine, each in a process of its own, from the artifacts of Maven Central: for the bench
 * and for tests. Nothing of it is part of the bot.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What Maven and javac make here is not committed. */
const BUILT = join(import.meta.dirname, 'target');
const LIBRARIES = join(BUILT, 'lib');
const CLASSES = join(BUILT, 'classes');
const MAIN = 'SearchNode';
/** Small, quick to start, and quiet. The serial collector would trip OpenSearch's memory breaker under load. */
const JVM_FLAGS = [
  '-Xms512m',
  '-Xmx512m',
  '-XX:+UseG1GC',
  '-XX:TieredStopAtLevel=1',
  '-Dlog4j2.level=WARN',
  '-Dlog4j2.disable.jmx=true',
];
const READY_MS = 120_000;
const STOP_MS = 10_000;

/** Nodes that form one cluster. */
export interface Cluster {
  /** Addresses of the nodes' REST interface. */
  readonly urls: readonly string[];
  readonly pids: readonly number[];
  /** Starts the i-th node again, on its ports and data, after it was killed. Resolves when it answers. */
  restart(node: number): Promise<void>;
  stop(): Promise<void>;
}

/** Why no cluster can be started here, in a sentence; null when one can. */
export function missingForCluster(): string | null {
  const missing = ['java', 'javac', 'mvn'].filter((command) => !runs(command, ['-version']));
  return missing.length === 0 ? null : `${missing.join(', ')} not found (a JDK 17 and Maven are needed)`;
}

/** Starts `size` nodes and waits until the cluster is green. The first time, Maven fetches some 60 MB. */
export async function startCluster(size: number): Promise<Cluster> {
  const classPath = build();
  const home = mkdtempSync(join(tmpdir(), 'opensearch-'));
  const ports = await freePorts(2 * size);
  const http = ports.slice(0, size);
  const transport = ports.slice(size);
  const settings = (node: number) => nodeSettings(home, node, http, transport);
  const nodes: ChildProcess[] = [];
  const launch = async (node: number): Promise<void> => {
    nodes[node] = await startNode(classPath, settings(node), join(home, `node-${node}.log`));
  };
  const stop = async (): Promise<void> => {
    await Promise.all(nodes.map(stopNode));
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await Promise.all(http.map((_, node) => launch(node)));
    const urls = http.map((port) => `http://127.0.0.1:${port}`);
    await green(urls[0] ?? '', size);
    return { urls, pids: nodes.map(({ pid }) => pid ?? 0), restart: launch, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Fetches the jars and compiles the node, once. Returns the class path. */
function build(): string {
  if (!existsSync(join(CLASSES, `${MAIN}.class`))) {
    const copy = ['dependency:copy-dependencies', `-DoutputDirectory=${LIBRARIES}`];
    execFileSync('mvn', ['-q', '-B', ...copy], { cwd: import.meta.dirname, stdio: ['ignore', 2, 2] });
    mkdirSync(CLASSES, { recursive: true });
    execFileSync('javac', [
      '-cp',
      join(LIBRARIES, '*'),
      '-d',
      CLASSES,
      join(import.meta.dirname, `${MAIN}.java`),
    ]);
  }
  return [CLASSES, ...readdirSync(LIBRARIES).map((jar) => join(LIBRARIES, jar))].join(':');
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

function startNode(classPath: string, settings: readonly string[], logFile: string): Promise<ChildProcess> {
  const node = spawn('java', [...JVM_FLAGS, '-cp', classPath, MAIN, ...settings], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const log = createWriteStream(logFile, { flags: 'a' });
  node.stderr.pipe(log);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      node.kill('SIGKILL');
      reject(new Error(`An OpenSearch node was not ready within ${READY_MS / 1000} s.`));
    }, READY_MS);
    let errors = '';
    node.stderr.on('data', (data: Buffer) => {
      errors = `${errors}${data}`.slice(-2000);
    });
    node.stdout.on('data', (data: Buffer) => {
      log.write(data);
      if (!data.includes('READY')) return;
      clearTimeout(timer);
      resolve(node);
    });
    node.once('error', reject);
    node.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`An OpenSearch node ended with ${code}: ${errors}`));
    });
  });
}

async function stopNode(node: ChildProcess): Promise<void> {
  if (node.exitCode !== null || node.signalCode !== null) return;
  const ended = new Promise((resolve) => node.once('exit', resolve));
  // A stopped process takes no SIGTERM until it goes on.
  node.kill('SIGCONT');
  node.kill('SIGTERM');
  const timer = setTimeout(() => node.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}

async function green(url: string, size: number): Promise<void> {
  const response = await fetch(
    `${url}/_cluster/health?wait_for_nodes=${size}&wait_for_status=green&timeout=60s`,
  );
  const { timed_out: late } = (await response.json()) as { readonly timed_out: boolean };
  if (late) throw new Error('The OpenSearch cluster did not become green within a minute.');
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

function runs(command: string, parameters: readonly string[]): boolean {
  try {
    execFileSync(command, parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
