import { defineConfig } from 'vitest/config';

// One VS Code at a time: two would only wait for each other's processor.
export default defineConfig({
  test: {
    include: [process.env.COUNTERPOINT_PICTURES ? 'test/page/*.draw.ts' : 'test/page/*.page.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
});
