import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WENJU = fileURLToPath(new URL('../bin/wenju.js', import.meta.url));

/** The sample corpus. */
export const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url));

/** A new, empty folder. */
export function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'wenju-'));
}

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `wenju` as a process of its own, away from any `.env` and with no variable of Wenju's but the given ones.
 * `readLines` closes the pipe of standard output after so many lines.
 */
export async function wenju(
  args: readonly string[],
  options: {
    readonly env: Readonly<Record<string, string>> & { readonly DATA_DIR: string };
    readonly input?: string;
    readonly readLines?: number;
  },
): Promise<Run> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [WENJU, ...args], {
    cwd: tmpdir(),
    env: { PATH, HOME, CORPUS_DIR: CORPUS, ...options.env },
    stdio: 'pipe',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
    if (options.readLines !== undefined && stdout.split('\n').length > options.readLines) {
      child.stdout.destroy();
    }
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}
