import { expect, test } from 'vitest';
import { createSnowflakes, shardOf } from '../../../src/playground/loopback/snowflake.js';

test('ids ascend and never repeat, however many are made in a millisecond', () => {
  const next = createSnowflakes();
  const ids = Array.from({ length: 20_000 }, () => BigInt(next()));
  expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? id))).toBe(true);
});

test.each([
  ['0', 1, 0],
  ['4194304', 2, 1],
  ['8388608', 2, 0],
  ['8388608', 3, 2],
])('the server %s of %i shards is on shard %i', (id, shards, shard) => {
  expect(shardOf(id, shards)).toBe(shard);
});
