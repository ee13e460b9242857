/**
 * `npm run -s medicard -- COMMAND`: the command line. Standard output carries the command's own words only. `serve` is a program of
 * its own, which the ledger's command line does not lead to.
 */
import { runInstalled } from './prelude.mjs';

const args = process.argv.slice(2);
await runInstalled(args[0] === 'serve' ? 'electron/server/serve.ts' : 'electron/ledger/cli.ts', args);
