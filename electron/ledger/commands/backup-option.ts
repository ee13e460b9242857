/** Where this installation keeps copies of the books: `--backups`, else MEDICARD_BACKUPS, else beside the office's folder (docs/ledger.md 7). */
import { delimiter } from 'node:path';
import { backupPlaces, type BackupPlace } from '../backup/backup-places.ts';
export { usePlace } from '../backup/backup-places.ts';
import type { OptionValues } from './command.ts';

export function backupOption(folder: string, options: OptionValues): BackupPlace[] {
  return backupPlaces(folder, options.backups ?? process.env['MEDICARD_BACKUPS']);
}

/** For the definition of a service, which has no environment of whoever installs it: the places by their whole paths. */
export function namedBackups(options: OptionValues): string[] {
  const text = options.backups ?? process.env['MEDICARD_BACKUPS'];
  if (text === undefined) return [];
  const places = backupPlaces('', text);
  return ['--backups', places.length === 0 ? 'none' : places.map(({ path }) => path).join(delimiter)];
}
