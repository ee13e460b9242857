/** A picture of the page under test, by the browser's own protocol: no page is moved, measured or waited for. */
import '@vitest/browser-playwright';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BrowserCommand } from 'vitest/node';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** @param file below the root of the project. */
    takePicture: (file: string) => Promise<void>;
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    takesPictures: boolean;
  }
}

export const takePicture: BrowserCommand<[file: string]> = async ({ page, context, project }, file) => {
  const protocol = await context.newCDPSession(page);
  const { data } = await protocol.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
  await protocol.detach();
  const path = join(project.config.root, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, data, 'base64');
};
