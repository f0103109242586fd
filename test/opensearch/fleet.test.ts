import { randomUUID } from 'node:crypto';
import { afterAll, expect, inject, it } from 'vitest';
import { fleetMissing, fleetSuite } from '../fleet/fleet-suite.js';

const prefix = `fleet-${randomUUID().slice(0, 8)}`;

const missing = fleetMissing ?? inject('missing');

/** Names of what the fleet has in the cluster. */
async function indices(): Promise<readonly string[]> {
  const listed = await fetch(`${inject('nodes')[0]}/_cat/indices/${prefix}-*?format=json`);
  return ((await listed.json()) as readonly { readonly index: string }[]).map(({ index }) => index);
}

fleetSuite(missing, () => ({
  SEARCH_ENGINE: 'opensearch',
  OPENSEARCH_URL: inject('nodes').join(),
  OPENSEARCH_INDEX: prefix,
}));

it.skipIf(missing !== null)('has searched in the cluster', async () => {
  expect((await indices()).some((name) => name.startsWith(`${prefix}-segment`))).toBe(true);
});

afterAll(async () => {
  if (missing !== null) return;
  for (const index of await indices()) await fetch(`${inject('nodes')[0]}/${index}`, { method: 'DELETE' });
});
