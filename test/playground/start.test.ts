import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const WENJU = fileURLToPath(new URL('../../bin/wenju.js', import.meta.url));
const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

let dataDir: string;
let wenju: ChildProcess;
let printed = '';
let address: string;

/** `wenju start` without a token, as a newcomer calls it. */
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wenju-'));
  wenju = spawn(process.execPath, [WENJU, 'start'], {
    env: { ...process.env, DISCORD_TOKEN: '', CORPUS_DIR: CORPUS, DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  wenju.stderr?.on('data', (chunk) => {
    printed += chunk;
  });
  address = await new Promise((resolve, reject) => {
    wenju.stdout?.on('data', (chunk) => {
      printed += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+\//u.exec(printed)?.[0];
      if (found !== undefined) resolve(found);
    });
    wenju.once('exit', (code) => reject(new Error(`ended with ${code}: ${printed}`)));
  });
});

afterAll(async () => {
  if (wenju.exitCode === null && wenju.signalCode === null) {
    wenju.kill('SIGKILL');
    await once(wenju, 'exit');
  }
  await rm(dataDir, { recursive: true, force: true });
});

describe('wenju start without a token', () => {
  it('prints where the playground’s page is', () => {
    expect(printed).toContain(`The playground is at ${address}`);
  });

  it('serves the page with its script and style', async () => {
    const page = await (await fetch(address)).text();
    expect(page).toContain('<script type="module" src="/page.js">');
    for (const file of ['page.js', 'page.css']) expect((await fetch(address + file)).status).toBe(200);
  });

  it('stops on SIGINT without an error', async () => {
    wenju.kill('SIGINT');
    const [code] = await once(wenju, 'exit');
    expect(code).toBe(0);
  });
});
