/** `npm test`: everything from a fresh clone to one count of passed and failed. */
import { runInstalled } from './prelude.mjs';

await runInstalled('build/test-run.ts', process.argv.slice(2));
