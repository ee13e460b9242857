/**
 * `npm run -s medicard -- COMMAND`: the command line. Standard output carries the command's own words only. `serve` is a program of
 * its own, which the ledger's command line does not lead to.
 */
import { runInstalled } from './prelude.mjs';

const args = process.argv.slice(2);
const servesHolders = args.some((word) => word === '--web' || word.startsWith('--web='));
// The holders' pages are built first where they are stale.
const serving = servesHolders ? 'build/serve-run.ts' : 'electron/server/serve.ts';
await runInstalled(args[0] === 'serve' ? serving : 'electron/ledger/cli.ts', args);
