import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const slow = process.env.OMBUD_SLOW === '1';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node', 'default'] } },
  test: {
    // Slow suites (`*.slow.test.ts`) have their own command, `npm run test:slow`, and run in CI.
    include: slow
      ? ['{packages,tools}/**/*.slow.test.{ts,tsx}']
      : ['{packages,incidents,tools}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', ...(slow ? [] : ['**/*.slow.test.{ts,tsx}'])],
    reporters: ['default', './tools/count-reporter.ts'],
    testTimeout: slow ? 600_000 : 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Of two cores Vitest would leave one idle; the slow suites start servers and clusters of their own, and run one by one.
    ...(slow ? {} : { maxWorkers: Math.max(2, availableParallelism() - 1) }),
  },
});
