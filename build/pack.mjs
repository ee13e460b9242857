/** `npm run pack`: the program as a folder that runs without this project. */
import { runInstalled } from './prelude.mjs';

await runInstalled('build/packager.ts', process.argv.slice(2));
