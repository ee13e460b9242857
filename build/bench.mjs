/** `npm run bench`: the measurements of test/perf, after the same preparations as the tests. */
import { runInstalled } from './prelude.mjs';

await runInstalled('build/bench-run.ts', process.argv.slice(2));
