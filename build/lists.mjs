/** `npm run lists`: writes the lists that repeat what stands in folders, and docs/permissions.md from the verbs. */
import { runInstalled } from './prelude.mjs';

await runInstalled('build/lists-run.ts', process.argv.slice(2));
