/**
 * `npm run -s medicard -- COMMAND`: the command line. Standard output carries the command's own words only. `serve` is a program of
 * its own, which the ledger's command line does not lead to; its help stands with all the others'.
 */
import { runInstalled } from './prelude.mjs';

const args = process.argv.slice(2);
const serves = args[0] === 'serve' && !args.includes('--help') && !args.includes('-h');
const servesHolders = args.some((word) => word === '--web' || word.startsWith('--web='));
// The holders' pages are built first where they are stale.
const serving = servesHolders ? 'build/serve-run.ts' : 'electron/server/serve.ts';
await runInstalled(serves ? serving : 'electron/ledger/cli.ts', args);
