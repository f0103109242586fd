import { expect, it } from 'vitest';
import { Checkpoints } from '../../src/store/checkpoints.js';

it.each([
  ['at once', 0],
  ['after a while', 300],
])('harms nobody when its thread cannot be started and it is closed %s', async (_, ms) => {
  const checkpoints = new Checkpoints('/nonexistent/store.sqlite', new URL('file:///nonexistent/thread.js'));
  for (let n = 0; n < 250; n++) checkpoints.wrote();
  await new Promise((resolve) => setTimeout(resolve, ms));
  checkpoints.wrote();
  await expect(checkpoints.close()).resolves.toBeUndefined();
});

it('harms nobody when its thread cannot open the file', async () => {
  const checkpoints = new Checkpoints('/nonexistent/store.sqlite');
  for (let n = 0; n < 250; n++) checkpoints.wrote();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await expect(checkpoints.close()).resolves.toBeUndefined();
});
