/** `npm start`: everything from a fresh clone to the program on the demo office. */
import { runInstalled } from './prelude.mjs';

await runInstalled('build/launcher.ts', process.argv.slice(2));
