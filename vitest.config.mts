import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/host/**', '**/node_modules/**'],
    // Random tests take seconds, and on a busy machine several times that; what hangs is still told.
    testTimeout: 60_000,
  },
});
