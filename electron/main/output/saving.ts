/** Asks the clerk where to save, or what to restore. */
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import { extname, join } from 'node:path';

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
