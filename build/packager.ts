/** Behind `npm run pack`: the program as a folder in dist/ that needs neither this project nor Node. */
import { bundle } from './bundle.ts';
import { packProgram } from './packing.ts';

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

await bundle(say);
await packProgram('dist', say);
