/** A PostgreSQL server for tests, from the machine's own binaries; it knows nobody but the test and keeps nothing. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Where Debian keeps the programs of each version. */
const DEBIAN = '/usr/lib/postgresql';
/** PostgreSQL refuses to run as root; one of these runs it then. */
const UNPRIVILEGED = ['postgres', 'nobody'];
const USER = 'wenju';
const START_MS = 30_000;
const START_ATTEMPTS = 3;

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** A running server. */
export interface PostgresServer {
  /** It stands in every address, and nowhere else. */
  readonly password: string;
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>;
  /** Ends the server at once, as a crash would, or in good order. */
  stop(signal: 'SIGQUIT' | 'SIGINT'): Promise<void>;
  /** Suspends the server's processes, or lets them go on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** Starts it again, at the same address with the same databases. */
  start(): Promise<void>;
  /** Stops it and deletes its files. */
  remove(): Promise<void>;
}

const binaries = findBinaries();

/** Why there is no PostgreSQL to test with; null when there is. */
export const postgresMissing: string | null =
  binaries !== null
    ? null
    : `initdb is neither in PATH nor in ${DEBIAN}/*/bin: install the package postgresql`;

/** A title that says why what it names is skipped, where it is. */
export function inPostgres(title: string): string {
  return postgresMissing === null ? title : `${title} (skipped: ${postgresMissing})`;
}

/** One of PostgreSQL's programs: psql, pg_dump. */
export function postgresProgram(name: string): string {
  return join(binaries ?? '', name);
}

function findBinaries(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
  ];
  const initdb = folders.map((folder) => join(folder, 'initdb')).find((program) => existsSync(program));
  // Where a link leads, the other programs are too.
  const folder = initdb === undefined ? null : dirname(realpathSync(initdb));
  return folder !== null && existsSync(join(folder, 'postgres')) ? folder : null;
}

/** Whom a server runs as: this user, or an unprivileged one when this is root. */
function serverOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of UNPRIVILEGED) {
    const user = users.find(([entry]) => entry === name);
    if (user !== undefined) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new Error(`Root cannot run PostgreSQL, and there is no user ${UNPRIVILEGED.join(' or ')}.`);
}

/** Makes and starts a server on a free port of this machine. */
export async function startPostgres(): Promise<PostgresServer> {
  if (binaries === null) throw new Error(postgresMissing ?? '');
  const bin = binaries;
  const owner = serverOwner();
  const password = `pässword/%@${process.pid}`;
  const folder = await newFolder(owner, password);
  await run(join(bin, 'initdb'), owner, [
    ...['-D', join(folder, 'data'), '-U', USER, '--pwfile', join(folder, 'password')],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-locale', '--no-sync'],
  ]);

  let server: ChildProcess | null = null;
  let port = 0;
  let databases = 0;
  const end = (): void => void server?.kill('SIGQUIT');
  const address = (database: string): string =>
    `postgres://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

  const start = async (): Promise<void> => {
    for (let attempt = 1; server === null; attempt++) {
      if (port === 0 || attempt > 1) port = await freePort();
      server = await serve(bin, owner, folder, port, address('postgres'));
      if (server === null && attempt === START_ATTEMPTS) throw new Error('PostgreSQL does not start.');
    }
  };
  const stop = async (signal: 'SIGQUIT' | 'SIGINT'): Promise<void> => {
    if (server === null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
    server = null;
  };
  await start();
  process.once('exit', end);

  return {
    password,
    async newDatabase() {
      databases++;
      await execute(address('postgres'), `create database test_${databases}`);
      return address(`test_${databases}`);
    },
    stop,
    signal(signal) {
      for (const pid of family(server?.pid)) process.kill(pid, signal);
    },
    start,
    async remove() {
      await stop('SIGQUIT');
      process.off('exit', end);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function newFolder(owner: Owner, password: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wenju-postgres-'));
  await writeFile(join(folder, 'password'), password);
  if (owner.uid !== undefined && owner.gid !== undefined) {
    await chown(folder, owner.uid, owner.gid);
    await chown(join(folder, 'password'), owner.uid, owner.gid);
  }
  return folder;
}

async function run(program: string, owner: Owner, args: readonly string[]): Promise<void> {
  const child = spawn(program, [...args], { ...owner, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} failed: ${stderr}`);
}

/** The server once it answers; null when it ended, as it does when somebody else took the port. */
async function serve(
  bin: string,
  owner: Owner,
  folder: string,
  port: number,
  address: string,
): Promise<ChildProcess | null> {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'fsync=off',
  ];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])],
    { ...owner, cwd: '/', stdio: 'ignore' },
  );
  const deadline = performance.now() + START_MS;
  while (server.exitCode === null && performance.now() < deadline) {
    try {
      await execute(address, 'select 1');
      return server;
    } catch {
      await pause(50);
    }
  }
  server.kill('SIGQUIT');
  return null;
}

async function execute(address: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A process and its children. */
function family(pid: number | undefined): readonly number[] {
  if (pid === undefined) return [];
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').map(Number);
  return [pid, ...children.filter((child) => child > 0)];
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  listener.close();
  await once(listener, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
