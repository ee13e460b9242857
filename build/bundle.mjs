/** `npm run build`: bundles main, preload, ledger and windows into out/; what has not changed is left alone. */
import { runInstalled } from './prelude.mjs';

await runInstalled('build/bundle-run.ts', process.argv.slice(2));
