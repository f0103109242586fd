import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startLoopback } from '../src/playground/loopback/server.js';
import { smallCorpus } from './small-corpus.js';

const WENJU = fileURLToPath(new URL('../bin/wenju.js', import.meta.url));

it('wenju start --bot ends with 1 and says what to do when Discord takes the token back (4004)', async () => {
  const { folder, corpus, dataDir } = await smallCorpus();
  const loopback = await startLoopback();
  const { PATH = '', HOME = '' } = process.env;
  const bot = spawn(process.execPath, [WENJU, 'start', '--bot'], {
    cwd: tmpdir(),
    env: {
      ...{ PATH, HOME, CORPUS_DIR: corpus, DATA_DIR: dataDir },
      DISCORD_TOKEN: loopback.token,
      DISCORD_API: loopback.api,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(bot, 'close');
  let printed = '';
  let complaints = '';
  bot.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (!printed.includes('Invite the bot') && chunk.includes('Invite the bot'))
      loopback.faults.closeWith(4004);
    printed += chunk;
  });
  bot.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaints += chunk;
  });
  const [code] = await closed;
  expect(code, complaints).toBe(1);
  expect(complaints).toContain('Discord does not accept the token. Check DISCORD_TOKEN.');
  expect(printed + complaints).not.toContain(loopback.token);
  await loopback.close();
  await rm(folder, { recursive: true, force: true });
});
