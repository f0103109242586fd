import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../src/playground/loopback/messages.js';
import { type Loopback, startLoopback } from '../src/playground/loopback/server.js';
import type { Guild, User } from '../src/playground/loopback/world.js';
import { wenju } from './command-line.js';

/** `wenju start --bot` as a process of its own, over corpus/, against the local Discord. */
const WENJU = fileURLToPath(new URL('../bin/wenju.js', import.meta.url));
const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url));
const PATIENCE = 50_000;

let loopback: Loopback;
let home: Guild;
let member: User;
let moderator: User;
let bot: ChildProcess;
let dataDir: string;
let printed = '';

beforeAll(async () => {
  loopback = await startLoopback();
  home = loopback.world.addGuild({ name: 'Archive' });
  member = loopback.world.addMember(home, { name: 'Su He', locale: 'zh-CN' });
  moderator = loopback.world.addMember(home, { name: 'Chen', permissions: ['ManageGuild'] });
  dataDir = await mkdtemp(join(tmpdir(), 'wenju-'));
  bot = spawn(process.execPath, [WENJU, 'start', '--bot'], {
    env: {
      ...process.env,
      DISCORD_TOKEN: loopback.token,
      DISCORD_API: loopback.api,
      CORPUS_DIR: CORPUS,
      DATA_DIR: dataDir,
      HEALTH_PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ready = new Promise<void>((resolve, reject) => {
    bot.stdout?.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes('Invite the bot')) resolve();
    });
    bot.once('exit', (code) => reject(new Error(`the bot ended with ${code}: ${printed}`)));
  });
  bot.stderr?.on('data', (chunk) => {
    printed += chunk;
  });
  await ready;
});

afterAll(async () => {
  if (bot.exitCode === null && bot.signalCode === null) {
    bot.kill('SIGKILL');
    await once(bot, 'exit');
  }
  await loopback.close();
  await rm(dataDir, { recursive: true, force: true });
});

function text(message: Message | null): string {
  return [message?.content ?? '', ...(message?.embeds ?? []).map((embed) => embed.description ?? '')].join(
    '\n',
  );
}

describe('wenju start --bot', () => {
  it('prints where the bot is invited', () => {
    expect(printed).toContain('scope=');
  });

  it('answers /ask with the name, the caveat and the passage that proves it', async () => {
    const run = loopback.command({
      user: member,
      guild: home,
      name: 'ask',
      options: { question: 'who chaired the 14th meeting?' },
    });
    const message = await run.answered(PATIENCE);
    expect(text(message)).toContain('楼阳生');
    expect(text(message)).toContain('出席并讲话');
    expect(text(message)).toContain('[1]');
  });

  it('answers the first direct message of a person', async () => {
    const reply = loopback.waitForMessage((message) => text(message).includes('楼阳生'), PATIENCE);
    await loopback.say({ user: member, dm: true, content: '第七次专题会议谁主持？' });
    expect(text(await reply)).toContain('主持');
  });

  it('answers a mention in a channel, in the script of the question', async () => {
    const reply = loopback.waitForMessage((message) => text(message).includes('11月7日'), PATIENCE);
    await loopback.say({
      user: member,
      guild: home,
      content: '第7次專題會議是哪天召開的？',
      mentions: [loopback.applicationId],
    });
    expect(text(await reply)).toContain('11月7日');
  });

  it('says with its reason that the articles do not tell', async () => {
    const run = loopback.command({
      user: member,
      guild: home,
      name: 'ask',
      options: { question: '第二十次专题会议谁主持？' },
    });
    expect(text(await run.answered(PATIENCE))).toMatch(/第二十次专题会议.*第七次/su);
  });

  it('tells at HEALTH_PORT that it is ready, and what it has done', async () => {
    const port = /"port":(\d+)/u.exec(printed)?.[1];
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect(await ready.json()).toMatchObject({
      ready: true,
      gateway: true,
      store: true,
      index: { articles: 12 },
    });
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(metrics).toContain('wenju_questions_total{way="command",status="answered"} 1\n');
    expect(metrics).toContain('wenju_questions_total{way="command",status="no-answer"} 1\n');
    expect(metrics).toContain('wenju_handled_seconds_count{kind="command",name="ask"} 2\n');
    expect(metrics).toContain('wenju_guilds 1\n');
    expect(metrics).toMatch(/^wenju_index_passages [1-9]\d*$/mu);
  });

  it('is found in order by wenju doctor while it runs', async () => {
    const { code, stdout } = await wenju(['doctor'], {
      env: { DATA_DIR: dataDir, DISCORD_TOKEN: loopback.token, DISCORD_API: loopback.api },
    });
    expect(stdout).toMatch(/\nEverything is in order\.\n$/u);
    expect(code).toBe(0);
  });

  it('refuses /reindex to a member', async () => {
    const run = loopback.command({ user: member, guild: home, name: 'reindex' });
    const message = await run.answered(PATIENCE);
    expect(text(message)).not.toContain('passages');
    expect(run.ephemeral).toBe(true);
  });

  it('reindexes for a moderator with progress, and answers a question meanwhile', async () => {
    const run = loopback.command({ user: moderator, guild: home, name: 'reindex', locale: 'en-US' });
    const asked = loopback.command({
      user: member,
      guild: home,
      name: 'ask',
      options: { question: 'Who is the mayor of Xinxiang?' },
    });
    expect(text(await asked.answered(PATIENCE))).toContain('魏建平');
    const done = await run.until((message) => /12 articles/u.test(text(message)), PATIENCE);
    expect(run.edits.length).toBeGreaterThan(2);
    expect(text(done)).toMatch(/12 articles/u);
  });

  it('does nothing that Discord would not take', () => {
    expect(loopback.violations).toEqual([]);
  });

  it('never prints its token', () => {
    expect(printed).not.toContain(loopback.token);
  });

  it('stops on SIGTERM without an error', async () => {
    bot.kill('SIGTERM');
    const [code] = await once(bot, 'exit');
    expect(code).toBe(0);
  });
});
