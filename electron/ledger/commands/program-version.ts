/** The release of this program: the server and its command line are of one. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export function programVersion(): string {
  // In one file in out/ledger, the whole command line lies two folders under the project.
  const path = import.meta.url.endsWith('.ts') ? '../../../package.json' : '../../package.json';
  const text: unknown = JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8'));
  const named = typeof text === 'object' && text !== null && 'version' in text;
  if (!named || typeof text.version !== 'string') throw new Error('package.json names no version');
  return text.version;
}
