/** `npm run -s medicard -- COMMAND`: the command line. Standard output carries the command's own words only. */
import { runInstalled } from './prelude.mjs';

await runInstalled('electron/ledger/cli.ts', process.argv.slice(2));
