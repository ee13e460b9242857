import { bundle } from './bundle.ts';

const made = await bundle((line) => process.stderr.write(`${line}\n`));
process.stderr.write(made.length === 0 ? 'Nothing changed since the last build.\n' : `Built ${made.join(', ')}.\n`);
