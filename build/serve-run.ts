/** Behind `serve --web`: builds the holder's pages where they are stale, and starts the office server. */
import { bundleHolder } from './bundle.ts';

await bundleHolder((line) => process.stderr.write(`${line}\n`));
await import('../electron/server/serve.ts');
