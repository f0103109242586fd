import type { TestProject } from 'vitest/node';
import { missingForCluster, startCluster } from '../../opensearch/cluster.js';

const NODES = 3;

declare module 'vitest' {
  export interface ProvidedContext {
    /** Addresses of a cluster's nodes; none where no cluster can be started. */
    readonly nodes: readonly string[];
    /** Why none can be, in a sentence. */
    readonly missing: string | null;
  }
}

/** One cluster of three nodes for all tests that leave it alive; the one at OPENSEARCH_URL, when that is set. */
export async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { OPENSEARCH_URL: given } = process.env;
  if (given !== undefined) {
    provide('missing', null);
    provide('nodes', given.split(','));
    return undefined;
  }
  const missing = missingForCluster();
  provide('missing', missing);
  if (missing !== null) {
    provide('nodes', []);
    process.stderr.write(`The tests on a real cluster are skipped: ${missing}\n`);
    return undefined;
  }
  const { urls, stop } = await startCluster(NODES);
  provide('nodes', [...urls]);
  return stop;
}
