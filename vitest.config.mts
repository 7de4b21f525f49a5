import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/protocol/**/*.test.ts'],
    setupFiles: ['test/unit/setup.ts'],
    testTimeout: 20_000,
    maxWorkers: '100%',
    // Modules keep nothing but what they compile: files may share them, and need not load them again.
    isolate: false,
  },
})
