/** `node build/permissions.mjs`: writes docs/permissions.md from the policies of the verbs. */
import { runInstalled } from './prelude.mjs';

await runInstalled('build/permissions-run.ts', process.argv.slice(2));
