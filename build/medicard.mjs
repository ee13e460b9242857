/**
 * `npm run -s medicard -- COMMAND`: the command line. Standard output carries the command's own words only. `serve` is a program of
 * its own, which the ledger's command line does not lead to; its help stands with all the others'.
 */
import { runInstalled } from './prelude.mjs';

const args = process.argv.slice(2);
const serves = args[0] === 'serve' && !args.includes('--help') && !args.includes('-h');
await runInstalled(serves ? 'electron/server/serve.ts' : 'electron/ledger/cli.ts', args);
