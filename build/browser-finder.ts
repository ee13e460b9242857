/** The Chrome, Chromium or Edge of this machine, in which the gallery is tested. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Null when there is none. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | null {
  return placesToLook(environment).find((place) => existsSync(place)) ?? null;
}

function placesToLook(environment: NodeJS.ProcessEnv): string[] {
  const own = environment['CHROME_PATH'];
  return [...(own ? [own] : []), ...installed(process.platform, environment)];
}

function installed(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => environment[name] ?? []);
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return roots.flatMap((root) => programs.map((program) => join(root, program)));
  }
  const folders = (environment['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
