/** Reads how many tests passed and failed out of the runners' JSON reports. */
import { z } from 'zod';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** A skipped test counts as failed: the house has none (STYLE.md 7). */
const vitestReport = z.object({
  numPassedTests: z.number(),
  numTotalTests: z.number(),
  numFailedTestSuites: z.number(),
  numFailedTests: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), skipped: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

export function countVitest(report: unknown): Count {
  const { numPassedTests: passed, numTotalTests, numFailedTests, numFailedTestSuites } = vitestReport.parse(report);
  const failedTests = numTotalTests - passed;
  // A file that does not even load has no test to fail.
  const failedFiles = numFailedTests === 0 ? numFailedTestSuites : 0;
  return { passed, failed: failedTests + failedFiles };
}

export function countPlaywright(report: unknown): Count {
  const { stats, errors } = playwrightReport.parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

export function addCounts(counts: readonly Count[]): Count {
  return counts.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}
