import type { Reporter, TestModule } from 'vitest/node';

/** The first line of an error, which says what was wrong. */
const firstLine = (error: { readonly message: string } | undefined): string =>
  (error?.message ?? '').split('\n', 1)[0] ?? '';

/** Prints what failed, a line each, and the one line that CI counts, `N passed, N failed, N skipped`, after vitest's own summary. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    const told: string[] = unhandled.length > 0 ? ['outside of tests: see above'] : [];
    for (const module of modules) {
      // A file that cannot even be loaded holds no tests, and must not look like a pass.
      if (module.state() === 'failed' && module.errors().length > 0) {
        counts.failed += 1;
        told.push(`${module.relativeModuleId}: ${firstLine(module.errors()[0])}`);
      }
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        if (state !== 'pending') counts[state] += 1;
        if (state === 'failed')
          told.push(`${module.relativeModuleId} > ${test.fullName}: ${firstLine(errors?.[0])}`);
      }
    }
    for (const line of told) console.log(`FAILED ${line}`);
    console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  }
}
