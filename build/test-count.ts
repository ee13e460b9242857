/** Reads how many tests passed, and which failed, out of the runners' JSON reports. */
import { z } from 'zod';

export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** One line a failed test: said again at the end, where a long run is read first. */
  readonly failures?: readonly string[];
}

/** A skipped test counts as failed: the house has none (docs/style.md 7). */
const vitestReport = z.object({
  numPassedTests: z.number(),
  numTotalTests: z.number(),
  numFailedTestSuites: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), skipped: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

export function countVitest(report: unknown): Count {
  const {
    numPassedTests: passed,
    numTotalTests,
    numFailedTests,
    numFailedTestSuites,
    testResults,
  } = vitestReport.parse(report);
  const failedTests = numTotalTests - passed;
  // A file that does not even load has no test to fail.
  const failedFiles = numFailedTests === 0 ? numFailedTestSuites : 0;
  const failures = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status !== 'passed')
      .map(({ fullName, failureMessages }) => `${name}: ${fullName}: ${firstLines(failureMessages ?? [])}`),
  );
  return { passed, failed: failedTests + failedFiles, failures };
}

/** Enough of the message to name the fault and the seed it came from. */
function firstLines(messages: readonly string[]): string {
  return messages.join(' ').split('\n').slice(0, 12).join('\n    ');
}

export function countPlaywright(report: unknown): Count {
  const { stats, errors } = playwrightReport.parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

export function addCounts(counts: readonly Count[]): Required<Count> {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    failures: counts.flatMap(({ failures }) => failures ?? []),
  };
}
