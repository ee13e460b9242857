/** The system's dialogs, answered in the test's stead: nobody can press a key in them. */
import type { ElectronApplication } from '@playwright/test';

/** Every save dialog from now on answers a file of the suggested name in this folder. */
export async function saveInto(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, into) => {
    const { basename, join } = process.mainModule!.require('node:path');
    const answer = (...given: unknown[]) => {
      const options = given.at(-1) as { defaultPath?: string };
      return Promise.resolve({ canceled: false, filePath: join(into, basename(options.defaultPath ?? '')) });
    };
    Object.assign(dialog, { showSaveDialog: answer });
  }, folder);
}

/** Every save dialog from now on is closed without a choice. */
export async function closeSaveDialogs(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    Object.assign(dialog, { showSaveDialog: () => Promise.resolve({ canceled: true, filePath: undefined }) });
  });
}
