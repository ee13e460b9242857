/** The tests of the windows in a browser, on the fake program. */
import { playwright } from '@vitest/browser-playwright';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './browser-finder.ts';
import { lateImports } from './late-imports.ts';
import { takePicture } from './screen-picture.ts';
import { servedPages } from './window-pages.ts';

const executablePath = findBrowser();
if (executablePath === null) {
  throw new Error('There is no Chrome, Chromium or Edge here. Install one, or name one in CHROME_PATH.');
}

/** Frames at the browser's own speed, not at a display's. */
const args = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

const pages = servedPages();
/** By hand: by how many milliseconds what a window fetches is late. */
const lateMs = Number(process.env['LATE'] ?? 0);

export default defineConfig({
  ...pages,
  plugins: [...(lateMs > 0 ? [lateImports(lateMs)] : []), ...(pages.plugins ?? [])],
  root: dirname(dirname(fileURLToPath(import.meta.url))),
  cacheDir: 'node_modules/.cache/screens',
  // Everything is looked through before the first test: a package found later would load the page anew in the middle.
  optimizeDeps: { entries: ['renderer/*/*.ts', 'test/screens/**/*.ts'], include: ['axe-core'] },
  test: {
    include: ['test/screens/**/*.test.ts'],
    // Of every state, for eyes; a state that fails is put into one anyway.
    provide: { takesPictures: process.env['PICTURES'] === '1' },
    setupFiles: ['test/screens/quick-frames.ts'],
    maxWorkers: 2,
    // Pages are emptied by each state itself.
    isolate: false,
    // The first paper of a run waits for its reader to be compiled.
    testTimeout: 60_000,
    expect: { poll: { timeout: 4000 } },
    retry: 0,
    allowOnly: false,
    browser: {
      enabled: true,
      headless: true,
      ui: false,
      screenshotFailures: false,
      viewport: { width: 1280, height: 800 },
      provider: playwright({ launchOptions: { executablePath, args } }),
      commands: { takePicture },
      instances: [{ browser: 'chromium' }],
    },
  },
});
