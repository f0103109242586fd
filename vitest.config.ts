import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // What takes minutes and more is for `npm run soak` alone.
    include: ['test/**/*.test.ts', ...(process.env.WENJU_ROUNDS === undefined ? [] : ['test/**/*.soak.ts'])],
    // What needs a cluster of OpenSearch is for `npm run test:opensearch`.
    exclude: [...configDefaults.exclude, 'test/opensearch/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // nodejieba is a native part: it is not safe in worker threads.
    pool: 'forks',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'commands/**/*.ts'],
      exclude: ['**/*.d.ts', 'src/search-process/child.ts'],
      reporter: ['text', 'json-summary'],
    },
  },
});
