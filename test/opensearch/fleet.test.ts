import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { fleetMissing, fleetSuite } from '../fleet/fleet-suite.js';

const prefix = `fleet-${randomUUID().slice(0, 8)}`;

fleetSuite(fleetMissing ?? inject('missing'), () => ({
  SEARCH_ENGINE: 'opensearch',
  OPENSEARCH_URL: inject('nodes').join(),
  OPENSEARCH_INDEX: prefix,
}));

afterAll(async () => {
  const [node] = inject('nodes');
  if (node === undefined) return;
  const listed = await fetch(`${node}/_cat/indices/${prefix}-*?format=json`);
  for (const { index } of (await listed.json()) as readonly { readonly index: string }[])
    await fetch(`${node}/${index}`, { method: 'DELETE' });
});
