/** Where the launcher keeps what is worth fetching once a user and not once a checkout. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** `MEDICARD_CACHE`, else the platform's place for caches. */
export function cacheFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env['MEDICARD_CACHE']) return env['MEDICARD_CACHE'];
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'medicard-counter');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'medicard-counter');
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'medicard-counter');
}
