/** Behind `npm run prompts` and `npm run demo:call`. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureSystemPackages, telephoneNeeds } from '../system-packages.ts';
import { projectRoot } from '../written-lists.ts';
import { demoCall } from './demo-call.ts';
import { makePrompts } from './made-prompts.ts';

const MADE_HERE = join(projectRoot, 'out/telephone');

function prompts(folder: string): string {
  const { files, bytes } = makePrompts(folder);
  process.stdout.write(`${files} recordings, ${Math.round(bytes / 1_000_000)} MB, in ${folder}\n`);
  return folder;
}

const [task, given] = process.argv.slice(2);
if (!ensureSystemPackages(telephoneNeeds)) process.exitCode = 1;
else if (task === 'prompts') prompts(resolve(given ?? join(MADE_HERE, 'prompts')));
else {
  const folder = join(MADE_HERE, 'prompts');
  const made = existsSync(join(folder, 'en/gap.wav')) ? folder : prompts(folder);
  process.stdout.write(
    'A holder of the demo office calls, hears the balance and reports the card lost. It takes a minute.\n',
  );
  process.stdout.write(`To hear: ${await demoCall(MADE_HERE, made)}\n`);
}
