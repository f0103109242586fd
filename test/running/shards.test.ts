import { afterEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.js';
import { type Loopback, type LoopbackOptions, startLoopback } from '../../src/playground/loopback/server.js';
import { shardsOf, visitorSettings } from '../../src/running/shards.js';

const DATABASE_URL = 'postgres:///wenju';
let loopback: Loopback | null = null;

afterEach(() => loopback?.close());

async function configOf(variables: Readonly<Record<string, string>>, options: LoopbackOptions = {}) {
  loopback = await startLoopback(options);
  return parseConfig({ DISCORD_TOKEN: loopback.token, DISCORD_API: loopback.api, ...variables });
}

describe('the shards of this machine', () => {
  it('are nobody’s business where SHARD_COUNT is not set', async () => {
    expect(await shardsOf(await configOf({}))).toBeNull();
  });

  it('are all of them, or those that SHARDS names', async () => {
    expect(await shardsOf(await configOf({ SHARD_COUNT: '3', DATABASE_URL }))).toEqual({
      ids: [0, 1, 2],
      count: 3,
    });
    await loopback?.close();
    const some = await configOf({ SHARD_COUNT: '3', SHARDS: '2,1', DATABASE_URL });
    expect(await shardsOf(some)).toEqual({ ids: [1, 2], count: 3 });
  });

  it('are as many as Discord recommends with auto', async () => {
    const config = await configOf({ SHARD_COUNT: 'auto', DATABASE_URL }, { shards: 2 });
    expect(await shardsOf(config)).toEqual({ ids: [0, 1], count: 2 });
  });

  it('need a database when Discord recommends several, and none for one', async () => {
    expect(await shardsOf(await configOf({ SHARD_COUNT: 'auto' }, { shards: 1 }))).toEqual({
      ids: [0],
      count: 1,
    });
    await loopback?.close();
    await expect(shardsOf(await configOf({ SHARD_COUNT: 'auto' }, { shards: 2 }))).rejects.toThrow(
      'DATABASE_URL',
    );
  });
});

describe('whoever only looks at Discord', () => {
  it('comes as the first of all shards, wherever the others are', async () => {
    const config = await configOf({ SHARD_COUNT: '4', SHARDS: '3', DATABASE_URL });
    expect((await visitorSettings(config)).shards).toEqual({ ids: [0], count: 4 });
  });

  it('comes all the same when Discord does not say how many there are, and hears why from Discord', async () => {
    const config = await configOf({ SHARD_COUNT: 'auto', DATABASE_URL, DISCORD_TOKEN: 'wrong' });
    expect((await visitorSettings(config)).shards).toBeUndefined();
  });
});
