/** One OpenSearch node in a process of its own, from the artifacts of Maven Central. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const POM = join(import.meta.dirname, 'pom.xml');
const MAIN = 'SearchNode';
const SOURCE = join(import.meta.dirname, `${MAIN}.java`);
/** What Maven and javac make here is not committed. */
const BUILT = join(import.meta.dirname, 'target');
const LIBRARIES = join(BUILT, 'lib');
const CLASSES = join(BUILT, 'classes');
const COMPILED = join(CLASSES, `${MAIN}.class`);
/** Quick to start, and quiet. The serial collector would trip OpenSearch's memory breaker under load. */
const JVM_FLAGS = [
  '-XX:+UseG1GC',
  '-XX:TieredStopAtLevel=1',
  '-Dlog4j2.level=WARN',
  '-Dlog4j2.disable.jmx=true',
];
const READY_MS = 120_000;
const STOP_MS = 10_000;
/** Of what a node complained about last, for the message of its end. */
const LAST_WORDS = 2000;

/** Why no node can be started here, in a sentence; null when one can. */
export function missingForNode(): string | null {
  const needed = isBuilt() ? ['java'] : ['java', 'javac', 'mvn'];
  const missing = needed.filter((command) => !runs(command, ['-version']));
  return missing.length === 0 ? null : `${missing.join(', ')} not found (a JDK 17 and Maven are needed)`;
}

/** Fetches the jars and compiles the node, unless that was done. Returns the class path. */
export function buildNode(): string {
  if (!isBuilt()) {
    rmSync(BUILT, { recursive: true, force: true });
    const copy = ['dependency:copy-dependencies', `-DoutputDirectory=${LIBRARIES}`];
    execFileSync('mvn', ['-q', '-B', ...copy], { cwd: import.meta.dirname, stdio: ['ignore', 2, 2] });
    mkdirSync(CLASSES, { recursive: true });
    execFileSync('javac', ['-cp', join(LIBRARIES, '*'), '-d', CLASSES, SOURCE], { stdio: ['ignore', 2, 2] });
  }
  return [CLASSES, ...readdirSync(LIBRARIES).map((jar) => join(LIBRARIES, jar))].join(':');
}

function isBuilt(): boolean {
  if (!existsSync(COMPILED)) return false;
  const { mtimeMs } = statSync(COMPILED);
  return [POM, SOURCE].every((file) => statSync(file).mtimeMs <= mtimeMs);
}

function runs(command: string, parameters: readonly string[]): boolean {
  try {
    execFileSync(command, parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What a node is started with. */
export interface NodeSettings {
  readonly classPath: string;
  /** Settings of OpenSearch, as `name=value`. */
  readonly settings: readonly string[];
  readonly heapMb: number;
  /** Where what it says is put down. */
  readonly logFile: string;
}

/** The process of a node. It ends with the process that started it, also when it is paused. */
export class SearchNode {
  readonly #process: ChildProcess;
  /** Resolves when it answers; rejects when it ends before. */
  readonly ready: Promise<void>;
  readonly #ended: Promise<void>;
  /** While it is paused: lets it go on when its input is closed, so that no end of ours leaves it paused. */
  #guard: ChildProcess | null = null;

  constructor({ classPath, settings, heapMb, logFile }: NodeSettings) {
    const memory = [`-Xms${heapMb}m`, `-Xmx${heapMb}m`];
    const child = spawn('java', [...memory, ...JVM_FLAGS, '-cp', classPath, MAIN, ...settings], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const log = createWriteStream(logFile, { flags: 'a' });
    child.stderr.on('data', (said: Buffer) => log.write(said));
    child.stdout.on('data', (said: Buffer) => log.write(said));
    this.#process = child;
    this.#ended = new Promise((resolve) => {
      child.once('close', () => {
        log.end();
        resolve();
      });
    });
    this.ready = readiness(child);
    // Whoever stops a node that is just starting need not hear that it was not ready.
    this.ready.catch(() => {});
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Ends it without a word. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
    this.#guard?.stdin?.end();
  }

  /** Stops it where it is; its connections stay. */
  pause(): void {
    this.#guard = spawn('sh', ['-c', `read _; kill -CONT ${this.pid}`], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    this.#process.kill('SIGSTOP');
  }

  resume(): void {
    this.#process.kill('SIGCONT');
    this.#guard?.stdin?.end();
    this.#guard = null;
  }

  async stop(): Promise<void> {
    this.resume();
    this.#process.kill('SIGTERM');
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), STOP_MS);
    await this.#ended;
    clearTimeout(timer);
  }
}

function readiness(node: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      node.kill('SIGKILL');
      reject(new Error(`An OpenSearch node was not ready within ${READY_MS / 1000} s.`));
    }, READY_MS);
    let complaints = '';
    node.stderr?.on('data', (said: Buffer) => {
      complaints = `${complaints}${said}`.slice(-LAST_WORDS);
    });
    node.stdout?.on('data', (said: Buffer) => {
      if (!said.includes('READY')) return;
      clearTimeout(timer);
      resolve();
    });
    node.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    node.once('exit', (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`An OpenSearch node ended with ${code ?? signal}: ${complaints}`));
    });
  });
}
