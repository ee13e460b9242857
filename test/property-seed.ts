/** Gives every property of this test file the seed and the number of cases of the run. */
import fc from 'fast-check';
import { inject } from 'vitest';

fc.configureGlobal({ seed: inject('propertySeed'), numRuns: inject('propertyRuns') });
