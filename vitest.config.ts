import { defineConfig } from 'vitest/config';

/** These put a stand-in host, environment variables or whole processes in place of the test's own. */
const APART = [
  'test/browser/**/*.test.ts',
  'test/e2e/**/*.test.ts',
  'test/local/host/**/*.test.ts',
];

/** Nothing else outlives a file: what is imported is imported once for all, in half the time. */
export default defineConfig({
  test: {
    globalSetup: 'test/build-once.ts',
    setupFiles: 'test/property-seed.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'apart', include: APART },
      },
      {
        extends: true,
        test: { name: 'together', include: ['test/**/*.test.ts'], exclude: APART, isolate: false },
      },
    ],
  },
});
