/** `npm run prompts` makes the recordings of the telephone's menu, `npm run demo:call` a call to hear. */
import { runInstalled } from './prelude.mjs';

await runInstalled('build/telephone/telephone-run.ts', process.argv.slice(2));
