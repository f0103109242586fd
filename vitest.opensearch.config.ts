import { defineConfig } from 'vitest/config';

/** `npm run test:opensearch`: what needs a real cluster. */
export default defineConfig({
  test: {
    include: ['test/opensearch/**/*.test.ts'],
    globalSetup: ['test/opensearch/cluster-setup.ts'],
    // Nodes take long to start where the machine has other work.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'forks',
    // The cluster shares the machine with whoever asks it.
    fileParallelism: false,
  },
});
