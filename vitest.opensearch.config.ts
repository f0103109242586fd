import { defineConfig } from 'vitest/config';

/** `npm run test:opensearch`: what needs a real cluster. */
export default defineConfig({
  test: {
    include: ['test/opensearch/**/*.test.ts'],
    globalSetup: ['test/opensearch/cluster-setup.ts'],
    testTimeout: 240_000,
    hookTimeout: 180_000,
    pool: 'forks',
    // The cluster shares the machine with whoever asks it.
    fileParallelism: false,
  },
});
