/** `npm run dev`: the gallery in a browser, with hot reload; `npm run dev -- --electron`: the program, rebuilt as it changes. */
import { runInstalled } from './prelude.mjs';

await runInstalled('build/dev-run.ts', process.argv.slice(2));
