/** Asks the clerk where to save or what to restore, and writes whole files or none. */
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import { rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { diskReason } from '../../disk/disk-refusal.ts';
import { errorCode } from '../start/log.ts';

/** The path the clerk chose, null when the dialog was closed. */
export async function askWhereToSave(window: BrowserWindow, fileName: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), fileName),
    filters: filtersFor(fileName),
  });
  return canceled || !filePath ? null : filePath;
}

/** The backup the clerk chose, null when the dialog was closed. */
export async function askForBackup(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'] });
  return canceled ? null : (filePaths[0] ?? null);
}

function filtersFor(fileName: string): FileFilter[] {
  const extension = extname(fileName).slice(1);
  return extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : [];
}

/** Throws RefusalError SAVE_FAILED with the reason; what was there before is then untouched. */
export async function saveWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    rmSync(unfinished, { force: true });
    await writeFile(unfinished, bytes, { mode: 0o600, flag: 'wx' });
    await rename(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new RefusalError('SAVE_FAILED', { system: errorCode(error), reason: diskReason(error) });
  }
}
