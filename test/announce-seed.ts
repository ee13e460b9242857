/**
 * One seed for every property of a run, printed before the first test: `FC_SEED=that npm test` repeats the run.
 * `FC_RUNS` sets how many cases a property tries that does not say so itself; costly tests
 * try more of theirs in proportion.
 */
import { randomInt } from 'node:crypto';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    propertySeed: number;
    propertyRuns: number;
    /** Of the usual number of cases: 1 as long as `FC_RUNS` is not set. */
    caseShare: number;
  }
}

const usualRuns = 100;

export default function announceSeed(project: TestProject): void {
  const seed = wholeNumber('FC_SEED') ?? randomInt(2 ** 31);
  const runs = wholeNumber('FC_RUNS') ?? usualRuns;
  process.stdout.write(`Properties: FC_SEED=${seed} FC_RUNS=${runs}\n`);
  project.provide('propertySeed', seed);
  project.provide('propertyRuns', runs);
  project.provide('caseShare', runs / usualRuns);
}

function wholeNumber(name: string): number | null {
  const text = process.env[name];
  if (text === undefined || text === '') return null;
  if (!/^-?\d+$/.test(text)) throw new Error(`${name} is no whole number: ${text}`);
  return Number(text);
}
