import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ShardMessage,
  type ShardProcesses,
  startShardProcesses,
} from '../../src/discord/shard-processes.js';
import { newFolder } from '../command-line.js';
import { recordingLogger } from './library-double.js';

/** As discord.js's client does when its shard is ready, and then what the test wants to hear. */
const GOOD = `
process.send({ _ready: true });
process.send({ said: process.env.SHARDS + ' of ' + process.env.SHARD_COUNT + ' ' + process.argv[2] });
process.on('message', (message) => {
  if (message.die) process.exit(1);
  if (message.leave) process.exit(0);
});
`;
const BAD = 'process.exit(1);';

let folder: string;
let processes: (ShardProcesses & { readonly started: Promise<void> }) | null = null;
let heard: (readonly [number, ShardMessage])[];
let logger: ReturnType<typeof recordingLogger>;

beforeEach(async () => {
  folder = await newFolder();
  heard = [];
  logger = recordingLogger();
});

afterEach(async () => {
  await processes?.stop({ leave: true });
  await rm(folder, { recursive: true, force: true });
});

async function start(script: string): Promise<ShardProcesses> {
  const file = join(folder, 'shard.cjs');
  await writeFile(file, script);
  processes = startShardProcesses({
    ...{ file, args: ['argument'], execArgv: [], token: 'token', logger, atOnce: 2 },
    shards: { ids: [1, 3], count: 4 },
    onMessage: (shard, message) => heard.push([shard, message]),
  });
  return processes;
}

const said = (): readonly string[] => heard.map(([shard, message]) => `${shard}: ${message.said}`).sort();
const seconds = { timeout: 30_000, interval: 50 };

describe('startShardProcesses', () => {
  it('gives each shard its number, how many there are, and its arguments', async () => {
    const running = await start(GOOD);
    await processes?.started;
    await expect.poll(said, seconds).toEqual(['1: 1 of 4 argument', '3: 3 of 4 argument']);
    expect(running.states()).toEqual([
      { id: 1, isRunning: true, ends: 0 },
      { id: 3, isRunning: true, ends: 0 },
    ]);
  });

  it('starts those again that end, and says so', async () => {
    const running = await start(GOOD);
    await processes?.started;
    await expect.poll(said, seconds).toHaveLength(2);
    running.tell({ die: true });
    await expect.poll(said, seconds).toHaveLength(4);
    expect(logger.entries.filter(({ level }) => level === 'warn')).toMatchObject([
      { ends: 1, inMs: 1_000 },
      { ends: 1, inMs: 1_000 },
    ]);
  });

  it('waits longer and longer for one that keeps ending, and says that it does', async () => {
    await start(BAD);
    const errors = () => logger.entries.filter(({ level }) => level === 'error');
    await expect.poll(() => errors().length, seconds).toBeGreaterThan(0);
    expect(errors()[0]).toMatchObject({ ends: 4, inMs: 8_000 });
  });

  it('ends all when it is stopped, also those that wait to be started again', async () => {
    const running = await start(GOOD);
    await processes?.started;
    running.tell({ die: true });
    await expect.poll(() => running.states().some(({ isRunning }) => isRunning), seconds).toBe(false);
    const before = heard.length;
    await running.stop({ leave: true });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(running.states().some(({ isRunning }) => isRunning)).toBe(false);
    expect(heard).toHaveLength(before);
  });
});
