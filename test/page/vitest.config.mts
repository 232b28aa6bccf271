import { defineConfig } from 'vitest/config';

// One VS Code at a time: two would only wait for each other's processor.
export default defineConfig({
  test: {
    include: [`test/page/*.${process.env.COUNTERPOINT_PAGE ?? 'page'}.ts`],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    // What a person would wait for on a machine that is busy with others; vitest's own second is for functions.
    expect: { poll: { timeout: 20_000 } },
  },
});
