/** Behind `npm run dev`: looks at the windows while they are being worked on. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { runProgram } from './dev-program.ts';
import { servedPages } from './window-pages.ts';

const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2);

if (words.includes('--electron')) await runProgram(words.filter((word) => word !== '--electron'));
else await serveGallery();

/** The pages' content policy is the program's own (electron/main/windows/app-protocol.ts); here the server's scripts run too. */
async function serveGallery(): Promise<void> {
  const server = await createServer({
    ...servedPages(),
    configFile: false,
    root: join(projectDir, 'renderer'),
    cacheDir: join(projectDir, 'node_modules', '.cache', 'gallery'),
    optimizeDeps: { entries: ['gallery/*.html'] },
    // Sources of the contract and the faces of the papers lie beside the pages.
    server: { host: '127.0.0.1', port: 5173, fs: { allow: [projectDir] } },
  });
  await server.listen();
  const [address = ''] = server.resolvedUrls?.local ?? [];
  const page = `${address}gallery/index.html`;
  process.stdout.write(`The gallery: ${page}\n`);
  if (!words.includes('--no-open')) openBrowser(page);
}

/** Where there is a display; without one the address is enough. */
function openBrowser(page: string): void {
  const programs: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    darwin: ['open', page],
    win32: ['cmd', '/c', 'start', '', page],
  };
  const [program, ...rest] = programs[process.platform] ?? (['xdg-open', page] as const);
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  if (!hasDisplay) return;
  const child = spawn(program, rest, { stdio: 'ignore', detached: true });
  child.on('error', () => process.stdout.write('No browser could be opened; open the address yourself.\n'));
  child.unref();
}
