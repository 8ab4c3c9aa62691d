import type { Reporter, TestModule } from 'vitest/node'

/** Closes a run with one plain line, for scripts that read the output: `120 passed, 0 failed, 2 skipped`. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tally = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) tally[test.result().state]++
      if (module.errors().length > 0) tally.failed++
    }
    process.stdout.write(
      `${tally.passed} passed, ${tally.failed + tally.pending} failed, ${tally.skipped} skipped\n`,
    )
  }
}
